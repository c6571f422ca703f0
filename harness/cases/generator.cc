#include "harness/cases/generator.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "harness/base/digest.h"
#include "harness/base/files.h"
#include "harness/cases/case_cache.h"
#include "harness/cases/cpp_generator.h"
#include "harness/cases/generator_program.h"
#include "harness/cases/python_generator.h"
#include "harness/cases/python_runner.h"
#include "harness/value/value.h"

namespace effk::cases {
namespace {

// Differs for every case of every problem, and is the same for all languages.
std::uint64_t case_seed(const std::string& problem, int level, int number, std::uint64_t seed) {
  const std::string hex = Digester()
                              .add(problem)
                              .add(static_cast<std::uint64_t>(level))
                              .add(static_cast<std::uint64_t>(number))
                              .add(seed)
                              .hex();
  return std::strtoull(hex.substr(0, 16).c_str(), nullptr, 16);
}

std::string words_for(const suite::Problem& problem, const CaseRequest& one) {
  return fmt::format("problem {}: case {} of level {}", problem.id, one.number, one.level);
}

// Refuses arguments that are not what the signature declares: a fault of the generator.
Result<void> conform(const suite::Problem& problem, const CaseRequest& one, std::string_view arguments) {
  value::Type type{value::Type::Kind::tuple, {}};
  for (const suite::Parameter& parameter : problem.signature.parameters)
    type.arguments.push_back(parameter.type);
  const auto value = value::decode(arguments);
  if (!value) return tl::unexpected(value.error());
  auto conforms = value::conforms(*value, type);
  if (conforms) return {};
  return fail(ErrorKind::bad_input, words_for(problem, one) + " is not of the signature's types",
              conforms.error().why.empty() ? conforms.error().what : conforms.error().why);
}

}  // namespace

Generator::Generator(const suite::Problem& problem, std::uint64_t seed,
                     std::shared_ptr<const GeneratorProgram> program, std::shared_ptr<const CaseCache> cache)
    : problem_(&problem), seed_(seed), program_(std::move(program)), cache_(std::move(cache)) {}

Result<Generator> Generator::open(const suite::Problem& problem, const toolchain::Toolchain& toolchain,
                                  const Options& options) {
  const auto source = read_file(problem.generator);
  if (!source) return tl::unexpected(source.error());
  Digester digester;
  digester.add(problem.id).add(*source);
  Result<std::unique_ptr<GeneratorProgram>> program;
  if (problem.generator_language == suite::Language::python) {
    program = open_python_generator(problem, *source, toolchain, options.cpu_seconds, options.cancel);
    const auto tool = toolchain.python_tool();
    if (!tool) return tl::unexpected(tool.error());
    digester.add(kPythonRunner).add(tool->digest);
  } else {
    program = open_cpp_generator(problem, toolchain, options.cancel);
    digester.add(toolchain.identity().at("compiler.digest"));
  }
  if (!program) return tl::unexpected(program.error());
  return Generator(problem, options.seed, std::move(*program),
                   std::make_shared<const CaseCache>(options.cache, digester.hex()));
}

CaseRequest Generator::request(int level, int number, suite::Language language) const {
  return {level, problem_->levels[static_cast<std::size_t>(level)].size.at(language), number,
          case_seed(problem_->id, level, number, seed_), seed_};
}

std::vector<CaseRequest> Generator::requests(suite::Language language) const {
  std::vector<CaseRequest> all;
  for (int level = 0; level < static_cast<int>(problem_->levels.size()); ++level) {
    const int cases = problem_->levels[static_cast<std::size_t>(level)].cases;
    for (int number = 0; number < cases; ++number) all.push_back(request(level, number, language));
  }
  return all;
}

Result<Case> Generator::make(int level, int number, suite::Language language) const {
  const CaseRequest one = request(level, number, language);
  auto made = program_->make({&one, 1});
  if (!made) return tl::unexpected(made.error());
  if (auto typed = conform(*problem_, one, made->front()); !typed) return tl::unexpected(typed.error());
  return Case{level, number, std::move(made->front())};
}

Result<std::vector<Case>> Generator::make_backwards(suite::Language language) const {
  std::vector<CaseRequest> wanted = requests(language);
  std::reverse(wanted.begin(), wanted.end());
  auto made = program_->make(wanted);
  if (!made) return tl::unexpected(made.error());
  std::vector<Case> all;
  for (std::size_t i = wanted.size(); i-- > 0;)
    all.push_back({wanted[i].level, wanted[i].number, std::move((*made)[i])});
  return all;
}

Result<std::vector<Case>> Generator::cases(suite::Language language) const {
  std::vector<Case> all;
  std::vector<CaseRequest> missing;
  std::vector<std::size_t> places;  // in `all`, of the missing ones
  for (const CaseRequest& one : requests(language)) {
    auto kept = cache_->find(one);
    if (!kept) return tl::unexpected(kept.error());
    if (!*kept) {
      missing.push_back(one);
      places.push_back(all.size());
    }
    all.push_back({one.level, one.number, kept->value_or("")});
  }
  if (missing.empty()) return all;
  auto made = program_->make_and_ask_contract(
      missing,
      [&](const CaseRequest& one, std::string_view arguments) { return conform(*problem_, one, arguments); });
  if (!made) return tl::unexpected(made.error());
  for (std::size_t i = 0; i < missing.size(); ++i) {
    ContractAnswer& answer = (*made)[i];
    if (answer.broken_clause) {
      return fail(ErrorKind::bad_input, words_for(*problem_, missing[i]) + " breaks the contract",
                  *answer.broken_clause);
    }
    if (auto kept = cache_->keep(missing[i], answer.arguments); !kept) return tl::unexpected(kept.error());
    all[places[i]].arguments = std::move(answer.arguments);
  }
  return all;
}

Result<std::optional<std::string>> Generator::broken_clause(std::string_view arguments) const {
  return program_->broken_clause(arguments);
}

Result<std::optional<std::string>> Generator::check(std::string_view arguments, std::string_view expected,
                                                    std::string_view found) const {
  const CheckRequest one{arguments, expected, found};
  if (cache_->knows_accepted({&one, 1})) return std::nullopt;
  auto objections = program_->check({&one, 1});
  if (!objections) return tl::unexpected(objections.error());
  if (!objections->front()) {
    if (auto kept = cache_->keep_accepted({&one, 1}); !kept) return tl::unexpected(kept.error());
  }
  return std::move(objections->front());
}

Result<std::optional<Generator::Unaccepted>> Generator::find_unaccepted(
    std::span<const Case> cases, std::span<const std::string> expected) const {
  std::vector<CheckRequest> requests;
  for (std::size_t i = 0; i < cases.size(); ++i)
    requests.push_back({cases[i].arguments, expected[i], expected[i]});
  if (cache_->knows_accepted(requests)) return std::nullopt;
  const auto objections = program_->check(requests);
  if (!objections) return tl::unexpected(objections.error());
  for (std::size_t i = 0; i < objections->size(); ++i) {
    if ((*objections)[i]) return Unaccepted{i, *(*objections)[i]};
  }
  if (auto kept = cache_->keep_accepted(requests); !kept) return tl::unexpected(kept.error());
  return std::nullopt;
}

Result<std::optional<std::string>> Generator::find_answer(std::string_view reference,
                                                          std::string_view arguments) const {
  return cache_->find_answer(reference, arguments);
}

Result<void> Generator::keep_answer(std::string_view reference, std::string_view arguments,
                                    std::string_view answer) const {
  return cache_->keep_answer(reference, arguments, answer);
}

}  // namespace effk::cases
