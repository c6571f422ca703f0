#include "tests/counters/icount/fuzz/program_frame.h"

#include <sys/syscall.h>

#include <csignal>
#include <cstring>

#include "tests/counters/icount/fuzz/assembler.h"
#include "tests/counters/icount/fuzz/places.h"

namespace effk::icount::fuzz {
namespace {

constexpr std::int32_t kMachineContext = 40;  // in ucontext_t: r8...
// The kernel's order of the registers, by the processor's numbers.
constexpr unsigned kOrder[16] = {r8,  r9,  r10, r11, r12, r13, r14, r15,
                                 rdi, rsi, rbp, rbx, rdx, rax, rcx, rsp};
constexpr std::int32_t kOfRip = kMachineContext + 8 * 16, kOfFlags = kOfRip + 8, kOfError = kOfRip + 24,
                       kOfTrap = kOfRip + 32, kOfCr2 = kOfRip + 48, kOfVectors = kOfRip + 56;

void call_kernel(CodeWriter& code, unsigned number) {
  code.put(mov_number(rax, number));
  code.put({0x0f, 0x05});
}

void set_word(Program& program, std::uint32_t at, std::uint64_t value) {
  std::memcpy(program.variables.data() + (at - kVariables), &value, 8);
}

Code vector_store(std::initializer_list<unsigned> opcode, unsigned reg, std::int32_t distance) {
  return with_base(opcode, reg, rax, distance);
}

void write_dump(Program& program) {
  CodeWriter& code = program.code;
  code.bind(program.dump);
  code.put(store_to(kSavedRax, rax));
  code.put(load_from(rax, kOutputAt));
  for (unsigned r = rcx; r <= r15; ++r)
    code.put(store(r, rax, static_cast<std::int32_t>(kRegisters + 8 * r)));
  code.put({0x9c});
  code.put(pop(rcx));
  code.put(Code{0x81, 0xe1}.add32(0xcd5));  // and ecx, 0xcd5: a debugger's trap flag is none of the program's
  code.put(store(rcx, rax, kFlags));
  code.put(load_from(rcx, kSavedRax));
  code.put(store(rcx, rax, kRegisters));
  code.put(load_from(rcx, kSavedRsp));
  code.put(store(rcx, rax, kRegisters + 8 * rsp));
  code.put(load_from(rcx, kSnippet));
  code.put(store(rcx, rax, kTag));
  code.put(vector_store({0x48, 0x0f, 0xae}, 0, kLegacy));  // fxsave64
  for (unsigned i = 0; i < 16; ++i) {                      // vextracti128 [rax + ...], ymm, 1
    code.put(
        vector_store({0xc4, i > 7 ? 0x63U : 0xe3U, 0x7d, 0x39}, i, static_cast<std::int32_t>(kUpper + 16 * i))
            .add8(1));
  }
  if (program.options.wide) {
    for (unsigned i = 0; i < 32; ++i) {  // vmovdqu64 [rax + ...], zmm
      const unsigned high = ((i & 8) != 0 ? 0U : 0x80U) | ((i & 16) != 0 ? 0U : 0x10U) | 0x61U;
      code.put(vector_store({0x62, high, 0xfe, 0x48, 0x7f}, i, static_cast<std::int32_t>(kZmm + 64 * i)));
    }
    for (unsigned i = 0; i < 8; ++i) {  // kmovq [rax + ...], k
      code.put(vector_store({0xc4, 0xe1, 0xf8, 0x91}, i, static_cast<std::int32_t>(kMasks + 8 * i)));
    }
  }
  code.put(lea(rax, rax, static_cast<std::int32_t>(program.record_bytes())));
  code.put(store_to(kOutputAt, rax));
  code.put({0xc3});
  code.cut();
}

// handler(rdi: signal, rsi: its information, rdx: the context)
void write_handler(Program& program, Label handler, Random& random) {
  CodeWriter& code = program.code;
  code.bind(handler);
  const std::size_t before = code.instructions().size();
  code.put(load_from(rax, kOutputAt));
  code.put(lea(rcx, rdi, kFaultTag));
  code.put(store(rcx, rax, kTag));
  const auto copy = [&](unsigned from, std::int32_t source, std::uint32_t field) {
    code.put(load(rcx, from, source));
    code.put(store(rcx, rax, static_cast<std::int32_t>(field)));
  };
  copy(rsi, 8, kCode);
  copy(rsi, 16, kAddress);
  for (int i = 0; i < 16; ++i) copy(rdx, kMachineContext + 8 * i, kRegisters + 8 * kOrder[i]);
  copy(rdx, kOfRip, kRip);
  copy(rdx, kOfFlags, kFlags);
  copy(rdx, kOfError, kError);
  copy(rdx, kOfTrap, kTrap);
  copy(rdx, kOfCr2, kCr2);
  code.put(load(rsi, rdx, kOfVectors));
  copy(rsi, 512, kPresent);
  code.put(lea(rdi, rax, kLegacy));
  code.put(mov_number(rcx, 64));
  code.put({0xf3, 0x48, 0xa5});  // rep movsq
  code.put(lea(rsi, rsi, 64));   // the upper halves lie behind the header of xsave
  code.put(mov_number(rcx, 32));
  code.put({0xf3, 0x48, 0xa5});
  // When the output is full the last record is written again and again.
  code.put(lea(rax, rax, static_cast<std::int32_t>(program.record_bytes())));
  code.put(Code{0x48, 0x3d}.add32(kOutput + kOutputBytes - 2 * kWideRecord));  // cmp rax, ...
  code.put(absolute({0x48, 0x0f, 0x47}, rax, kOutputAt));                      // cmova rax, [...]
  code.put(store_to(kOutputAt, rax));
  code.put(absolute({0x48, 0x83}, 0, kFaults).add8(1));
  code.put(load_from(rcx, kResume));
  code.put(store(rcx, rdx, kOfRip));
  code.put(load_from(rcx, kResumeRsp));
  code.put(store(rcx, rdx, kMachineContext + 8 * 15));
  code.put(with_base({0x48, 0xc7}, 0, rdx, kOfFlags).add32((random.below(0x1000) & 0x8d5) | 0x202));
  code.put(load_from(rcx, kExit));
  code.put(store_to(kResume, rcx));
  code.put(store_number(kResumeRsp, kStackStart));
  code.put({0xc3});
  // What it returns to.
  program.of_fault = static_cast<unsigned>(code.instructions().size() - before) + 2;
}

}  // namespace

void write_start(Program& program, Random& random) {
  CodeWriter& code = program.code;
  const Label handler = code.new_label();
  const Label restorer = code.new_label();
  program.entry = code.here();
  program.alternate_stack = random.percent(70);
  const std::size_t before = code.instructions().size();

  const std::uint64_t flags = 4 | 0x0400'0000 | (program.alternate_stack ? 0x0800'0000U : 0U);
  set_word(program, kActions + 8, flags);
  code.put_address32(absolute({0x48, 0xc7}, 0, kActions), handler);
  code.put_address32(absolute({0x48, 0xc7}, 0, kActions + 16), restorer);
  for (const unsigned signal : {SIGILL, SIGBUS, SIGFPE, SIGSEGV}) {
    code.put(mov_number(rdi, signal));
    code.put(mov_number(rsi, kActions));
    code.put(mov_number(rdx, 0));
    code.put(mov_number(r10, 8));
    call_kernel(code, SYS_rt_sigaction);
  }
  set_word(program, kActions + 32, kAlternateStack);
  set_word(program, kActions + 48, kAlternateStackBytes);
  code.put(mov_number(rdi, kActions + 32));
  code.put(mov_number(rsi, 0));
  call_kernel(code, SYS_sigaltstack);
  code.put(mov_number(rdi, 0x1002));  // ARCH_SET_FS
  code.put(mov_number(rsi, kFsBase));
  call_kernel(code, SYS_arch_prctl);
  set_word(program, kOutputAt, kOutput);
  code.put(mov_number(program.roles.counter, 0));
  program.uncounted = static_cast<unsigned>(code.instructions().size() - before);
  const Label snippets = code.new_label();
  if (program.counts_itself) code.count_in(program.roles.counter);
  code.put_relative32({0xe9}, snippets);
  code.stop_counting();
  write_handler(program, handler, random);
  code.bind(restorer);
  call_kernel(code, SYS_rt_sigreturn);
  if (program.counts_itself) code.count_in(program.roles.counter);
  program.dump = code.new_label();
  write_dump(program);
  code.bind(snippets);
}

