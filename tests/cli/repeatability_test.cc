// The promise that the project stands on: the same samples get the same numbers, byte for byte, whoever
// measures them and wherever effk lies.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <vector>

#include "tests/busy_processors.h"
#include "tests/cli/workshop.h"

namespace effk {
namespace {

// Honest samples whose cost depends on the addresses of what they make, through hash tables.
constexpr const char* kHashesAddresses = R"(class Box:
    def __init__(self, value):
        self.value = value


def add_up(values):
    boxes = {Box(value) for value in values[::50]}
    assert sum(box.value for box in boxes) == sum(values[::50])
    total = 0
    for value in values:
        total += value * value
    return total % 1000003
)";

constexpr const char* kHashesPointers = R"(#include <memory>
#include <unordered_set>
#include <vector>
long long add_up(const std::vector<long long>& values) {
  std::unordered_set<std::shared_ptr<long long>> boxes;
  for (std::size_t i = 0; i < values.size(); i += 50) boxes.insert(std::make_shared<long long>(values[i]));
  long long sum = 0;
  for (const auto& box : boxes) sum += *box > 0;
  for (const long long value : values) sum = (sum + value * value) % 1000003;
  for (const auto& box : boxes) sum -= *box > 0;
  return (sum % 1000003 + 1000003) % 1000003;
}
)";

// The same as whole programs, which also read and print.
constexpr const char* kProgramHashesAddresses = R"(class Box:
    def __init__(self, value):
        self.value = value


values = [int(line) for line in open(0)]
boxes = {Box(value) for value in values[::50]}
print((sum(box.value ** 2 for box in boxes) + sum(v * v for i, v in enumerate(values) if i % 50)) % 1000003)
)";

constexpr const char* kProgramHashesPointers = R"(#include <iostream>
#include <memory>
#include <unordered_set>
std::unordered_set<std::shared_ptr<long long>> boxes;
int main() {
  std::ios::sync_with_stdio(false);
  long long sum = 0, value;
  for (int i = 0; std::cin >> value; ++i) {
    if (i % 50 == 0) boxes.insert(std::make_shared<long long>(value)); else sum += value * value;
  }
  for (const auto& box : boxes) sum += *box * *box;
  std::cout << sum % 1000003 << std::endl;
}
)";

// And two that take their chances from the clock and from random devices: what they do differs from run to
// run wherever these do.
constexpr const char* kTakesChances = R"(import os
import random
import time


def add_up(values):
    generator = random.Random(time.time_ns() ^ time.perf_counter_ns() ^ int.from_bytes(os.urandom(8), "little"))
    rest = list(values)
    generator.shuffle(rest)
    random.seed()
    rest.sort(key=lambda value: (value, random.random()))
    total = 0
    for value in rest:
        total += value * value
    return total % 1000003
)";

constexpr const char* kTakesChancesToo = R"(#include <chrono>
#include <random>
#include <set>
#include <vector>
long long add_up(const std::vector<long long>& values) {
  std::random_device device;
  std::mt19937_64 chance(device() ^ std::chrono::steady_clock::now().time_since_epoch().count() ^
                         std::chrono::system_clock::now().time_since_epoch().count());
  std::multiset<std::pair<unsigned long, long long>> shuffled;
  for (const long long value : values) shuffled.insert({chance(), value});
  long long sum = 0;
  for (const auto& [_, value] : shuffled) sum = (sum + value * value) % 1000003;
  return (sum + 1000003) % 1000003;
}
)";

class RepeatabilityTest : public ::testing::TestWithParam<const char*> {
 protected:
  RepeatabilityTest() {
    std::filesystem::create_directories(workshop_.path("m"));
    for (const std::string problem : {"add_up", "pick_pairs", "sum_lines"}) {
      std::filesystem::copy(std::filesystem::path(EFFK_SMALL_SUITE) / "references" / problem,
                            workshop_.path("m") / problem, std::filesystem::copy_options::recursive);
    }
    workshop_.write("m/add_up/hashes.py", kHashesAddresses);
    workshop_.write("m/add_up/hashes.cpp", kHashesPointers);
    workshop_.write("m/sum_lines/hashes.py", kProgramHashesAddresses);
    workshop_.write("m/sum_lines/hashes.cpp", kProgramHashesPointers);
    if (GetParam() != std::string("icount")) return;  // the others leave the clocks as they are
    workshop_.write("m/add_up/chances.py", kTakesChances);
    workshop_.write("m/add_up/chances.cpp", kTakesChancesToo);
  }

  // Installs what was built, and returns the program.
  std::filesystem::path install(const std::string& prefix) const {
    const std::string command = std::string(EFFK_CMAKE) + " --install " EFFK_BUILD " --prefix '" +
                                workshop_.path(prefix).string() + "' >/dev/null";
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
    return workshop_.path(prefix) / "bin/effk";
  }

  // A cache at another place that has what the first run has compiled: that is not what is asked here.
  std::string copy_of_cache(const std::string& name) const {
    std::filesystem::copy(workshop_.path("cache"), workshop_.path(name),
                          std::filesystem::copy_options::recursive);
    return name;
  }

  // What `report` says of a run by that program, in numbers alone.
  std::string numbers(const std::filesystem::path& program, const std::string& jobs,
                      const std::string& cache) const {
    const std::string run = workshop_.path(cache + ".effk").string();
    const EffkEnd end = run_effk({.arguments = {"run", workshop_.path("m").string(), "-o", run, "--suite",
                                                EFFK_SMALL_SUITE, "--instrument", GetParam(), "--jobs", jobs},
                                  .environment = {"EFFK_CACHE=" + workshop_.path(cache).string()},
                                  .folder = workshop_.path(""),
                                  .program = program});
    EXPECT_EQ(end.status, 0) << end.err;
    std::string all;
    for (const char* form : {"--samples", "--json", "--csv"}) {
      all += run_effk({.arguments = {"report", run, form, "--k", "1"}, .program = program}).out;
    }
    return all;
  }

  Workshop workshop_;
};

TEST_P(RepeatabilityTest, OfCountsHoldsOverWorkersLoadAndInstallPrefixes) {
  const std::string standard = numbers(EFFK_PROGRAM, "1", "cache");
  // Real numbers: the references' scores are among them.
  EXPECT_NE(standard.find("\"score\":1.0"), std::string::npos) << standard;
  EXPECT_NE(standard.find("budget_exceeded"), std::string::npos) << standard;

  EXPECT_EQ(numbers(install("p"), "2", copy_of_cache("c")), standard) << "two workers, short prefix";

  const std::filesystem::path far_away = install("a prefix/that is/" + std::string(120, 'l') + "ong");
  const BusyProcessors load(::sysconf(_SC_NPROCESSORS_ONLN) + 1);
  EXPECT_EQ(numbers(far_away, "2", copy_of_cache("a-cache-of-another-length")), standard)
      << "two workers under load, long prefix";
}

INSTANTIATE_TEST_SUITE_P(, RepeatabilityTest, ::testing::Values("icount", "valgrind"),
                         [](const auto& one) { return std::string(one.param); });

}  // namespace
}  // namespace effk
