// tests/cases/sums_problem.h -- a small problem with a generator, a contract and a checker, for tests.
#pragma once

#include <stdexcept>

#include "harness/cases/generator.h"
#include "tests/suite/suite_folder.h"
#include "tests/toolchain/shared_toolchain.h"

namespace effk::cases {

// "The sum of the first k values": values are 0 .. 99, and k is at most as large as there are values. The
// checker takes any number with the parity of the expected one.
inline constexpr const char* kSumsGenerator = R"(
#include "effk/generator.h"
using Values = std::vector<std::int64_t>;
std::tuple<Values, std::int64_t> generate(const effk::Case& c) {
  effk::Random random(c);
  Values values(static_cast<std::size_t>(c.size));
  for (auto& value : values) value = random.between(0, 99);
  return {values, c.size / 2};
}
void valid(const Values& values, std::int64_t k) {
  for (const auto value : values) effk::require(0 <= value && value <= 99, "values are from 0 to 99");
  effk::require(0 <= k && k <= static_cast<std::int64_t>(values.size()), "k is at most the number of values");
}
void check(const Values&, std::int64_t, std::int64_t expected, std::int64_t found) {
  effk::require((expected - found) % 2 == 0, "the answer has another parity");
}
EFFK_GENERATOR_WITH_CHECK(generate, valid, check)
)";

class SumsProblem {
 public:
  // With another generator's source the problem is otherwise the same.
  explicit SumsProblem(const std::string& generator = kSumsGenerator, std::uint64_t seed = 1) {
    problem_ = toolchain::problem_of({"list[int]", "int"}, "int");
    problem_.id = "sums";
    for (const std::int64_t size : {6, 100, 200}) {
      problem_.levels.push_back({problem_.levels.empty() ? 0.0 : 1.0, 3, {}});
      for (const auto language : suite::kLanguages) problem_.levels.back().size[language] = size;
    }
    problem_.levels[2].size[suite::Language::python] = 50;
    folder_.write("generators/sums.cpp", generator);
    problem_.generator = folder_.path() / "generators" / "sums.cpp";
    auto opened = Generator::open(problem_, toolchain::shared_toolchain(), {cache(), seed, {}});
    if (!opened) throw std::runtime_error(error_text(opened.error()));
    generator_.emplace(std::move(*opened));
  }

  suite::Problem& problem() { return problem_; }
  const Generator& generator() const { return *generator_; }
  // Where its cases are kept: gone with this object.
  std::filesystem::path cache() const { return folder_.path() / "cache"; }

 private:
  suite::SuiteFolder folder_;
  suite::Problem problem_;
  std::optional<Generator> generator_;
};

}  // namespace effk::cases
