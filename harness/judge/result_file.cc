#include "harness/judge/result_file.h"

#include <cstring>

#include "harness/base/printable_text.h"
#include "harness/toolchain/drivers/job.h"

namespace effk::judge {
namespace {

constexpr std::size_t kLongestLine = 300;

ResultFile::Kind kind_of(std::uint32_t number) {
  switch (number) {
    case EFFK_RESULT_VALUE:
      return ResultFile::Kind::value;
    case EFFK_RESULT_EXCEPTION:
      return ResultFile::Kind::exception;
    case EFFK_RESULT_NO_MEMORY:
      return ResultFile::Kind::no_memory;
    case EFFK_RESULT_NO_ENTRY:
      return ResultFile::Kind::no_entry;
    case EFFK_RESULT_BAD_TYPE:
      return ResultFile::Kind::bad_type;
    default:
      return ResultFile::Kind::malformed;
  }
}

}  // namespace

ResultFile read_result(std::string_view file) {
  if (file.empty()) return {};
  EffkResultHeader header;
  if (file.size() < sizeof header) return {ResultFile::Kind::malformed, {}};
  std::memcpy(&header, file.data(), sizeof header);
  file.remove_prefix(sizeof header);
  if (header.magic != EFFK_RESULT_MAGIC || header.payload_size != file.size()) {
    return {ResultFile::Kind::malformed, {}};
  }
  return {kind_of(header.kind), file};
}

std::string one_line(std::string_view text) {
  return printable_line(text, kLongestLine);
}

}  // namespace effk::judge
