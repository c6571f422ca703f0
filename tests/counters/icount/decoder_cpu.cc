#include "tests/counters/icount/decoder_cpu.h"

#include <signal.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <stdexcept>

namespace effk::icount {
namespace {

constexpr std::size_t kPage = 4096;
constexpr std::uint64_t kTrapFlag = 0x100;
constexpr std::uint64_t kInstructionFetch = 0x10;  // in the error code of a page fault
constexpr int kOrder[16] = {REG_RAX, REG_RCX, REG_RDX, REG_RBX, REG_RSP, REG_RBP, REG_RSI, REG_RDI,
                            REG_R8,  REG_R9,  REG_R10, REG_R11, REG_R12, REG_R13, REG_R14, REG_R15};

// The handler has no argument for these.
struct Exchange {
  bool running = false;
  greg_t kept[NGREG];
  _libc_fpstate kept_vector;
  std::uint64_t start = 0;
  const CpuState* before = nullptr;
  Execution result;
};
Exchange exchange;

// The same vectors for each instruction: numbers in the registers of SSE, nothing in what came after them.
void set_vectors(fpregset_t vector) {
  for (int i = 0; i < 16; ++i) {
    for (unsigned k = 0; k < 4; ++k) {
      vector->_xmm[i].element[k] = 0x3F80'0000U + 0x0010'0101U * (static_cast<unsigned>(i) + k);
    }
  }
  // The header of XSAVE: the components that are present. Without its bit a component is all zeros.
  auto* components = reinterpret_cast<std::uint64_t*>(reinterpret_cast<char*>(vector) + 512);
  *components &= 3;
}

void begin(greg_t* registers, fpregset_t vector) {
  std::memcpy(exchange.kept, registers, sizeof exchange.kept);
  exchange.kept_vector = *vector;
  set_vectors(vector);
  for (int i = 0; i < 16; ++i) {
    registers[kOrder[i]] = static_cast<greg_t>(exchange.before->registers[static_cast<std::size_t>(i)]);
  }
  registers[REG_RIP] = static_cast<greg_t>(exchange.start);
  registers[REG_EFL] = static_cast<greg_t>(exchange.before->flags | kTrapFlag | 0x202);
  exchange.running = true;
}

void end(int signal, const siginfo_t* info, greg_t* registers, fpregset_t vector) {
  Execution& result = exchange.result;
  result.signal = signal;
  result.address = reinterpret_cast<std::uint64_t>(info->si_addr);
  const auto error = static_cast<std::uint64_t>(registers[REG_ERR]);
  for (int i = 0; i < 16; ++i) {
    result.after.registers[static_cast<std::size_t>(i)] = static_cast<std::uint64_t>(registers[kOrder[i]]);
  }
  result.after.flags = static_cast<std::uint64_t>(registers[REG_EFL]) & ~kTrapFlag;
  result.after.rip = static_cast<std::uint64_t>(registers[REG_RIP]) - exchange.start;
  result.wants_more = signal == SIGSEGV && result.after.rip == 0 && (error & kInstructionFetch) != 0;
  std::memcpy(registers, exchange.kept, sizeof exchange.kept);
  // Of the vectors only the legacy part: a caller expects no more of a function.
  const _libc_fpstate& kept = exchange.kept_vector;
  std::memcpy(vector, &kept, offsetof(_libc_fpstate, __glibc_reserved1));
  exchange.running = false;
}

void handle(int signal, siginfo_t* info, void* context) {
  mcontext_t& state = static_cast<ucontext_t*>(context)->uc_mcontext;
  if (exchange.running) {
    end(signal, info, state.gregs, state.fpregs);
  } else if (signal == SIGUSR1) {
    begin(state.gregs, state.fpregs);
  } else {
    _exit(111);  // a fault of the test itself
  }
}

std::uint8_t* mapped(void* where, std::size_t size, int protection, int flags, int file) {
  void* memory = mmap(where, size, protection, flags, file, 0);
  if (memory == MAP_FAILED) throw std::runtime_error("no memory for the code page");
  return static_cast<std::uint8_t*>(memory);
}

}  // namespace

// No displacement of 32 bits leads from the code or the scratch to memory that is not ours.
constexpr std::size_t kReservation = std::size_t{6} << 30;

Cpu::Cpu() {
  const int file = memfd_create("page", 0);
  if (file < 0 || ftruncate(file, kPage) != 0) throw std::runtime_error("no memory file for the code page");
  writable_ = mapped(nullptr, kPage, PROT_READ | PROT_WRITE, MAP_SHARED, file);
  std::uint8_t* middle =
      mapped(nullptr, kReservation, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1) +
      kReservation / 2;
  executable_ = mapped(middle, kPage, PROT_READ | PROT_EXEC, MAP_SHARED | MAP_FIXED, file);
  close(file);
  constexpr std::size_t kScratch = 4 * kPage;
  scratch_ = {mapped(middle + 16 * kPage, kScratch, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1),
              kScratch};

  constexpr std::size_t kStack = 64 * kPage;
  const stack_t stack{
      .ss_sp = mapped(nullptr, kStack, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1),
      .ss_flags = 0,
      .ss_size = kStack};
  sigaltstack(&stack, nullptr);
  struct sigaction action {};
  action.sa_sigaction = handle;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  for (const int signal : {SIGILL, SIGSEGV, SIGBUS, SIGFPE, SIGTRAP, SIGUSR1}) {
    sigaction(signal, &action, nullptr);
  }
}

Execution Cpu::run(std::span<const std::uint8_t> bytes, const CpuState& before) {
  const std::size_t at = kPage - bytes.size();
  std::copy(bytes.begin(), bytes.end(), writable_ + at);
  exchange.start = reinterpret_cast<std::uint64_t>(executable_ + at);
  exchange.before = &before;
  exchange.result = {};
  raise(SIGUSR1);
  return exchange.result;
}

}  // namespace effk::icount
