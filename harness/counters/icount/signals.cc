#include "harness/counters/icount/signals.h"

#include <asm/errno.h>
#include <sys/syscall.h>

#include "harness/counters/icount/extended_state.h"
#include "harness/counters/icount/guest_memory.h"
#include "harness/counters/icount/kernel.h"
#include "harness/counters/icount/limit.h"
#include "harness/counters/icount/runtime.h"

namespace effk::icount {
namespace {

constexpr std::uint64_t kDefault = 0;
constexpr std::uint64_t kIgnore = 1;
constexpr std::uint64_t kWithInfo = 4;  // SA_SIGINFO
constexpr std::uint64_t kWithRestorer = 0x04000000;
constexpr std::uint64_t kOnStack = 0x08000000;
constexpr std::uint64_t kNoDefer = 0x40000000;
constexpr std::uint64_t kResetHand = 0x80000000;
constexpr std::int32_t kStackOn = 1;
constexpr std::int32_t kStackDisabled = 2;
constexpr std::uint64_t kRedZone = 128;

// The kernel's frames: arch/x86/include/uapi/asm/sigcontext.h and ucontext.h.
struct Context {
  std::uint64_t r8, r9, r10, r11, r12, r13, r14, r15, rdi, rsi, rbp, rbx, rdx, rax, rcx, rsp, rip, flags;
  std::uint16_t cs, gs, fs, ss;
  std::uint64_t error, trap, old_mask, cr2, floating_point;
  std::uint64_t reserved[8];
};
struct UserContext {
  std::uint64_t flags, link;
  SignalStack stack;
  Context context;
  std::uint64_t mask;
};
struct Frame {
  std::uint64_t return_address;
  UserContext user;
  SignalInfo info;
};

// What a frame holds of the vector registers, marked as the kernel marks it.
struct alignas(64) VectorState {
  ExtendedState state;
  std::uint32_t end_magic;
  std::uint32_t padding[15];
};
constexpr std::uint32_t kMagic = 0x46505853;
constexpr std::uint32_t kEndMagic = 0x46505845;

std::uint64_t bit(int number) {
  return std::uint64_t{1} << (number - 1);
}

bool is_fault(int number) {
  return number == kSigIll || number == kSigTrap || number == kSigBus || number == kSigFpe ||
         number == kSigSegv;
}

void save_vectors(VectorState& vectors) {
  memset(&vectors, 0, sizeof vectors);
  ExtendedState& state = vectors.state;
  save_extended_state(state, kExtendedFeatures);
  state.magic = kMagic;
  state.extended_bytes = sizeof state + sizeof vectors.end_magic;
  state.features = kExtendedFeatures;
  state.bytes = sizeof state;
  vectors.end_magic = kEndMagic;
}

long kernel_action(int number, const SignalAction* action) {
  return system_call(SYS_rt_sigaction, number, as_long(action), 0, 8);
}

// What the program blocks the kernel keeps, but for what instructions raise.
std::uint64_t kept_by_kernel(const Hidden& hidden) {
  return hidden.signals.mask &
         ~(bit(kSigIll) | bit(kSigTrap) | bit(kSigBus) | bit(kSigFpe) | bit(kSigSegv) | bit(kLimitSignal));
}

void set_mask(Hidden& hidden, std::uint64_t mask) {
  hidden.signals.mask = mask & ~(bit(kSigKill) | bit(kSigStop));
  const std::uint64_t kernels = kept_by_kernel(hidden);
  system_call(SYS_rt_sigprocmask, 2, as_long(&kernels), 0, 8);
}

[[noreturn]] void die(Hidden& hidden, int number) {
  check_count(hidden);
  SignalAction action;
  action.flags = kWithRestorer;
  action.restorer = reinterpret_cast<std::uint64_t>(&icount_restore);
  kernel_action(number, &action);
  const std::uint64_t none = 0;
  system_call(SYS_rt_sigprocmask, 2, as_long(&none), 0, 8);
  system_call(SYS_kill, system_call(SYS_getpid), number);
  system_call(SYS_exit_group, 128 + number);
  __builtin_unreachable();
}

void default_action(Hidden& hidden, int number) {
  switch (number) {
    case kSigChld:
    case kSigCont:
    case kSigUrg:
    case kSigWinch:
      return;
    case kSigStop:
    case kSigTstp:
    case kSigTtin:
    case kSigTtou:
      system_call(SYS_kill, system_call(SYS_getpid), kSigStop);
      return;
    default:
      die(hidden, number);
  }
}

bool on_signal_stack(const Signals& signals, Address sp) {
  return signals.stack.bytes != 0 && sp > signals.stack.begin &&
         sp - signals.stack.begin <= signals.stack.bytes;
}

void fill(Context& to, const Hidden& hidden) {
  const std::uint64_t* const r = hidden.registers;
  to.r8 = r[8], to.r9 = r[9], to.r10 = r[10], to.r11 = r[11];
  to.r12 = r[12], to.r13 = r[13], to.r14 = r[14], to.r15 = r[15];
  to.rdi = r[kRdi], to.rsi = r[kRsi], to.rbp = r[kRbp], to.rbx = r[kRbx];
  to.rdx = r[kRdx], to.rax = r[kRax], to.rcx = r[kRcx], to.rsp = r[kRsp];
  to.rip = hidden.pc;
  to.flags = hidden.flags;
  to.cs = 0x33;
  to.ss = 0x2b;
}

void take(const Context& from, Hidden& hidden) {
  std::uint64_t* const r = hidden.registers;
  r[8] = from.r8, r[9] = from.r9, r[10] = from.r10, r[11] = from.r11;
  r[12] = from.r12, r[13] = from.r13, r[14] = from.r14, r[15] = from.r15;
  r[kRdi] = from.rdi, r[kRsi] = from.rsi, r[kRbp] = from.rbp, r[kRbx] = from.rbx;
  r[kRdx] = from.rdx, r[kRax] = from.rax, r[kRcx] = from.rcx, r[kRsp] = from.rsp;
  hidden.pc = from.rip;
  hidden.flags = (from.flags & 0xcd5) | 0x202;  // status flags and direction; what users may set
}

// The program's handler gets its frame. Where there is no room for it the kernel ends the program.
void call_handler(Hidden& hidden, int number, const SignalInfo& info) {
  Signals& signals = hidden.signals;
  SignalAction& action = signals.actions[number];
  Address sp = hidden.registers[kRsp] - kRedZone;
  const bool switches = (action.flags & kOnStack) != 0 && signals.stack.bytes != 0 &&
                        !on_signal_stack(signals, hidden.registers[kRsp]);
  if (switches) sp = signals.stack.begin + signals.stack.bytes;
  const Address vectors = (sp - sizeof(VectorState)) & ~Address{63};
  const Address place = ((vectors - sizeof(Frame)) & ~Address{15}) - 8;
  if (!is_mapped(hidden, place, vectors + sizeof(VectorState) - place, PROT_WRITE)) die(hidden, kSigSegv);

  save_vectors(*reinterpret_cast<VectorState*>(vectors));
  Frame& frame = *reinterpret_cast<Frame*>(place);
  memset(&frame, 0, sizeof frame);
  frame.return_address = action.restorer;
  frame.user.flags = 7;  // extended state, and a stack segment that is restored
  frame.user.stack = signals.stack;
  if (signals.stack.bytes == 0) frame.user.stack.flags = kStackDisabled;
  fill(frame.user.context, hidden);
  frame.user.context.floating_point = vectors;
  frame.user.context.error = signals.fault_error;
  frame.user.context.trap = signals.fault_trap;
  frame.user.context.cr2 = is_fault(number) ? info.address_or_sender : 0;
  frame.user.mask = signals.mask;
  frame.info = info;

  signals.mask |= action.mask;
  if ((action.flags & kNoDefer) == 0) signals.mask |= bit(number);
  hidden.pc = action.handler;
  hidden.registers[kRsp] = place;
  hidden.registers[kRdi] = static_cast<std::uint64_t>(number);
  hidden.registers[kRsi] = place + offsetof(Frame, info);
  hidden.registers[kRdx] = place + offsetof(Frame, user);
  hidden.registers[kRax] = 0;
  hidden.flags &= ~std::uint64_t{0x400};
  if ((action.flags & kResetHand) != 0) action.handler = kDefault;
}

void deliver(Hidden& hidden, int number, const SignalInfo& info) {
  const std::uint64_t handler = hidden.signals.actions[number].handler;
  if (handler == kDefault) {
    default_action(hidden, number);
  } else if (handler != kIgnore) {
    call_handler(hidden, number, info);
  }
}

}  // namespace

void raise_fault(Hidden& hidden, int number, int code, Address address) {
  Signals& signals = hidden.signals;
  signals.fault = SignalInfo{};
  signals.fault.number = number;
  signals.fault.code = code;
  signals.fault.address_or_sender = address;
}

void deliver_signals(Hidden& hidden) {
  Signals& signals = hidden.signals;
  if (const int number = signals.fault.number; number != 0) {
    const SignalInfo info = signals.fault;
    signals.fault.number = 0;
    const bool blocked = (signals.mask & bit(number)) != 0;
    if (blocked || signals.actions[number].handler == kIgnore) die(hidden, number);
    deliver(hidden, number, info);
    signals.fault_trap = signals.fault_error = 0;
  }
  while ((signals.pending & ~signals.mask) != 0) {
    const int number = __builtin_ctzll(signals.pending & ~signals.mask) + 1;
    signals.pending &= ~bit(number);
    deliver(hidden, number, signals.infos[number]);
  }
}

long signal_action(Hidden& hidden, long number, Address action, Address old, long bytes) {
  if (bytes != 8 || number < 1 || number > kSignals) return -EINVAL;
  SignalAction& mine = hidden.signals.actions[number];
  SignalAction wanted = mine;
  if (action != 0 && !read_guest(hidden, action, wanted)) return -EFAULT;
  if (action != 0 && (number == kSigKill || number == kSigStop)) return -EINVAL;
  if (old != 0 && !write_guest(hidden, old, mine)) return -EFAULT;
  if (action == 0) return 0;
  wanted.mask &= ~(bit(kSigKill) | bit(kSigStop));
  mine = wanted;
  if (is_fault(static_cast<int>(number)) || number == kLimitSignal) return 0;  // icount's handler stays
  SignalAction kernels;
  kernels.flags = kWithInfo | kOnStack | kWithRestorer | (wanted.flags & 3) | (wanted.flags & 0x10000000);
  kernels.restorer = reinterpret_cast<std::uint64_t>(&icount_restore);
  kernels.mask = ~std::uint64_t{0};
  kernels.handler = wanted.handler == kDefault || wanted.handler == kIgnore
                        ? wanted.handler
                        : reinterpret_cast<std::uint64_t>(&icount_signal);
  return kernel_action(static_cast<int>(number), &kernels);
}

long signal_mask(Hidden& hidden, long how, Address set, Address old, long bytes) {
  if (bytes != 8) return -EINVAL;
  Signals& signals = hidden.signals;
  std::uint64_t wanted = 0;
  if (set != 0 && !read_guest(hidden, set, wanted)) return -EFAULT;
  if (old != 0 && !write_guest(hidden, old, signals.mask)) return -EFAULT;
  if (set == 0) return 0;
  if (how < 0 || how > 2) return -EINVAL;
  set_mask(hidden, how == 0 ? signals.mask | wanted : how == 1 ? signals.mask & ~wanted : wanted);
  return 0;
}

long signal_stack(Hidden& hidden, Address stack, Address old) {
  Signals& signals = hidden.signals;
  const bool in_use = on_signal_stack(signals, hidden.registers[kRsp]);
  SignalStack wanted;
  if (stack != 0 && !read_guest(hidden, stack, wanted)) return -EFAULT;
  SignalStack now = signals.stack;
  now.flags = now.bytes == 0 ? kStackDisabled : in_use ? kStackOn : 0;
  if (old != 0 && !write_guest(hidden, old, now)) return -EFAULT;
  if (stack == 0) return 0;
  if (in_use) return -EPERM;
  if ((wanted.flags & kStackDisabled) != 0) {
    signals.stack = SignalStack{};
    return 0;
  }
  if (wanted.bytes < 2048) return -ENOMEM;
  signals.stack = wanted;
  signals.stack.flags = 0;
  return 0;
}

void return_from_signal(Hidden& hidden) {
  Frame frame;
  VectorState vectors;
  // The handler's ret has taken the return address.
  if (!read_guest(hidden, hidden.registers[kRsp] - 8, frame)) die(hidden, kSigSegv);
  if (frame.user.context.floating_point != 0) {
    if (!read_guest(hidden, frame.user.context.floating_point, vectors)) die(hidden, kSigSegv);
    if (!is_valid(vectors.state)) die(hidden, kSigSegv);
    restore_extended_state(vectors.state, kExtendedFeatures);
  }
  take(frame.user.context, hidden);
  set_mask(hidden, frame.user.mask);
}

bool kernel_keeps(const Hidden& hidden, int number) {
  return (kept_by_kernel(hidden) & bit(number)) != 0;
}

void send_to_itself(Hidden& hidden, int number, int code) {
  SignalInfo& info = hidden.signals.infos[number];
  info = SignalInfo{};
  info.number = number;
  info.code = code;
  const auto pid = static_cast<std::uint64_t>(system_call(SYS_getpid));
  const auto uid = static_cast<std::uint64_t>(system_call(SYS_getuid));
  info.address_or_sender = pid | uid << 32;
  if (number == kSigKill || number == kSigStop) {
    system_call(SYS_kill, static_cast<long>(pid), number);
    return;
  }
  hidden.signals.pending |= bit(number);
}

void take_signals(Hidden& hidden) {
  SignalStack stack;
  stack.begin = reinterpret_cast<Address>(&hidden) + kSignalStackOffset;
  stack.bytes = kSignalStackBytes;
  system_call(SYS_sigaltstack, as_long(&stack), 0);
  SignalAction action;
  action.handler = reinterpret_cast<std::uint64_t>(&icount_signal);
  action.flags = kWithInfo | kOnStack | kWithRestorer;
  action.restorer = reinterpret_cast<std::uint64_t>(&icount_restore);
  action.mask = ~std::uint64_t{0};
  constexpr int kTaken[] = {kSigIll, kSigTrap, kSigBus, kSigFpe, kSigSegv, kLimitSignal};
  for (const int number : kTaken) kernel_action(number, &action);
}

}  // namespace effk::icount