void write_record(Program& program) {
  program.code.put(store_to(kSavedRsp, rsp));
  program.code.put(mov_number(rsp, kDumpStack));
  program.code.put_relative32({0xe8}, program.dump);
  program.code.cut();
}

void write_end(Program& program, Random&) {
  CodeWriter& code = program.code;
  code.stop_counting();
  const std::size_t before = code.instructions().size();
  code.put(store_to(kCounted, program.roles.counter));
  // icount looks at registers that the call does not use, too.
  for (const unsigned r : {r8, r9, r10}) code.put(mov_number(r, 0));
  const auto write = [&](std::uint32_t from, std::uint32_t bytes) {
    code.put(mov_number(rdi, 1));
    code.put(mov_number(rsi, from));
    code.put(mov_number(rdx, bytes));
    call_kernel(code, SYS_write);
  };
  write(kVariables, 0x80);
  write(kArena, kArenaBytes);
  write(kStackStart - kStackShown, kStackShown);
  code.put(mov_number(rdi, 1));
  code.put(mov_number(rsi, kOutput));
  code.put(load_from(rdx, kOutputAt));
  code.put(Code{0x48, 0x81, 0xea}.add32(kOutput));
  call_kernel(code, SYS_write);
  code.put(mov_number(rdi, 0));
  call_kernel(code, SYS_exit_group);
  program.uncounted += static_cast<unsigned>(code.instructions().size() - before);
}

}  // namespace effk::icount::fuzz
