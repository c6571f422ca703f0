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

int hide_descriptor(int fd) {
  const long hidden = system_call(SYS_fcntl, fd, F_DUPFD_CLOEXEC, kFirstHiddenDescriptor);
  if (failed(hidden)) refuse("cannot hide a descriptor: the limit on open files is below 1024");
  system_call(SYS_close, fd);
  return static_cast<int>(hidden);
}

bool is_hidden(std::uint64_t fd) {
  const auto number = static_cast<std::uint32_t>(fd);  // the kernel takes 32 bits
  return number >= kFirstHiddenDescriptor && number < kFirstShownDescriptor;
}

}  // namespace effk::icount
