#include "tests/counters/icount/fuzz/comparison.h"

#include <fmt/format.h>

#include <cstring>

#include "tests/counters/icount/fuzz/places.h"

namespace effk::icount::fuzz {
namespace {

constexpr const char* kNames[16] = {"rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi",
                                    "r8",  "r9",  "r10", "r11", "r12", "r13", "r14", "r15"};
constexpr std::uint64_t kVisibleFlags = 0xcd5;
constexpr std::uint64_t kPageFault = 14;
constexpr std::size_t kVariablesShown = 0x80;
constexpr std::size_t kRecordsAt = kVariablesShown + kArenaBytes + kStackShown;

std::uint64_t word(const std::string& text, std::size_t at) {
  std::uint64_t value = 0;
  std::memcpy(&value, text.data() + at, 8);
  return value;
}

bool is_fault(const std::string& record) {
  return word(record, kTag) >= kFaultTag;
}

// The status flags that the code there replaces before it reads them. icount may have changed those already,
// which only the handler of a fault in between can see.
unsigned dead_flags(const Program& program, std::uint64_t at) {
  unsigned read = 0;
  unsigned dead = 0;
  const auto& bytes = program.code.bytes();
  for (int i = 0; i < 64 && at - program.code.base() < bytes.size(); ++i) {
    const std::uint64_t from = at - program.code.base();
    Instruction instruction;
    if (!decode(bytes.data() + from, bytes.size() - from, Baseline::host, instruction)) break;
    read |= instruction.flags_read;
    dead |= instruction.flags_replaced & ~read;
    at += instruction.length;
    if (instruction.flow == Flow::jump || instruction.flow == Flow::call) {
      at += static_cast<std::uint64_t>(std::int64_t{instruction.target});
    } else if (instruction.flow != Flow::next) {
      break;
    }
  }
  return dead;
}

// What the manuals or the kernel leave open becomes zero.
std::string settled(const Program& program, std::string record) {
  const auto clear = [&record](std::size_t from, std::size_t bytes) {
    record.replace(from, bytes, bytes, '\0');
  };
  clear(kLegacy + 6, 18);  // where the last x87 instruction was, and its operand
  clear(kLegacy + 28, 4);  // which bits of MXCSR there are
  clear(kLegacy + 416, 96);
  if (!is_fault(record)) return record;
  std::uint64_t flags = word(record, kFlags) & kVisibleFlags;
  flags &= ~std::uint64_t{dead_flags(program, word(record, kRip))};
  if (const auto* placed = program.code.instruction_at(word(record, kRip)))
    flags &= ~std::uint64_t{placed->undefined};
  std::memcpy(record.data() + kFlags, &flags, 8);
  if (word(record, kTrap) != kPageFault) clear(kCr2, 8);
  if ((word(record, kPresent) & 4) == 0) clear(kUpper, 256);
  clear(kPresent, 8);
  return record;
}

std::string name_of(std::size_t at) {
  if (at < kRegisters) return "kind of record";
  if (at < kRip) return kNames[(at - kRegisters) / 8];
  static constexpr const char* kFields[] = {"rip", "flags",        "error", "trap",
                                            "cr2", "vector state", "code",  "address"};
  if (at < kRip + 64) return kFields[(at - kRip) / 8];
  if (at >= kLegacy + 32 && at < kLegacy + 160) return fmt::format("st{}", (at - kLegacy - 32) / 16);
  if (at >= kLegacy + 160 && at < kLegacy + 416) return fmt::format("xmm{}", (at - kLegacy - 160) / 16);
  if (at >= kUpper && at < kUpper + 256) return fmt::format("upper half of ymm{}", (at - kUpper) / 16);
  if (at >= kMasks) return fmt::format("k{}", (at - kMasks) / 8);
  if (at >= kZmm) return fmt::format("zmm{}", (at - kZmm) / 64);
  return fmt::format("byte {} of fxsave's area", at - kLegacy);
}

std::string of_records(const Program& program, const std::string& native, const std::string& counted) {
  const std::size_t bytes = program.record_bytes();
  std::uint64_t snippet = 0;
  for (std::size_t at = kRecordsAt; at + bytes <= std::min(native.size(), counted.size()); at += bytes) {
    std::string one = settled(program, native.substr(at, bytes));
    const std::string other = settled(program, counted.substr(at, bytes));
    // icount raises some faults itself, and then does not say how the processor would have come to them.
    if (is_fault(other) && word(other, kTrap) == 0) one.replace(kError, 24, other, kError, 24);
    for (std::size_t i = 0; i < bytes; i += 8) {
      if (word(one, i) == word(other, i)) continue;
      const std::string where =
          is_fault(one) ? fmt::format("the fault at {:x} after", word(one, kRip)) : "the end of";
      const std::uint64_t number = is_fault(one) ? snippet : word(one, kTag);
      return fmt::format("{} at {} snippet {}: {:x} natively, {:x} under icount\n", name_of(i), where, number,
                         word(one, i), word(other, i));
    }
    if (!is_fault(one)) snippet = word(one, kTag) + 1;
  }
  return {};
}

}  // namespace

std::string difference(const Program& program, const Execution& native, const Execution& counted) {
  const int expected = WIFSIGNALED(native.status) ? (128 + WTERMSIG(native.status)) << 8 : native.status;
  if (counted.status != expected) {
    return fmt::format("status {:x} natively, {:x} under icount: {}\n", expected, counted.status,
                       counted.errors);
  }
  std::string text = of_records(program, native.output, counted.output);
  if (native.output.size() != counted.output.size()) {
    return text +
           fmt::format("{} bytes natively, {} under icount\n", native.output.size(), counted.output.size());
  }
  if (native.output.size() < kRecordsAt) return text;
  const bool has_frames = !program.alternate_stack && word(native.output, kFaults - kVariables) != 0;
  for (std::size_t at = 0; at < kRecordsAt; at += 8) {
    if (word(native.output, at) == word(counted.output, at)) continue;
    if (at >= kVariablesShown + kArenaBytes && has_frames) break;
    const std::size_t place = at < kVariablesShown                 ? kVariables + at
                              : at < kVariablesShown + kArenaBytes ? kArena + at - kVariablesShown
                                                                   : kStackStart - kRecordsAt + at;
    text += fmt::format("memory at {:x}: {:x} natively, {:x} under icount\n", place, word(native.output, at),
                        word(counted.output, at));
    break;
  }
  return text;
}

SelfCount self_count(const Program& program, const Execution& native) {
  if (!program.counts_itself || native.output.size() < kRecordsAt) return {};
  std::uint64_t count = word(native.output, kCounted - kVariables) + program.uncounted;
  std::uint64_t faults = 0;
  for (std::size_t at = kRecordsAt; at < native.output.size(); at += program.record_bytes()) {
    const std::string record = native.output.substr(at, program.record_bytes());
    if (!is_fault(record)) continue;
    ++faults;
    count += program.of_fault;
    count -= program.code.remaining_after(word(record, kRip));
  }
  return {faults == word(native.output, kFaults - kVariables), count};
}

}  // namespace effk::icount::fuzz
