#include "harness/judge/result_file.h"

#include <cstring>

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

// How many bytes the UTF-8 sequence at the start of `text` has; 0 if there is no well-formed one.
std::size_t utf8_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xc2 ? 0
                             : lead < 0xe0 ? 2
                             : lead < 0xf0 ? 3
                             : lead < 0xf5 ? 4
                                           : 0;
  if (length == 0 || length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return 0;
  }
  const bool overlong = (lead == 0xe0 && byte(1) < 0xa0) || (lead == 0xf0 && byte(1) < 0x90);
  const bool no_character = (lead == 0xed && byte(1) >= 0xa0) || (lead == 0xf4 && byte(1) >= 0x90);
  return overlong || no_character ? 0 : length;
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
  std::string line;
  while (!text.empty() && line.size() < kLongestLine) {
    const std::size_t length = utf8_length(text);
    const bool control = length == 1 && (static_cast<unsigned char>(text[0]) < 0x20 || text[0] == 0x7f);
    if (control && (text[0] == '\n' || text[0] == '\t')) {
      line += ' ';
    } else if (length == 0 || control) {
      line += '?';
    } else {
      line += text.substr(0, length);
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return line;
}

}  // namespace effk::judge
