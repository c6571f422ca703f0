#include "harness/sandbox/bpf_program.h"

#include <fmt/format.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>

#include <cstddef>
#include <span>

namespace effk::sandbox {
namespace {

constexpr std::uint32_t kX32Bit = 0x40000000;

using Code = std::vector<sock_filter>;

sock_filter statement(unsigned code, std::uint32_t k) {
  return {static_cast<std::uint16_t>(code), 0, 0, k};
}

sock_filter jump(unsigned comparison, std::uint32_t k, std::size_t if_true, std::size_t if_false) {
  return {static_cast<std::uint16_t>(BPF_JMP | comparison | BPF_K), static_cast<std::uint8_t>(if_true),
          static_cast<std::uint8_t>(if_false), k};
}

sock_filter answer(std::uint32_t action) {
  return statement(BPF_RET | BPF_K, action);
}

sock_filter load(std::size_t offset) {
  return statement(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset));
}

// Little-endian: the low half lies first.
std::size_t low_half(unsigned argument) {
  return offsetof(seccomp_data, args) + argument * sizeof(std::uint64_t);
}

// Code that falls through if the condition holds, and otherwise jumps over `skip` instructions that follow.
Code test_of(const Condition& condition, std::size_t skip) {
  const std::size_t low = low_half(condition.argument);
  switch (condition.kind) {
    case Condition::Kind::equals:
      return {load(low), jump(BPF_JEQ, condition.value, 0, skip)};
    case Condition::Kind::differs:
      return {load(low), jump(BPF_JEQ, condition.value, skip, 0)};
    case Condition::Kind::has_none_of:
      return {load(low), jump(BPF_JSET, condition.value, skip, 0)};
    case Condition::Kind::has_any_of:
      return {load(low), jump(BPF_JSET, condition.value, 0, skip)};
    case Condition::Kind::all_zero:
      break;
  }
  return {load(low), jump(BPF_JEQ, 0, 0, skip + 2), load(low + sizeof(std::uint32_t)),
          jump(BPF_JEQ, 0, 0, skip)};
}

Code body_of(const CallRules& call) {
  Code body;
  for (const Rule& rule : call.rules) {
    // Backwards, since each test must know how much of the rule is left to skip.
    Code code = {answer(rule.action)};
    for (auto condition = rule.conditions.rbegin(); condition != rule.conditions.rend(); ++condition) {
      Code test = test_of(*condition, code.size());
      test.insert(test.end(), code.begin(), code.end());
      code = std::move(test);
    }
    body.insert(body.end(), code.begin(), code.end());
  }
  body.push_back(answer(call.otherwise));
  return body;
}

// The calls from `first` up to the next segment's, which all get the same answers.
struct Segment {
  std::uint32_t first;
  CallRules call;
};

// Neighbours with one answer become one segment: shorter programs are installed faster, once for each case.
std::vector<Segment> segments_of(const BpfTable& table) {
  std::vector<Segment> segments;
  const auto add = [&](std::uint32_t first, const CallRules& call) {
    if (!segments.empty() && segments.back().first == first) segments.pop_back();
    const bool same = !segments.empty() && segments.back().call.rules.empty() && call.rules.empty() &&
                      segments.back().call.otherwise == call.otherwise;
    if (!same) segments.push_back({first, call});
  };
  add(0, {{}, table.unlisted});
  for (const auto& [number, call] : table.calls) {
    add(number, call);
    add(number + 1, {{}, table.unlisted});
  }
  return segments;
}

// A binary search with the number in the accumulator. Conditional jumps reach 255 instructions, BPF_JA any.
Code search(std::span<const Segment> segments) {
  if (segments.size() == 1) return body_of(segments[0].call);
  const std::size_t middle = segments.size() / 2;
  const Code below = search(segments.first(middle));
  const Code above = search(segments.subspan(middle));
  const std::uint32_t pivot = segments[middle].first;
  Code code;
  if (below.size() <= 255) {
    code = {jump(BPF_JGE, pivot, below.size(), 0)};
  } else {
    code = {jump(BPF_JGE, pivot, 0, 1),
            statement(BPF_JMP | BPF_JA, static_cast<std::uint32_t>(below.size()))};
  }
  code.insert(code.end(), below.begin(), below.end());
  code.insert(code.end(), above.begin(), above.end());
  return code;
}

}  // namespace

Result<std::string> compile(const BpfTable& table) {
  Code code = {load(offsetof(seccomp_data, arch)), jump(BPF_JEQ, AUDIT_ARCH_X86_64, 1, 0),
               answer(SECCOMP_RET_KILL_PROCESS),   load(offsetof(seccomp_data, nr)),
               jump(BPF_JSET, kX32Bit, 0, 1),      answer(SECCOMP_RET_KILL_PROCESS)};
  const Code tree = search(segments_of(table));
  code.insert(code.end(), tree.begin(), tree.end());
  if (code.size() > BPF_MAXINSNS) {
    return fail(ErrorKind::internal, "the sample filter is too long",
                fmt::format("it has {} instructions, and the kernel takes {}", code.size(), BPF_MAXINSNS));
  }
  return std::string(reinterpret_cast<const char*>(code.data()), code.size() * sizeof(sock_filter));
}

}  // namespace effk::sandbox
