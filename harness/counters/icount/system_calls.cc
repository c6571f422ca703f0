#include "harness/counters/icount/system_calls.h"

#include <asm/errno.h>
#include <sys/syscall.h>

#include "harness/counters/icount/guest_memory.h"
#include "harness/counters/icount/hidden_places.h"
#include "harness/counters/icount/kernel.h"
#include "harness/counters/icount/runtime.h"

namespace effk::icount {
namespace {

bool is_outside(std::uint64_t value) {
  return value >= kWindowEnd && value < kUserEnd + kPage;
}

bool any_outside(const Call& call) {
  switch (call.number) {
    case SYS_lseek:  // numbers of any size, and no address
    case SYS_ftruncate:
    case SYS_fallocate:
    case SYS_exit:
    case SYS_exit_group:
      return false;
    default:
      return is_outside(call.a) || is_outside(call.b) || is_outside(call.c) || is_outside(call.d) ||
             is_outside(call.e) || is_outside(call.f);
  }
}

// The addresses in an array of struct iovec, or in a struct msghdr.
bool vectors_are_inside(const Hidden& hidden, Address vectors, std::uint64_t count) {
  if (count > 1024) return true;  // the kernel refuses so many
  for (std::uint64_t i = 0; i < count; ++i) {
    Address base = 0;
    if (!read_guest(hidden, vectors + 16 * i, base)) return false;
    if (is_outside(base)) return false;
  }
  return true;
}

bool message_is_inside(const Hidden& hidden, Address message) {
  struct {
    Address name;
    std::uint64_t name_bytes;
    Address vectors;
    std::uint64_t count;
    Address control;
  } header{};
  if (!read_guest(hidden, message, header)) return false;
  return !is_outside(header.name) && !is_outside(header.control) && !is_outside(header.vectors) &&
         vectors_are_inside(hidden, header.vectors, header.count);
}

bool nested_are_inside(const Hidden& hidden, const Call& call) {
  switch (call.number) {
    case SYS_readv:
    case SYS_writev:
    case SYS_preadv:
    case SYS_pwritev:
    case SYS_preadv2:
    case SYS_pwritev2:
    case SYS_vmsplice:
      return vectors_are_inside(hidden, call.b, call.c);
    case SYS_sendmsg:
    case SYS_recvmsg:
      return message_is_inside(hidden, call.b);
    default:
      return true;
  }
}

bool takes_descriptor_first(long number) {
  switch (number) {
    case SYS_read:
    case SYS_write:
    case SYS_close:
    case SYS_fstat:
    case SYS_lseek:
    case SYS_ioctl:
    case SYS_pread64:
    case SYS_pwrite64:
    case SYS_readv:
    case SYS_writev:
    case SYS_dup:
    case SYS_dup2:
    case SYS_dup3:
    case SYS_sendfile:
    case SYS_fcntl:
    case SYS_flock:
    case SYS_fsync:
    case SYS_fdatasync:
    case SYS_ftruncate:
    case SYS_getdents:
    case SYS_getdents64:
    case SYS_fchdir:
    case SYS_fchmod:
    case SYS_fchown:
    case SYS_fstatfs:
    case SYS_openat:
    case SYS_newfstatat:
    case SYS_readlinkat:
    case SYS_preadv:
    case SYS_pwritev:
    case SYS_preadv2:
    case SYS_pwritev2:
    case SYS_splice:
    case SYS_tee:
    case SYS_vmsplice:
    case SYS_fallocate:
    case SYS_fadvise64:
    case SYS_statx:
    case SYS_copy_file_range:
    case SYS_connect:
    case SYS_sendto:
    case SYS_recvfrom:
    case SYS_sendmsg:
    case SYS_recvmsg:
      return true;
    default:
      return false;
  }
}

bool names_hidden_descriptor(const Hidden& hidden, const Call& call) {
  const std::uint32_t first = hidden.first_hidden_descriptor;
  const auto is_hidden = [first](std::uint64_t fd) {
    const auto number = static_cast<std::uint32_t>(fd);  // the kernel takes 32 bits
    return number >= first && number < first + kHiddenDescriptors;
  };
  if (takes_descriptor_first(call.number) && is_hidden(call.a)) return true;
  switch (call.number) {
    case SYS_dup2:
    case SYS_dup3:
    case SYS_sendfile:
      return is_hidden(call.b);
    case SYS_splice:
    case SYS_tee:
    case SYS_copy_file_range:
      return is_hidden(call.b) || is_hidden(call.c);
    case SYS_mmap:
      return is_hidden(call.e);
    default:
      return false;
  }
}

// close_range() leaves icount's descriptors out.
long close_range(const Hidden& hidden, const Call& call) {
  const std::uint32_t first_hidden = hidden.first_hidden_descriptor;
  const std::uint32_t first_shown = first_hidden + kHiddenDescriptors;
  Call low = call;
  Call high = call;
  const auto first = static_cast<std::uint32_t>(call.a);
  const auto last = static_cast<std::uint32_t>(call.b);
  if (first > last) return -EINVAL;
  if (last >= first_hidden) low.b = first_hidden - 1;
  if (first < first_shown) high.a = first_shown;
  long result = 0;
  if (first < first_hidden) result = forward(low);
  if (result == 0 && last >= first_shown) result = forward(high);
  return result;
}

// The supervisor must not look at a count before the process is at rest: count_slots.h.
void before_call(Hidden& hidden, const Call& call) {
  if (hidden.options.marks_fd < 0 || static_cast<int>(call.a) != hidden.options.marks_fd) return;
  switch (call.number) {
    case SYS_sendto:
    case SYS_sendmsg:
    case SYS_write:
      __atomic_store_n(&hidden.slot.at_mark, EFFK_GOING_TO_REST, __ATOMIC_RELEASE);
      break;
    case SYS_recvfrom:
    case SYS_recvmsg:
    case SYS_read:
      __atomic_store_n(&hidden.slot.at_mark, EFFK_AT_REST, __ATOMIC_RELEASE);
      break;
    default:
      break;
  }
}

long answer(Hidden& hidden, const Call& call) {
  long result = 0;
  if (names_hidden_descriptor(hidden, call)) return -EBADF;
  if (do_memory_call(hidden, call, result)) return result;
  if (any_outside(call) || !nested_are_inside(hidden, call)) return -EFAULT;
  if (do_process_call(hidden, call, result)) return result;
  if (do_virtual_call(hidden, call, result)) return result;
  switch (call.number) {
    case SYS_rt_sigaction:
      return signal_action(hidden, static_cast<long>(call.a), call.b, call.c, static_cast<long>(call.d));
    case SYS_rt_sigprocmask:
      return signal_mask(hidden, static_cast<long>(call.a), call.b, call.c, static_cast<long>(call.d));
    case SYS_sigaltstack:
      return signal_stack(hidden, call.a, call.b);
    case SYS_close_range:
      return close_range(hidden, call);
    default:
      return forward(call);
  }
}

}  // namespace

long forward(const Call& call) {
  return system_call(call.number, static_cast<long>(call.a), static_cast<long>(call.b),
                     static_cast<long>(call.c), static_cast<long>(call.d), static_cast<long>(call.e),
                     static_cast<long>(call.f));
}

void do_system_call(Hidden& hidden) {
  const std::uint64_t* const r = hidden.registers;
  const Call call{
      static_cast<long>(static_cast<std::int32_t>(r[kRax])), r[kRdi], r[kRsi], r[kRdx], r[10], r[8], r[9]};
  if (call.number == SYS_rt_sigreturn) {
    return_from_signal(hidden);
    return;
  }
  before_call(hidden, call);
  hidden.registers[kRax] = static_cast<std::uint64_t>(answer(hidden, call));
  if (hidden.slot.at_mark == EFFK_AT_REST) hidden.slot.at_mark = EFFK_NOT_AT_MARK;
  arm_limit(hidden);
}

}  // namespace effk::icount
