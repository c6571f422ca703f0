// harness/counters/icount/signals.h -- signals as the program sees them.
//
// The kernel only ever knows icount's own handler, which runs on a hidden stack. It finds out where the
// program was, and the program's handler then gets a frame on the program's own stack in which every
// register, above all the program counter, is the program's.
//
//   Delivered  signals that an instruction raises, and those that the program sends itself: at that
//   instruction;
//              signals from outside: at the next instruction whose copy begins (arrivals.cc).
//   Fatal      a fault outside the program's window, where icount's own memory is: whoever could survive it
//   could
//              search for that memory.
#pragma once

#include <cstdint>

#include "harness/counters/icount/layout.h"

namespace effk::icount {

struct Hidden;

constexpr int kSignals = 64;

enum SignalNumber : int {
  kSigIll = 4,
  kSigTrap = 5,
  kSigBus = 7,
  kSigFpe = 8,
  kSigKill = 9,
  kSigSegv = 11,
  kSigChld = 17,
  kSigCont = 18,
  kSigStop = 19,
  kSigTstp = 20,
  kSigTtin = 21,
  kSigTtou = 22,
  kSigUrg = 23,
  kSigWinch = 28
};

// As the kernel takes it in rt_sigaction.
struct SignalAction {
  std::uint64_t handler = 0;  // 0: default, 1: ignored
  std::uint64_t flags = 0;
  std::uint64_t restorer = 0;
  std::uint64_t mask = 0;
};

struct SignalStack {
  Address begin = 0;
  std::int32_t flags = 0;
  std::int32_t padding = 0;
  std::uint64_t bytes = 0;
};

// siginfo_t as far as it is used.
struct SignalInfo {
  std::int32_t number = 0;
  std::int32_t error = 0;
  std::int32_t code = 0;
  std::int32_t padding = 0;
  std::uint64_t address_or_sender = 0;
  std::uint64_t rest[13] = {};
};
static_assert(sizeof(SignalInfo) == 128);

struct Signals {
  SignalAction actions[kSignals + 1];
  SignalStack stack;
  std::uint64_t mask = 0;
  std::uint64_t mask_to_restore = 0;  // by the next frame, if the mask was another one during a call
  bool restores_mask = false;
  bool steps_to_instruction = false;  // the processor stops after each instruction until a copy begins
  std::uint64_t pending = 0;          // bit number - 1
  SignalInfo infos[kSignals + 1];
  SignalInfo fault;  // what the last instruction raised; number 0: nothing
  std::uint64_t fault_trap = 0;
  std::uint64_t fault_error = 0;
};

constexpr bool is_fault(int number) {
  return number == kSigIll || number == kSigTrap || number == kSigBus || number == kSigFpe ||
         number == kSigSegv;
}

constexpr std::uint64_t signal_bit(int number) {
  return std::uint64_t{1} << (number - 1);
}

// The lowest pending signal of this set, which is pending no longer; 0 if there is none.
int take_pending(Signals& signals, std::uint64_t set);

bool on_signal_stack(const Signals& signals, Address sp);

// Sets up icount's own handlers and signal stack.
void take_signals(Hidden& hidden);

// What the program wants to be done for a signal, and what it blocks.
long set_action(Hidden& hidden, int number, SignalAction wanted);
void set_mask(Hidden& hidden, std::uint64_t mask);

// The instruction at hidden.pc raises this.
void raise_fault(Hidden& hidden, int number, int code, Address address);

// Delivers what is pending and not blocked: moves hidden.pc into the program's handler, or ends the process.
void deliver_signals(Hidden& hidden);

// After a system call: true if it is to be made again once the program's handler has returned; then the
// program stands before the call.
bool made_again(Hidden& hidden, long number, long result);

void return_from_signal(Hidden& hidden);
// `number` becomes pending, as if the program had sent it itself.
void send_to_itself(Hidden& hidden, int number, int code);

}  // namespace effk::icount
