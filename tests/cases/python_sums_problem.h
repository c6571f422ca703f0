// tests/cases/python_sums_problem.h -- a small problem of `any` types with a generator in Python, for tests.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>

#include "harness/cases/generator.h"
#include "tests/suite/suite_folder.h"
#include "tests/toolchain/shared_toolchain.h"

namespace effk::cases {

// As sums_problem.h: "the sum of the first k values", any number of the same parity is right.
inline constexpr const char* kPythonSums = R"(
import random

def generate(case):
    return [random.randint(0, 99) for _ in range(case.size)], case.size // 2

def valid(values, k):
    assert all(0 <= v <= 99 for v in values), 'values are from 0 to 99'
    assert 0 <= k <= len(values)

def check(values, k, expected, found):
    if type(found) is not int:
        return False
    assert (expected - found) % 2 == 0, 'the answer has another parity'
)";

class PythonSums {
 public:
  explicit PythonSums(const std::string& generator = kPythonSums, std::uint64_t seed = 1,
                      std::uint64_t cpu_seconds = 60) {
    problem_ = toolchain::problem_of({"any", "any"}, "any");
    problem_.id = "sums";
    problem_.checker = suite::Checker::generator;
    problem_.generator_language = suite::Language::python;
    for (const std::int64_t size : {6, 100, 200})
      problem_.levels.push_back({problem_.levels.empty() ? 0.0 : 1.0, 3, {{suite::Language::python, size}}});
    folder_.write("generators/sums.py", generator);
    problem_.generator = folder_.path() / "generators" / "sums.py";
    auto opened = Generator::open(problem_, toolchain::shared_toolchain(), {cache(), seed, {}, cpu_seconds});
    if (!opened) throw std::runtime_error(error_text(opened.error()));
    generator_.emplace(std::move(*opened));
  }

  suite::Problem& problem() { return problem_; }
  const Generator& generator() const { return *generator_; }
  std::filesystem::path cache() const { return folder_.path() / "cache"; }

 private:
  suite::SuiteFolder folder_;
  suite::Problem problem_;
  std::optional<Generator> generator_;
};

}  // namespace effk::cases
