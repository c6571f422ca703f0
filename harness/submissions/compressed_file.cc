#include "harness/submissions/compressed_file.h"

#include <archive.h>
#include <fmt/format.h>

#include <array>
#include <memory>

namespace effk::submissions {
namespace {

struct FreeArchive {
  void operator()(archive* a) const { archive_read_free(a); }
};
using Archive = std::unique_ptr<archive, FreeArchive>;

tl::unexpected<Error> damaged(const std::string& origin, const std::string& why) {
  return fail(ErrorKind::bad_input, fmt::format("cannot unpack {}", origin), why,
              fmt::format("see whether it is whole: gzip -t {}", origin));
}

}  // namespace

Result<Unpacked> unpack_gzip(std::string_view packed, std::uint64_t limit_bytes, const std::string& origin) {
  // libarchive takes what it does not know for raw data, and an empty member for no file at all.
  if (!packed.starts_with("\x1f\x8b")) return damaged(origin, "it does not begin as a gzip file does");
  const Archive reader(archive_read_new());
  if (!reader) return fail(ErrorKind::environment, fmt::format("cannot unpack {}", origin), "out of memory");
  archive_read_support_filter_gzip(reader.get());
  archive_read_support_format_raw(reader.get());
  archive_read_support_format_empty(reader.get());
  const auto text = [&] {
    const char* const message = archive_error_string(reader.get());
    return std::string(message == nullptr ? "it is damaged" : message);
  };
  if (archive_read_open_memory(reader.get(), packed.data(), packed.size()) != ARCHIVE_OK)
    return damaged(origin, text());
  archive_entry* entry = nullptr;
  const int header = archive_read_next_header(reader.get(), &entry);
  Unpacked unpacked;
  if (header == ARCHIVE_EOF) return unpacked;
  if (header != ARCHIVE_OK) return damaged(origin, text());
  if (archive_filter_code(reader.get(), 0) != ARCHIVE_FILTER_GZIP)
    return damaged(origin, "its gzip header is damaged");
  std::array<char, 1 << 16> buffer;
  for (;;) {
    const la_ssize_t got = archive_read_data(reader.get(), buffer.data(), buffer.size());
    if (got < 0) return damaged(origin, text());
    if (got == 0) return unpacked;
    const auto size = static_cast<std::size_t>(got);
    if (size > limit_bytes - unpacked.bytes.size()) {
      unpacked.too_large = true;
      return unpacked;
    }
    unpacked.bytes.append(buffer.data(), size);
  }
}

}  // namespace effk::submissions
