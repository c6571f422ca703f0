#include "harness/submissions/compressed_file.h"

#include <archive.h>
#include <archive_entry.h>
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

// `failed` makes the error of what cannot be unpacked.
template <typename Failed>
Result<Unpacked> read_entry(archive* reader, std::uint64_t limit_bytes, const Failed& failed) {
  Unpacked unpacked;
  std::array<char, 1 << 16> buffer;
  for (;;) {
    const la_ssize_t got = archive_read_data(reader, buffer.data(), buffer.size());
    if (got < 0) return failed();
    if (got == 0) return unpacked;
    const auto size = static_cast<std::size_t>(got);
    if (size > limit_bytes - unpacked.bytes.size()) {
      unpacked.too_large = true;
      return unpacked;
    }
    unpacked.bytes.append(buffer.data(), size);
  }
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
  const auto failed = [&] {
    const char* const message = archive_error_string(reader.get());
    return damaged(origin, message == nullptr ? "it is damaged" : message);
  };
  if (archive_read_open_memory(reader.get(), packed.data(), packed.size()) != ARCHIVE_OK) return failed();
  archive_entry* entry = nullptr;
  const int header = archive_read_next_header(reader.get(), &entry);
  if (header == ARCHIVE_EOF) return Unpacked();
  if (header != ARCHIVE_OK) return failed();
  if (archive_filter_code(reader.get(), 0) != ARCHIVE_FILTER_GZIP)
    return damaged(origin, "its gzip header is damaged");
  return read_entry(reader.get(), limit_bytes, failed);
}

struct ZipReader::State {
  Archive reader;
  std::string origin;

  tl::unexpected<Error> damaged() const {
    const char* const message = archive_error_string(reader.get());
    return fail(ErrorKind::bad_input, fmt::format("cannot unpack {}", origin),
                message == nullptr ? "it is damaged" : message,
                fmt::format("see whether it is whole: unzip -t {}", origin));
  }
};

ZipReader::ZipReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
ZipReader::ZipReader(ZipReader&&) noexcept = default;
ZipReader& ZipReader::operator=(ZipReader&&) noexcept = default;
ZipReader::~ZipReader() = default;

Result<ZipReader> ZipReader::open(std::string_view zip, const std::string& origin) {
  auto state = std::make_unique<State>(State{Archive(archive_read_new()), origin});
  if (!state->reader)
    return fail(ErrorKind::environment, fmt::format("cannot unpack {}", origin), "out of memory");
  // The zip's own directory, at its end, is what counts: a zip that was cut has none and is refused.
  archive_read_support_format_zip_seekable(state->reader.get());
  if (archive_read_open_memory(state->reader.get(), zip.data(), zip.size()) != ARCHIVE_OK)
    return state->damaged();
  return ZipReader(std::move(state));
}

Result<std::optional<std::string>> ZipReader::next() {
  for (;;) {
    archive_entry* entry = nullptr;
    const int header = archive_read_next_header(state_->reader.get(), &entry);
    if (header == ARCHIVE_EOF) return std::nullopt;
    if (header != ARCHIVE_OK && header != ARCHIVE_WARN) return state_->damaged();
    if (archive_entry_filetype(entry) != AE_IFREG) continue;
    const char* name = archive_entry_pathname(entry);
    if (name == nullptr) name = archive_entry_pathname_utf8(entry);
    if (name != nullptr) return std::string(name);
  }
}

Result<Unpacked> ZipReader::read(std::uint64_t limit_bytes) {
  return read_entry(state_->reader.get(), limit_bytes, [&] { return state_->damaged(); });
}

}  // namespace effk::submissions