using namespace effk::icount;

// The kernel's door: a fault in copied code or in the runtime, or a signal from outside.
extern "C" void icount_signal_seen(Hidden* hidden, int number, const SignalInfo* info, void* user) {
  Context& context = static_cast<UserContext*>(user)->context;
  const bool in_cache = context.rip >= kCacheBegin && context.rip < kCacheEnd;
  if (number == kLimitSignal && info->code > 0) return look_at_limit(*hidden);
  const bool from_outside = info->code <= 0;  // SI_USER, SI_QUEUE, SI_TIMER, ...
  if (from_outside || !is_fault(number)) {
    hidden->signals.infos[number] = *info;
    hidden->signals.pending |= bit(number);
    return;
  }
  if (!in_cache) refuse("a fault in icount itself, at", context.rip);
  const std::uint32_t at = hidden->cache.block_at(context.rip);
  if (at == kNone) refuse("a fault where no translation is, at", context.rip);
  take(context, *hidden);
  locate(*hidden, hidden->cache.block(at), context.rip);
  hidden->signals.fault = *info;
  hidden->signals.fault_trap = context.trap;
  hidden->signals.fault_error = context.error;
  if (number == kSigTrap || number == kSigFpe || number == kSigIll) {
    hidden->signals.fault.address_or_sender = hidden->pc;  // the address of the instruction
  }
  // The kernel restores the program's vector registers and goes on in the runtime.
  context.rip = reinterpret_cast<std::uint64_t>(&icount_faulted);
  context.rsp = hidden->stack;
  context.flags = 0x202;
}
