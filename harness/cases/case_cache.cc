#include "harness/cases/case_cache.h"

#include "harness/base/digest.h"
#include "harness/base/files.h"

namespace effk::cases {
namespace {

namespace fs = std::filesystem;

Result<void> write(const fs::path& file, std::string_view bytes) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  return write_file_atomically(file, bytes);
}

Result<std::optional<std::string>> read(const fs::path& file) {
  std::error_code error;
  if (!fs::exists(file, error)) return std::nullopt;
  auto bytes = read_file(file);
  if (!bytes) return tl::unexpected(bytes.error());
  return std::optional<std::string>(std::move(*bytes));
}

}  // namespace

fs::path CaseCache::place_of(const CaseRequest& one) const {
  return folder_ / "cases" /
         Digester()
             .add(identity_)
             .add(static_cast<std::uint64_t>(one.level))
             .add(static_cast<std::uint64_t>(one.size))
             .add(static_cast<std::uint64_t>(one.number))
             .add(one.run_seed)
             .hex();
}

fs::path CaseCache::place_of(std::span<const CheckRequest> requests) const {
  Digester digester;
  digester.add(identity_);
  for (const CheckRequest& one : requests) digester.add(one.arguments).add(one.expected).add(one.found);
  return folder_ / "accepted" / digester.hex();
}

fs::path CaseCache::place_of(std::string_view reference, std::string_view arguments) const {
  return folder_ / "answers" / Digester().add(identity_).add(reference).add(arguments).hex();
}

Result<std::optional<std::string>> CaseCache::find(const CaseRequest& one) const {
  return read(place_of(one));
}

Result<void> CaseCache::keep(const CaseRequest& one, std::string_view arguments) const {
  return write(place_of(one), arguments);
}

bool CaseCache::knows_accepted(std::span<const CheckRequest> requests) const {
  std::error_code error;
  return fs::exists(place_of(requests), error);
}

Result<void> CaseCache::keep_accepted(std::span<const CheckRequest> requests) const {
  return write(place_of(requests), {});
}

Result<std::optional<std::string>> CaseCache::find_answer(std::string_view reference,
                                                          std::string_view arguments) const {
  return read(place_of(reference, arguments));
}

Result<void> CaseCache::keep_answer(std::string_view reference, std::string_view arguments,
                                    std::string_view answer) const {
  const fs::path place = place_of(reference, arguments);
  std::error_code error;
  if (fs::exists(place, error)) return {};
  return write(place, answer);
}

}  // namespace effk::cases
