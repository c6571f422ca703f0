// Longer than a test may take: exactness steps|repeat [NAME...].
//
//   steps   each program under icount and under a debugger that stops it after each instruction
//   repeat  ten programs a hundred times, while every processor has something else to do as well
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "tests/busy_processors.h"
#include "tests/counters/icount/counted_program.h"

namespace effk::counters {
namespace {

constexpr int kRuns = 100;

int compare_with_steps(const std::vector<CountedProgram>& programs) {
  fmt::print("| program | steps | icount | difference |\n|---|--:|--:|--:|\n");
  int differing = 0;
  for (const CountedProgram& program : programs) {
    const Counted counted = counted_as_stepped(program.command);
    const Stepped stepped = stepped_as_counted(program.command);
    const auto difference = static_cast<std::int64_t>(counted.instructions - stepped.instructions);
    const bool same_output = counted.output == stepped.output;
    differing += difference != 0 || !same_output;
    fmt::print("| {} | {} | {} | {}{} |\n", program.name, stepped.instructions, counted.instructions,
               difference, same_output ? "" : ", other output");
    std::fflush(stdout);
  }
  return differing;
}

int repeat(const std::vector<CountedProgram>& programs) {
  fmt::print("| program | runs | instructions | different counts |\n|---|--:|--:|--:|\n");
  int differing = 0;
  for (const CountedProgram& program : programs) {
    std::set<std::uint64_t> counts;
    for (int i = 0; i < kRuns; ++i) {
      const BusyProcessors load(i % 2 == 0 ? ::sysconf(_SC_NPROCESSORS_ONLN) : 0);
      counts.insert(counted_by_icount(program.command, {"--virtual-time"}).instructions);
    }
    differing += counts.size() != 1;
    fmt::print("| {} | {} | {} | {} |\n", program.name, kRuns, *counts.begin(), counts.size());
    std::fflush(stdout);
  }
  return differing;
}

}  // namespace
}  // namespace effk::counters

int main(int argc, char** argv) {
  using namespace effk::counters;
  const std::string_view mode = argc > 1 ? argv[1] : "";
  if (mode != "steps" && mode != "repeat") {
    fmt::print(stderr, "usage: exactness steps|repeat [NAME...]\n");
    return 2;
  }
  std::vector<CountedProgram> programs = built_programs();
  for (CountedProgram& program : installed_programs()) programs.push_back(std::move(program));
  if (argc > 2) {
    const std::set<std::string> wanted(argv + 2, argv + argc);
    std::erase_if(programs, [&](const CountedProgram& one) { return wanted.count(one.name) == 0; });
  } else if (mode == "repeat") {
    const std::set<std::string> ten = {
        "numbers_static",  "signals_dynamic", "overflow_dynamic",  "family_dynamic",
        "opening_dynamic", "streams_dynamic", "containers_static", "perl",
        "sqlite",          "python"};
    std::erase_if(programs, [&](const CountedProgram& one) { return ten.count(one.name) == 0; });
  }
  return (mode == "steps" ? compare_with_steps(programs) : repeat(programs)) == 0 ? 0 : 1;
}
