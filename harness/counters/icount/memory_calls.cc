// mmap and its relatives, brk: icount chooses every address, and answers for the whole window itself. Outside
// the window the answer is the same whether something is mapped there or not.
#include <asm/errno.h>
#include <sys/mman.h>
#include <sys/syscall.h>

#include "harness/counters/icount/guest_memory.h"
#include "harness/counters/icount/kernel.h"
#include "harness/counters/icount/system_calls.h"

namespace effk::icount {
namespace {

constexpr std::uint64_t kDenyWrite = 0x800;  // MAP_DENYWRITE: what the dynamic loader maps libraries with
constexpr std::uint64_t kNoReplace = 0x100000;

// Where the program may have something mapped: not in icount's own code, nor in the copies.
bool may_be_guests(Address begin, Address end) {
  if (begin < kWindowBegin || end > kWindowEnd || begin >= end) return false;
  const bool meets_cache = begin < kCacheEnd && end > kCacheBegin;
  const bool meets_runtime = begin < kRuntimeEnd && end > kRuntimeBegin;
  return !meets_cache && !meets_runtime;
}

bool aligned(Address address) {
  return address % kPage == 0;
}

// What was translated from there is no longer what is there.
void forget_code(Hidden& hidden, Address begin, Address end) {
  if (hidden.space.any_executable(begin, end)) hidden.cache.flush();
}

// The supervisor wants to know of memory that was refused.
long noted(Hidden& hidden, long result) {
  if (result == -ENOMEM) ++hidden.slot.refused;
  return result;
}

long map_memory(Hidden& hidden, Call call) {
  const std::uint64_t bytes = page_up(call.b);
  const int protection = static_cast<int>(call.c) & 7;
  const bool fixed = (call.d & (MAP_FIXED | kNoReplace)) != 0;
  const bool executable = (protection & PROT_EXEC) != 0;
  if (call.b == 0) return -EINVAL;
  if (bytes < call.b || bytes > kWindowEnd) return -ENOMEM;
  // Code that changes cannot be counted, and shared memory can be written through another mapping.
  const bool shared = (call.d & MAP_TYPE) != MAP_PRIVATE;
  if (executable && ((protection & PROT_WRITE) != 0 || shared)) return -EACCES;
  if (fixed) {
    if (!aligned(call.a)) return -EINVAL;
    if (!may_be_guests(call.a, call.a + bytes)) return -ENOMEM;
    if ((call.d & MAP_FIXED) == 0 && !hidden.space.is_free(call.a, call.a + bytes)) return -EEXIST;
  } else {
    const Address hint = page_down(call.a);
    const bool is_code = executable || (call.d & kDenyWrite) != 0;
    if (!is_code && hint >= kHeapBegin && may_be_guests(hint, hint + bytes) &&
        hidden.space.is_free(hint, hint + bytes)) {
      call.a = hint;
    } else {
      call.a = is_code ? hidden.space.find_free(bytes, kCodeBegin, kCodeEnd)
                       : hidden.space.find_free(bytes, kDataBegin, hidden.stack_begin - kPage);
      if (call.a == 0) return -ENOMEM;
    }
  }
  if (executable && call.a + bytes > kExecutableEnd) return -ENOMEM;
  // Growing stacks would leave icount's book of what is mapped.
  call.d = (call.d & ~(kNoReplace | std::uint64_t{MAP_GROWSDOWN})) | MAP_FIXED;
  forget_code(hidden, call.a, call.a + bytes);
  const long result = forward(call);
  if (failed(result)) return result;
  if (!hidden.space.set(call.a, call.a + bytes, protection, (call.d & MAP_PRIVATE) != 0)) {
    refuse(hidden, "the program has mapped too many ranges");
  }
  return result;
}

long unmap_memory(Hidden& hidden, const Call& call) {
  const Address end = call.a + page_up(call.b);
  if (!aligned(call.a) || call.b == 0) return -EINVAL;
  if (!may_be_guests(call.a, end)) return -EINVAL;
  if (hidden.space.is_free(call.a, end)) return 0;
  forget_code(hidden, call.a, end);
  const long result = forward(call);
  if (result == 0 && !hidden.space.clear(call.a, end))
    refuse(hidden, "the program has mapped too many ranges");
  return result;
}

long protect_memory(Hidden& hidden, const Call& call) {
  const Address end = call.a + page_up(call.b);
  const int protection = static_cast<int>(call.c) & 7;
  if (!aligned(call.a) || call.c > 7) return -EINVAL;
  if (call.b == 0) return 0;
  if (!may_be_guests(call.a, end)) return -ENOMEM;
  const bool executable = (protection & PROT_EXEC) != 0;
  if (executable && ((protection & PROT_WRITE) != 0 || end > kExecutableEnd)) return -EACCES;
  for (Address at = call.a; at < end;) {
    const Range* const range = hidden.space.find(at);
    if (range == nullptr) return -ENOMEM;
    if (executable && !range->is_private) return -EACCES;
    at = range->end;
  }
  forget_code(hidden, call.a, end);
  const long result = forward(call);
  if (result == 0 && !hidden.space.protect(call.a, end, protection))
    refuse(hidden, "the program has mapped too many ranges");
  return result;
}

long remap_memory(Hidden& hidden, const Call& call) {
  const std::uint64_t old_bytes = page_up(call.b);
  const std::uint64_t new_bytes = page_up(call.c);
  if (!aligned(call.a) || new_bytes == 0 || (call.d & ~std::uint64_t{MREMAP_MAYMOVE}) != 0) return -EINVAL;
  if (!may_be_guests(call.a, call.a + old_bytes)) return -EFAULT;
  const Range* const found = hidden.space.find(call.a);
  if (found == nullptr || found->end < call.a + old_bytes || (found->protection & PROT_EXEC) != 0)
    return -EFAULT;
  const Range range = *found;
  Address place = call.a;
  if (new_bytes > old_bytes) {
    if (new_bytes > kWindowEnd) return -ENOMEM;
    const Address end = call.a + new_bytes;
    const bool grows = may_be_guests(call.a, end) && hidden.space.is_free(call.a + old_bytes, end);
    if (!grows) {
      if ((call.d & MREMAP_MAYMOVE) == 0) return -ENOMEM;
      place = hidden.space.find_free(new_bytes, kDataBegin, hidden.stack_begin - kPage);
      if (place == 0) return -ENOMEM;
    }
  }
  const std::uint64_t flags = place == call.a ? 0 : MREMAP_MAYMOVE | MREMAP_FIXED;
  const long result =
      system_call(SYS_mremap, static_cast<long>(call.a), static_cast<long>(old_bytes),
                  static_cast<long>(new_bytes), static_cast<long>(flags), static_cast<long>(place));
  if (failed(result)) return result;
  const bool kept = hidden.space.clear(call.a, call.a + old_bytes) &&
                    hidden.space.set(place, place + new_bytes, range.protection, range.is_private);
  if (!kept) refuse(hidden, "the program has mapped too many ranges");
  return result;
}

long move_heap_end(Hidden& hidden, Address wanted) {
  if (wanted < kHeapBegin || wanted > kHeapEnd) return static_cast<long>(hidden.heap_end);
  const Address now = page_up(hidden.heap_end);
  const Address then = page_up(wanted);
  if (then > now) {
    if (!hidden.space.is_free(now, then)) return static_cast<long>(hidden.heap_end);
    const long result =
        map(now, then - now, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE);
    if (failed(result)) {
      noted(hidden, result);
      return static_cast<long>(hidden.heap_end);
    }
    hidden.space.set(now, then, PROT_READ | PROT_WRITE, true);
  } else if (then < now) {
    system_call(SYS_munmap, static_cast<long>(then), static_cast<long>(now - then));
    hidden.space.clear(then, now);
  }
  hidden.heap_end = wanted;
  return static_cast<long>(wanted);
}

// madvise, mincore, msync, mlock: about a range that has to be the program's.
long about_range(const Hidden& hidden, const Call& call) {
  const Address end = call.a + page_up(call.b);
  if (!aligned(call.a)) return -EINVAL;
  if (call.b == 0) return forward(call);
  if (!may_be_guests(call.a, end)) return -ENOMEM;
  if (call.number == SYS_mincore && !is_mapped(hidden, call.c, (end - call.a) / kPage, PROT_WRITE))
    return -EFAULT;
  return forward(call);
}

}  // namespace

bool do_memory_call(Hidden& hidden, const Call& call, long& result) {
  switch (call.number) {
    case SYS_mmap:
      result = noted(hidden, map_memory(hidden, call));
      return true;
    case SYS_munmap:
      result = unmap_memory(hidden, call);
      return true;
    case SYS_mprotect:
      result = protect_memory(hidden, call);
      return true;
    case SYS_mremap:
      result = noted(hidden, remap_memory(hidden, call));
      return true;
    case SYS_brk:
      result = move_heap_end(hidden, call.a);
      return true;
    case SYS_madvise:
    case SYS_mincore:
    case SYS_msync:
    case SYS_mlock:
    case SYS_munlock:
      result = about_range(hidden, call);
      return true;
    default:
      return false;
  }
}

}  // namespace effk::icount
