#include "harness/base/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <random>

namespace effk {

Result<void> write_all(int fd, std::string_view bytes, const std::string& what) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return fail_errno(ErrorKind::environment, what, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit_bytes) {
  const std::string what = fmt::format("cannot read {}", path.string());
  const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!fd) return fail_errno(ErrorKind::bad_input, what, errno);
  struct stat status {};
  if (::fstat(fd.get(), &status) != 0) return fail_errno(ErrorKind::bad_input, what, errno);
  if (!S_ISREG(status.st_mode)) return fail(ErrorKind::bad_input, what, "it is not a regular file");
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (size > limit_bytes) {
    return fail(ErrorKind::bad_input, what,
                fmt::format("it has {} bytes, and at most {} are read", size, limit_bytes));
  }
  return read_descriptor(fd.get(), limit_bytes);
}

namespace {

// Gives a file without a name this one; false if the name is taken, or with another errno.
bool give_name(const UniqueFd& nameless, const std::filesystem::path& path) {
  const std::string link = fmt::format("/proc/self/fd/{}", nameless.get());
  return ::linkat(AT_FDCWD, link.c_str(), AT_FDCWD, path.c_str(), AT_SYMLINK_FOLLOW) == 0;
}

}  // namespace

Result<void> write_file_atomically(const std::filesystem::path& path, std::string_view bytes) {
  const std::string what = fmt::format("cannot write {}", path.string());
  std::random_device random;
  std::filesystem::path beside = path;
  beside += fmt::format(".{:08x}{:08x}.part", random(), random());
  // As long as it has no name, nothing is left of it when we are killed. Some file systems know no such
  // files.
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
  UniqueFd fd(::open(folder.c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, 0644));
  const bool nameless = static_cast<bool>(fd);
  if (!nameless) fd.reset(::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
  if (!fd) return fail_errno(ErrorKind::environment, what, errno);
  if (auto written = write_all(fd.get(), bytes, what); !written) {
    if (!nameless) ::unlink(beside.c_str());
    return written;
  }
  if (nameless && give_name(fd, path)) return {};
  // A link does not replace what is there, so it takes a name beside it and a moment.
  if (nameless && !give_name(fd, beside)) return fail_errno(ErrorKind::environment, what, errno);
  if (::rename(beside.c_str(), path.c_str()) != 0) {
    const int error_number = errno;
    ::unlink(beside.c_str());
    return fail_errno(ErrorKind::environment, what, error_number);
  }
  return {};
}

static Result<UniqueFd> memory_file_with(const char* name, std::string_view bytes, unsigned flags) {
  // Kernels since 6.3 want to be told that a memory file may be executed; older ones refuse the flag.
  constexpr unsigned kMayExecute = 0x10;
  UniqueFd fd(::memfd_create(name, MFD_CLOEXEC | kMayExecute | flags));
  if (!fd && errno == EINVAL) fd.reset(::memfd_create(name, MFD_CLOEXEC | flags));
  if (!fd) return fail_errno(ErrorKind::environment, "cannot create a memory file", errno);
  if (auto written = write_all(fd.get(), bytes, "cannot fill a memory file"); !written) {
    return tl::unexpected(written.error());
  }
  ::lseek(fd.get(), 0, SEEK_SET);
  return fd;
}

Result<UniqueFd> memory_file(const char* name, std::string_view bytes) {
  return memory_file_with(name, bytes, 0);
}

Result<UniqueFd> sealed_memory_file(const char* name, std::string_view bytes) {
  auto fd = memory_file_with(name, bytes, MFD_ALLOW_SEALING);
  if (fd && ::fcntl(fd->get(), F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) != 0) {
    return fail_errno(ErrorKind::environment, "cannot seal a memory file", errno);
  }
  return fd;
}

std::string read_descriptor(int fd, std::uint64_t limit_bytes) {
  std::string bytes(std::min(descriptor_size(fd), limit_bytes), '\0');
  std::size_t have = 0;
  while (have < bytes.size()) {
    const ssize_t got = ::pread(fd, bytes.data() + have, bytes.size() - have, static_cast<off_t>(have));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    have += static_cast<std::size_t>(got);
  }
  bytes.resize(have);
  return bytes;
}

std::uint64_t descriptor_size(int fd) {
  struct stat status {};
  return ::fstat(fd, &status) == 0 && status.st_size > 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

}  // namespace effk
