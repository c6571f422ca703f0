#include "harness/counters/icount/signal_frame.h"

#include "harness/counters/icount/extended_state.h"
#include "harness/counters/icount/guest_memory.h"
#include "harness/counters/icount/kernel.h"

namespace effk::icount {
namespace {

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
constexpr std::int32_t kStackDisabled = 2;

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

}  // namespace

void fill_registers(Context& to, const Hidden& hidden) {
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

void take_registers(const Context& from, Hidden& hidden) {
  std::uint64_t* const r = hidden.registers;
  r[8] = from.r8, r[9] = from.r9, r[10] = from.r10, r[11] = from.r11;
  r[12] = from.r12, r[13] = from.r13, r[14] = from.r14, r[15] = from.r15;
  r[kRdi] = from.rdi, r[kRsi] = from.rsi, r[kRbp] = from.rbp, r[kRbx] = from.rbx;
  r[kRdx] = from.rdx, r[kRax] = from.rax, r[kRcx] = from.rcx, r[kRsp] = from.rsp;
  hidden.pc = from.rip;
  hidden.flags = (from.flags & 0xcd5) | 0x202;  // status flags and direction; what users may set
}

bool push_frame(Hidden& hidden, Address sp, const SignalInfo& info, Address restorer, std::uint64_t mask) {
  const Signals& signals = hidden.signals;
  const Address vectors = (sp - sizeof(VectorState)) & ~Address{63};
  const Address place = ((vectors - sizeof(Frame)) & ~Address{15}) - 8;
  if (!is_mapped(hidden, place, vectors + sizeof(VectorState) - place, PROT_WRITE)) return false;
  save_vectors(*reinterpret_cast<VectorState*>(vectors));
  Frame& frame = *reinterpret_cast<Frame*>(place);
  memset(&frame, 0, sizeof frame);
  frame.return_address = restorer;
  frame.user.flags = 7;  // extended state, and a stack segment that is restored
  frame.user.stack = signals.stack;
  if (signals.stack.bytes == 0) frame.user.stack.flags = kStackDisabled;
  fill_registers(frame.user.context, hidden);
  frame.user.context.floating_point = vectors;
  frame.user.context.error = signals.fault_error;
  frame.user.context.trap = signals.fault_trap;
  frame.user.context.cr2 = is_fault(info.number) ? info.address_or_sender : 0;
  frame.user.mask = mask;
  frame.info = info;
  hidden.registers[kRsp] = place;
  hidden.registers[kRdi] = static_cast<std::uint64_t>(info.number);
  hidden.registers[kRsi] = place + offsetof(Frame, info);
  hidden.registers[kRdx] = place + offsetof(Frame, user);
  return true;
}

bool pop_frame(Hidden& hidden, std::uint64_t& mask) {
  Frame frame;
  VectorState vectors;
  // The handler's ret has taken the return address.
  if (!read_guest(hidden, hidden.registers[kRsp] - 8, frame)) return false;
  if (frame.user.context.floating_point != 0) {
    if (!read_guest(hidden, frame.user.context.floating_point, vectors) || !is_valid(vectors.state))
      return false;
    restore_extended_state(vectors.state, kExtendedFeatures);
  }
  take_registers(frame.user.context, hidden);
  mask = frame.user.mask;
  return true;
}

}  // namespace effk::icount
