#include "tests/counters/icount/cpu_claims.h"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>

#include "tests/counters/icount/decoder_comparison.h"

namespace effk::icount {
namespace {

constexpr std::array<std::uint16_t, 6> kFlags{kCarry, kParity, kAdjust, kZero, kSign, kOverflow};

// Loads of state that the handler would meet: the bases of segments, control words, the trap flag.
bool changes_surroundings(std::span<const std::uint8_t> bytes, const Instruction& instruction) {
  const bool vector_prefix = bytes[instruction.opcode_at] != 0x0F;
  const bool group15 = instruction.map == 1 && instruction.opcode == 0xAE && !vector_prefix;
  const bool popf = instruction.map == 0 && instruction.opcode == 0x9D;
  const auto prefixes = bytes.first(instruction.opcode_at);
  const bool fs = std::find(prefixes.begin(), prefixes.end(), 0x64) != prefixes.end();
  return group15 || popf || fs;
}

// AMD's processors have no vmread; they fetch the immediates of extrq, which shares its opcode, before they
// find that out.
bool is_vmread(const Instruction& instruction) {
  return instruction.map == 1 && instruction.opcode == 0x78;
}

}  // namespace

CpuClaims::CpuClaims() : filling_(cpu_.scratch().size()) {
  for (std::size_t i = 0; i < filling_.size(); ++i) filling_[i] = static_cast<std::uint8_t>(i * i + i / 7);
  const auto middle = reinterpret_cast<std::uint64_t>(cpu_.scratch().data()) + filling_.size() / 2;
  // Pointers that differ, also in their low byte: a count in cl must be seen at work.
  for (std::size_t i = 0; i < state_.registers.size(); ++i) {
    state_.registers[i] = middle + 8 * ((i * 5 + 3) % 16);
  }
}

Execution CpuClaims::run(std::span<const std::uint8_t> bytes, std::uint64_t flags) {
  std::copy(filling_.begin(), filling_.end(), cpu_.scratch().begin());
  state_.flags = flags;
  return cpu_.run(bytes, state_);
}

void CpuClaims::broken(const std::string& claim) {
  broken_.try_emplace(claim, text_of(bytes_));
}

void CpuClaims::look_at(std::span<const std::uint8_t> bytes) {
  bytes_ = bytes;
  Instruction instruction;
  if (!decode(bytes.data(), bytes.size(), Baseline::host, instruction)) return;
  if (instruction.special != Special::none || changes_surroundings(bytes, instruction)) return;
  const auto whole = bytes.first(instruction.length);
  const Execution execution = run(whole, 0);
  if (execution.signal == SIGILL) return;
  const std::string name = fmt::format("map {} opcode {:02x}", instruction.map, instruction.opcode);
  if (execution.wants_more && is_vmread(instruction)) return;
  if (execution.wants_more) return broken(name + " is longer");
  if (instruction.length > 1 && !run(bytes.first(instruction.length - 1U), 0).wants_more) {
    return broken(name + " is shorter");
  }
  if (execution.signal != SIGTRAP) return;
  ++executed_;
  check_flow(instruction, execution);
  check_flags(whole, instruction, execution);
}

void CpuClaims::check_flow(const Instruction& instruction, const Execution& execution) {
  const std::uint64_t next = instruction.length;
  const std::uint64_t target = next + static_cast<std::uint64_t>(std::int64_t{instruction.target});
  const std::uint64_t rip = execution.after.rip;
  bool right = true;
  switch (instruction.flow) {
    case Flow::next:
      right = rip == next || (instruction.repeat != Repeat::none && rip == 0);
      break;
    case Flow::jump:
    case Flow::call:
      right = rip == target;
      break;
    case Flow::branch:
      right = rip == target || rip == next;
      break;
    default:
      break;
  }
  if (!right) broken(fmt::format("map {} opcode {:02x} goes elsewhere", instruction.map, instruction.opcode));
}

void CpuClaims::check_flags(std::span<const std::uint8_t> bytes, const Instruction& instruction,
                            const Execution& plain) {
  const Execution first = run(bytes, 0);
  if (first.after != plain.after) return;  // it gives a different answer each time
  const std::vector<std::uint8_t> memory(cpu_.scratch().begin(), cpu_.scratch().end());
  for (const std::uint16_t flag : kFlags) {
    if ((instruction.flags_read & flag) != 0) continue;
    const Execution toggled = run(bytes, flag);
    const std::uint64_t changed = (toggled.after.flags ^ first.after.flags) & kStatusFlags;
    const bool alike = toggled.signal == first.signal && toggled.after.rip == first.after.rip &&
                       toggled.after.registers == first.after.registers && (changed & ~flag) == 0 &&
                       std::equal(memory.begin(), memory.end(), cpu_.scratch().begin());
    const std::string name = fmt::format("map {} opcode {:02x} /{}", instruction.map, instruction.opcode,
                                         instruction.modrm >> 3 & 7);
    if (!alike) broken(fmt::format("{} reads flag {:#x}", name, flag));
    if ((changed & instruction.flags_replaced) != 0) {
      broken(fmt::format("{} does not replace flag {:#x}", name, flag));
    }
  }
}

std::string CpuClaims::text() const {
  std::string text;
  for (const auto& [claim, example] : broken_) text += fmt::format("{}   [{}]\n", claim, example);
  return text;
}

std::string in_child(std::string (*work)()) {
  int ends[2];
  if (pipe(ends) != 0) return "no pipe";
  const pid_t child = fork();
  if (child == 0) {
    const std::string text = work();
    const ssize_t written = write(ends[1], text.data(), text.size());
    _exit(written == static_cast<ssize_t>(text.size()) ? 0 : 1);
  }
  close(ends[1]);
  std::string text;
  std::array<char, 4096> block;
  for (ssize_t got = 0; (got = read(ends[0], block.data(), block.size())) > 0;) {
    text.append(block.data(), static_cast<std::size_t>(got));
  }
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  if (WIFSIGNALED(status)) return fmt::format("the child died of signal {}", WTERMSIG(status));
  if (WEXITSTATUS(status) != 0) return fmt::format("the child ended with status {}", WEXITSTATUS(status));
  return text;
}

bool cpu_single_steps() {
  return in_child([] {
           Cpu cpu;
           constexpr std::array<std::uint8_t, 1> kNop{0x90};
           const Execution nop = cpu.run(kNop, {});
           return std::string(nop.signal == SIGTRAP && nop.after.rip == 1 ? "steps" : "does not");
         }) == "steps";
}

}  // namespace effk::icount
