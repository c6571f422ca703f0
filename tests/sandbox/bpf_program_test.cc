// The compiler of tables against a direct reading of the table.
#include "harness/sandbox/bpf_program.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/sandbox/bpf_interpreter.h"

namespace effk::sandbox {
namespace {

bool holds(const Condition& condition, const seccomp_data& data) {
  const std::uint64_t argument = data.args[condition.argument];
  const auto low = static_cast<std::uint32_t>(argument);
  switch (condition.kind) {
    case Condition::Kind::equals:
      return low == condition.value;
    case Condition::Kind::differs:
      return low != condition.value;
    case Condition::Kind::has_none_of:
      return (low & condition.value) == 0;
    case Condition::Kind::has_any_of:
      return (low & condition.value) != 0;
    case Condition::Kind::all_zero:
      break;
  }
  return argument == 0;
}

std::uint32_t read_directly(const BpfTable& table, const seccomp_data& data) {
  const auto entry = table.calls.find(static_cast<std::uint32_t>(data.nr));
  if (entry == table.calls.end()) return table.unlisted;
  for (const Rule& rule : entry->second.rules) {
    bool all = true;
    for (const Condition& condition : rule.conditions) all = all && holds(condition, data);
    if (all) return rule.action;
  }
  return entry->second.otherwise;
}

// Small numbers, so that rules hold about as often as not; now and then with something in the upper half.
rc::Gen<std::uint64_t> argument() {
  return rc::gen::map(
      rc::gen::pair(rc::gen::inRange<std::uint64_t>(0, 5), rc::gen::inRange(0, 4)),
      [](std::pair<std::uint64_t, int> p) { return p.first | (p.second == 0 ? std::uint64_t{1} << 32 : 0); });
}

rc::Gen<Condition> condition() {
  return rc::gen::construct<Condition>(
      rc::gen::element(Condition::Kind::equals, Condition::Kind::differs, Condition::Kind::has_none_of,
                       Condition::Kind::has_any_of, Condition::Kind::all_zero),
      rc::gen::inRange(0u, 6u), rc::gen::inRange(0u, 5u));
}

rc::Gen<CallRules> call_rules() {
  const auto action = rc::gen::inRange(100u, 110u);
  const auto rule = rc::gen::construct<Rule>(rc::gen::container<std::vector<Condition>>(condition()), action);
  return rc::gen::construct<CallRules>(
      rc::gen::scale(0.1, rc::gen::container<std::vector<Rule>>(rc::gen::scale(0.5, rule))), action);
}

RC_GTEST_PROP(BpfProgram, AnswersWhatTheTableSays, ()) {
  BpfTable table;
  table.unlisted = 99;
  const auto numbers = *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange(0u, 60u));
  for (const std::uint32_t number : numbers) table.calls[number] = *rc::gen::resize(30, call_rules());
  const auto program = compile(table);
  RC_PRE(program.has_value());
  for (int i = 0; i < 50; ++i) {
    const seccomp_data data =
        call(*rc::gen::inRange(0u, 62u), *rc::gen::container<std::array<std::uint64_t, 6>>(argument()));
    RC_ASSERT(run_program(*program, data) == read_directly(table, data));
  }
}

TEST(BpfProgram, KillsCallsByForeignDoors) {
  BpfTable table;
  table.unlisted = SECCOMP_RET_ALLOW;
  const auto program = compile(table);
  ASSERT_TRUE(program.has_value());
  EXPECT_EQ(run_program(*program, call(1)), SECCOMP_RET_ALLOW);
  EXPECT_EQ(run_program(*program, call(1, {}, AUDIT_ARCH_I386)), SECCOMP_RET_KILL_PROCESS);
  EXPECT_EQ(run_program(*program, call(0x40000001)), SECCOMP_RET_KILL_PROCESS);
}

TEST(BpfProgram, IsRefusedWhenTheKernelWouldRefuseIt) {
  BpfTable table;
  for (std::uint32_t number = 0; number < 4000; number += 2) {
    table.calls[number] = {{}, SECCOMP_RET_ERRNO | number};
  }
  const auto program = compile(table);
  ASSERT_FALSE(program.has_value());
  EXPECT_EQ(program.error().kind, ErrorKind::internal);
}

}  // namespace
}  // namespace effk::sandbox
