#include "harness/counters/icount/hidden_places.h"

#include <sys/mman.h>
#include <sys/syscall.h>

#include "harness/counters/icount/kernel.h"

namespace effk::icount {
namespace {

constexpr Address kHiddenBegin = kWindowEnd + (Address{1} << 32);
constexpr Address kHiddenEnd = Address{1} << 46;
constexpr int kMostTries = 16;

Address random_place(std::uint64_t bytes) {
  std::uint64_t number = 0;
  if (system_call(SYS_getrandom, as_long(&number), sizeof number) != sizeof number) {
    refuse("the kernel gives no random numbers");
  }
  return page_down(kHiddenBegin + number % (kHiddenEnd - kHiddenBegin - page_up(bytes)));
}

}  // namespace

Address hidden_memory(std::uint64_t bytes, int sharing) {
  // Something of the kernel's, or of our own, may lie there already.
  for (int i = 0; i < kMostTries; ++i) {
    const long place = map(random_place(bytes), page_up(bytes), PROT_READ | PROT_WRITE,
                           sharing | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE);
    if (!failed(place)) return static_cast<Address>(place);
  }
  refuse("no memory for icount's own tables");
}

}  // namespace effk::icount
