#include "harness/counters/icount/hidden_places.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include "harness/counters/icount/kernel.h"

namespace effk::icount {
namespace {

constexpr Address kHiddenBegin = kWindowEnd + (Address{1} << 32);
constexpr Address kHiddenEnd = Address{1} << 46;

}  // namespace

Address random_place(std::uint64_t bytes) {
  std::uint64_t number = 0;
  if (system_call(SYS_getrandom, as_long(&number), sizeof number) != sizeof number) {
    refuse("the kernel gives no random numbers");
  }
  return page_down(kHiddenBegin + number % (kHiddenEnd - kHiddenBegin - page_up(bytes)));
}

Address hidden_memory(std::uint64_t bytes) {
  const long place = map(random_place(bytes), page_up(bytes), PROT_READ | PROT_WRITE,
                         MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE);
  if (failed(place)) refuse("no memory for icount's own tables");
  return static_cast<Address>(place);
}

std::uint32_t first_hidden_descriptor() {
  struct rlimit limit {};
  system_call(SYS_getrlimit, RLIMIT_NOFILE, as_long(&limit));
  constexpr std::uint64_t kLeast = 32;
  constexpr std::uint64_t kMost = 1024;
  if (limit.rlim_cur < kLeast) refuse("the limit on open files is below 32");
  return static_cast<std::uint32_t>(limit.rlim_cur < kMost ? limit.rlim_cur : kMost) - kHiddenDescriptors;
}

int hide_descriptor(int fd, std::uint32_t first) {
  const long hidden = system_call(SYS_fcntl, fd, F_DUPFD_CLOEXEC, first);
  if (failed(hidden) || hidden >= first + kHiddenDescriptors) refuse("cannot hide a descriptor");
  system_call(SYS_close, fd);
  return static_cast<int>(hidden);
}

}  // namespace effk::icount
