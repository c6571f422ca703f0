// Arbitrary bytes as COFFE's four problem files, which 0xff (never in UTF-8) separates: reading them never
// crashes or hangs, every problem that is read can be written as a suite would have it, and whatever a trial
// finds faulty can be taken out of it.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "harness/importers/coffe.h"
#include "harness/importers/coffe_files.h"
#include "harness/importers/coffe_sources.h"
#include "harness/suite/problem.h"

namespace {

namespace importers = effk::importers;

void require(bool promise) {
  if (!promise) std::abort();
}

std::array<std::string, 4> split(std::string_view bytes) {
  std::array<std::string, 4> parts;
  std::size_t part = 0;
  for (const char c : bytes) {
    if (c == '\xff' && part + 1 < parts.size()) {
      ++part;
    } else {
      parts[part] += c;
    }
  }
  return parts;
}

void write(const importers::CoffeProblem& coffe, importers::CoffeFiles::Level level) {
  const importers::ProblemFiles files = importers::coffe_problem_files(coffe, level);
  const effk::suite::Problem& problem = files.problem;
  require(effk::suite::is_identifier(problem.id) && problem.levels.size() == 2);
  require(problem.levels[0].cases > 0 && problem.levels[1].cases > 0);
  std::set<std::string> names;
  for (const effk::suite::Parameter& parameter : problem.signature.parameters)
    require(effk::suite::is_identifier(parameter.name) && names.insert(parameter.name).second);
  require(names.size() == coffe.arguments);
  require(!files.generator.empty() && files.solutions.contains("reference.py"));
  // A string of a stranger stays in its literal: no line of the tables begins outside of it.
  const std::string marker = "\nTESTS = [\n";
  const std::size_t tables = files.generator.find(marker);
  require(tables != std::string::npos);
  std::size_t lines = 0;
  for (std::size_t at = tables + marker.size(); files.generator[at] != ']'; ++lines) {
    require(files.generator.compare(at, 5, "    (") == 0);
    at = files.generator.find('\n', at) + 1;
    require(at != 0);
  }
  require(lines == coffe.tests.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto [problems, best, tests, stress] = split({reinterpret_cast<const char*>(data), size});
  const auto files = importers::read_coffe_texts(
      {std::move(problems), std::move(best), std::move(tests), std::move(stress)});
  if (!files) {
    require(files.error().kind == effk::ErrorKind::bad_input && !files.error().what.empty());
    return 0;
  }
  require(files->listed >= files->problems.size());
  std::set<std::string> ids;
  for (const importers::CoffeProblem& problem : files->problems) {
    require(ids.insert(problem.id).second);
    write(problem, files->level);
  }
  for (const importers::LeftOut& one : files->left_out) require(!one.reason.empty());
  return 0;
}
