#include "harness/sandbox/landlock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <cerrno>

namespace effk::sandbox {
namespace {

// The installed kernel headers may be older than the running kernel, so its later words are repeated here
// under names of our own.
constexpr std::uint64_t kRefer = 1U << 13;                // version 2
constexpr std::uint64_t kTruncate = 1U << 14;             // version 3
constexpr std::uint64_t kBindTcp = 1U << 0;               // version 4
constexpr std::uint64_t kConnectTcp = 1U << 1;            // version 4
constexpr std::uint64_t kDeviceControl = 1U << 15;        // version 5
constexpr std::uint64_t kScopeAbstractSockets = 1U << 0;  // version 6
constexpr std::uint64_t kScopeSignals = 1U << 1;          // version 6

struct RulesetAttributes {
  std::uint64_t handled_files;
  std::uint64_t handled_network;
  std::uint64_t scoped;
};

constexpr std::uint64_t kRead = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t kExecute = kRead | LANDLOCK_ACCESS_FS_EXECUTE;
constexpr std::uint64_t kWrite = kRead | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
                                 LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_DIR |
                                 LANDLOCK_ACCESS_FS_MAKE_REG | kRefer | kTruncate;
// A rule for something that is no folder may only speak of these.
constexpr std::uint64_t kOfFiles =
    LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_EXECUTE | kTruncate;

// Not /proc/self/fd/N, which is whatever file the supervisor has open there.
bool is_own_proc(const std::filesystem::path& path) {
  return path == "/proc/self" || path == "/proc/self/maps";
}

RulesetAttributes attributes_for(int abi) {
  RulesetAttributes attributes{};
  attributes.handled_files = (1U << 13) - 1;  // version 1
  if (abi >= 2) attributes.handled_files |= kRefer;
  if (abi >= 3) attributes.handled_files |= kTruncate;
  if (abi >= 4) attributes.handled_network = kBindTcp | kConnectTcp;
  if (abi >= 5) attributes.handled_files |= kDeviceControl;
  if (abi >= 6) attributes.scoped = kScopeAbstractSockets | kScopeSignals;
  return attributes;
}

// Older kernels refuse a structure that is longer than theirs.
std::size_t size_for(int abi) {
  return (abi >= 6 ? 3U : abi >= 4 ? 2U : 1U) * sizeof(std::uint64_t);
}

// Async-signal-safe.
int add_rule(int rules, int beneath, std::uint64_t access) {
  landlock_path_beneath_attr rule{};
  rule.allowed_access = access;
  rule.parent_fd = beneath;
  return ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0 ? 0 : errno;
}

Result<void> allow(int rules, const std::filesystem::path& path, std::uint64_t access) {
  const UniqueFd beneath(::open(path.c_str(), O_PATH | O_CLOEXEC));
  if (!beneath) return {};  // what is not there cannot be reached either
  struct stat status {};
  if (::fstat(beneath.get(), &status) != 0) return {};
  if (!S_ISDIR(status.st_mode)) access &= kOfFiles;
  if (const int error_number = add_rule(rules, beneath.get(), access); error_number != 0) {
    return fail_errno(ErrorKind::environment, fmt::format("cannot grant access to {}", path.string()),
                      error_number);
  }
  return {};
}

}  // namespace

int landlock_abi() {
  static const int abi = [] {
    const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    return version > 0 ? static_cast<int>(version) : 0;
  }();
  return abi;
}

bool landlock_keeps_signals_inside() {
  return landlock_abi() >= 6;
}

Result<Ruleset> Ruleset::prepare(const Policy& policy) {
  Ruleset ruleset;
  const int abi = landlock_abi();
  if (abi == 0) return ruleset;
  const RulesetAttributes attributes = attributes_for(abi);
  ruleset.rules_.reset(
      static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, size_for(abi), 0)));
  if (!ruleset.rules_) return fail_errno(ErrorKind::environment, "cannot make a Landlock ruleset", errno);

  const auto allow_all = [&](const std::vector<std::filesystem::path>& paths,
                             std::uint64_t access) -> Result<void> {
    for (const std::filesystem::path& path : paths) {
      if (is_own_proc(path)) {
        ruleset.own_proc_.push_back(path.string());
        continue;
      }
      if (auto allowed = allow(ruleset.rules_.get(), path, access & attributes.handled_files); !allowed) {
        return allowed;
      }
    }
    return {};
  };
  if (auto done = allow_all(policy.readable, kRead); !done) return tl::unexpected(done.error());
  if (auto done = allow_all(policy.executable, kExecute); !done) return tl::unexpected(done.error());
  if (auto done = allow_all(policy.writable, kWrite); !done) return tl::unexpected(done.error());
  return ruleset;
}

int Ruleset::apply() const {
  if (!rules_) return 0;
  for (const std::string& path : own_proc_) {
    // What this is depends on who asks, so only the process itself can open it.
    const int own = ::open(path.c_str(), O_PATH | O_CLOEXEC);
    if (own < 0) continue;
    struct stat status {};
    const bool is_folder = ::fstat(own, &status) == 0 && S_ISDIR(status.st_mode);
    const int error_number = add_rule(rules_.get(), own, is_folder ? kRead : kRead & kOfFiles);
    ::close(own);
    if (error_number != 0) return error_number;
  }
  return ::syscall(SYS_landlock_restrict_self, rules_.get(), 0) == 0 ? 0 : errno;
}

}  // namespace effk::sandbox
