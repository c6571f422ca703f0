#include "harness/counters/icount/nested_arguments.h"

#include <asm/errno.h>
#include <asm/socket.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include "harness/counters/icount/guest_memory.h"

namespace effk::icount {
namespace {

constexpr std::uint32_t kSocketLevel = 1;  // SOL_SOCKET
constexpr std::uint32_t kTcpLevel = 6;
constexpr std::uint32_t kTcpZeroCopy = 35;  // TCP_ZEROCOPY_RECEIVE: writes where its argument says

// The kernel takes the low half of what is an int.
std::uint32_t low(std::uint64_t argument) {
  return static_cast<std::uint32_t>(argument);
}

bool attaches_filter(const Call& call) {
  const std::uint32_t option = low(call.c);
  return low(call.b) == kSocketLevel && (option == SO_ATTACH_FILTER || option == SO_ATTACH_REUSEPORT_CBPF);
}

}  // namespace

long NestedArguments::take_vectors(const Hidden& hidden, Address& vectors, std::uint64_t count) {
  if (count > kMostVectors) return -EINVAL;
  const std::uint64_t bytes = count * sizeof(Vector);
  if (count > 0 && !is_mapped(hidden, vectors, bytes, PROT_READ)) return -EFAULT;
  memcpy(vectors_, reinterpret_cast<const void*>(vectors), bytes);
  for (std::uint64_t i = 0; i < count; ++i) {
    if (is_outside(vectors_[i].base)) return -EFAULT;
  }
  vectors = reinterpret_cast<Address>(vectors_);
  return 0;
}

long NestedArguments::take_control(const Hidden& hidden) {
  const std::uint64_t bytes = message_.control_bytes;
  if (bytes > kMostControl) return -ENOBUFS;
  if (!is_mapped(hidden, message_.control, bytes, PROT_READ)) return -EFAULT;
  memcpy(control_, reinterpret_cast<const void*>(message_.control), bytes);
  message_.control = reinterpret_cast<Address>(control_);
  return 0;
}

long NestedArguments::take_message(const Hidden& hidden, Call& call) {
  if (!read_guest(hidden, call.b, message_)) return -EFAULT;
  if (is_outside(message_.name) || is_outside(message_.control)) return -EFAULT;
  if (message_.count > kMostVectors) return -EMSGSIZE;
  const long wrong = take_vectors(hidden, message_.vectors, message_.count);
  if (wrong != 0) return wrong;
  if (call.number == SYS_sendmsg && message_.control != 0 && message_.control_bytes != 0) {
    if (const long refused = take_control(hidden); refused != 0) return refused;
  }
  call.b = reinterpret_cast<Address>(&message_);
  return 0;
}

// struct sock_fprog: a length, and the address of the instructions.
long NestedArguments::take_filter(const Hidden& hidden, Address& filter) {
  if (!read_guest(hidden, filter, pair_) || is_outside(pair_[1])) return -EFAULT;
  filter = reinterpret_cast<Address>(pair_);
  return 0;
}

// The last argument of pselect6: the address of a set of signals, and its length.
long NestedArguments::take_mask(const Hidden& hidden, Address& mask) {
  if (mask == 0) return 0;
  if (!read_guest(hidden, mask, pair_) || is_outside(pair_[0])) return -EFAULT;
  mask = reinterpret_cast<Address>(pair_);
  return 0;
}

long NestedArguments::take(const Hidden& hidden, Call& call) {
  switch (call.number) {
    case SYS_readv:
    case SYS_writev:
    case SYS_preadv:
    case SYS_pwritev:
    case SYS_preadv2:
    case SYS_pwritev2:
    case SYS_vmsplice:
      return take_vectors(hidden, call.b, call.c);
    case SYS_sendmsg:
    case SYS_recvmsg:
      return take_message(hidden, call);
    case SYS_pselect6:
      return take_mask(hidden, call.f);
    case SYS_seccomp:
      return low(call.a) == SECCOMP_SET_MODE_FILTER ? take_filter(hidden, call.c) : 0;
    case SYS_prctl:
      return low(call.a) == PR_SET_SECCOMP && call.b == SECCOMP_MODE_FILTER ? take_filter(hidden, call.c) : 0;
    case SYS_setsockopt:
      return attaches_filter(call) ? take_filter(hidden, call.d) : 0;
    case SYS_getsockopt:
      return low(call.b) == kTcpLevel && low(call.c) == kTcpZeroCopy ? -ENOPROTOOPT : 0;
    default:
      return 0;
  }
}

void NestedArguments::give_back(const Hidden& hidden, const Call& original) const {
  if (original.number != SYS_recvmsg) return;
  constexpr std::uint64_t kNameBytes = offsetof(Message, name_bytes);
  write_guest(hidden, original.b + kNameBytes, static_cast<std::uint32_t>(message_.name_bytes));
  write_guest(hidden, original.b + offsetof(Message, control_bytes), message_.control_bytes);
  write_guest(hidden, original.b + offsetof(Message, flags), static_cast<std::uint32_t>(message_.flags));
}

}  // namespace effk::icount
