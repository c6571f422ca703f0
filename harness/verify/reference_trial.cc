#include "harness/verify/reference_trial.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "harness/base/files.h"
#include "harness/session/reference_run.h"

namespace effk::verify {
namespace {

constexpr session::ReferenceClocks kClocks{std::chrono::seconds(100), std::chrono::milliseconds(500'000)};

std::string words(const Error& error) {
  return error.why.empty() ? error.what : error.why;
}

bool is_answer(const Error& error) {
  return error.kind == ErrorKind::bad_input;
}

class Trial {
 public:
  Trial(const suite::Problem& problem, suite::Language language, cases::Generator generator,
        const toolchain::Program& program, session::Drivers& drivers)
      : problem_(problem),
        language_(language),
        generator_(std::move(generator)),
        program_(program),
        drivers_(drivers) {}

  Result<ReferenceTrial> run();

 private:
  Result<void> make_cases();
  Result<void> make_one(int level, int number);
  Result<void> try_all();
  Result<std::string> try_case(const cases::Case& one, std::string* output);
  Result<void> ask_checker();
  void blame(const cases::Case& one, std::string reason) {
    trial_.faulty.push_back({one.level, one.number, std::move(reason)});
  }

  const suite::Problem& problem_;
  suite::Language language_;
  cases::Generator generator_;
  const toolchain::Program& program_;
  session::Drivers& drivers_;
  ReferenceTrial trial_;
  std::vector<cases::Case> cases_;    // those that could be made
  std::vector<std::string> outputs_;  // of those that are left in solved_
  std::vector<cases::Case> solved_;
};

Result<ReferenceTrial> Trial::run() {
  if (auto made = make_cases(); !made) return tl::unexpected(made.error());
  if (!cases_.empty() && problem_.kind == suite::Kind::function) {
    const auto loaded = session::load_reference(program_, cases_.front().arguments, drivers_);
    if (!loaded) return tl::unexpected(loaded.error());
    if (!*loaded) return ReferenceTrial{loaded->error().why, {}};
  }
  if (auto tried = try_all(); !tried) return tl::unexpected(tried.error());
  if (auto asked = ask_checker(); !asked) return tl::unexpected(asked.error());
  std::sort(trial_.faulty.begin(), trial_.faulty.end(), [](const FaultyCase& a, const FaultyCase& b) {
    return std::pair(a.level, a.number) < std::pair(b.level, b.number);
  });
  // What every case suffers from is no fault of the cases.
  std::size_t all = 0;
  for (const suite::Level& level : problem_.levels) all += static_cast<std::size_t>(level.cases);
  const bool same = std::all_of(trial_.faulty.begin(), trial_.faulty.end(), [&](const FaultyCase& one) {
    return one.reason == trial_.faulty.front().reason;
  });
  if (all > 1 && trial_.faulty.size() == all && same) return ReferenceTrial{trial_.faulty.front().reason, {}};
  return std::move(trial_);
}

// All at once, and one by one only where that fails.
Result<void> Trial::make_cases() {
  auto all = generator_.cases(language_);
  if (all) {
    cases_ = std::move(*all);
    return {};
  }
  if (!is_answer(all.error())) return tl::unexpected(all.error());
  for (std::size_t level = 0; level < problem_.levels.size(); ++level) {
    for (int number = 0; number < problem_.levels[level].cases; ++number) {
      if (auto made = make_one(static_cast<int>(level), number); !made) return made;
    }
  }
  return {};
}

Result<void> Trial::make_one(int level, int number) {
  auto made = generator_.make(level, number, language_);
  std::string reason;
  if (made) {
    const auto clause = generator_.broken_clause(made->arguments);
    if (!clause && !is_answer(clause.error())) return tl::unexpected(clause.error());
    if (!clause) reason = words(clause.error());
    if (clause && *clause) reason = "it breaks the contract: " + **clause;
  } else if (is_answer(made.error())) {
    reason = words(made.error());
  } else {
    return tl::unexpected(made.error());
  }
  if (reason.empty()) {
    cases_.push_back(std::move(*made));
  } else {
    blame({level, number, {}}, "its input cannot be made: " + reason);
  }
  return {};
}

Result<void> Trial::try_all() {
  for (cases::Case& one : cases_) {
    std::string output;
    auto reason = try_case(one, &output);
    if (!reason) return tl::unexpected(reason.error());
    if (!reason->empty()) {
      blame(one, std::move(*reason));
      continue;
    }
    solved_.push_back(std::move(one));
    outputs_.push_back(std::move(output));
  }
  return {};
}

Result<std::string> Trial::try_case(const cases::Case& one, std::string* output) {
  auto run = session::run_reference(problem_, program_, one.arguments, one.level, drivers_, kClocks);
  if (!run) return tl::unexpected(run.error());
  if (!*run) return "the reference fails on it: " + run->error().why;
  *output = std::move((*run)->output);
  if (drivers_.instrument().traits().deterministic) return std::string();
  const auto again = session::run_reference(problem_, program_, one.arguments, one.level, drivers_, kClocks);
  if (!again) return tl::unexpected(again.error());
  if (!*again) return "the reference fails on it when it is run again: " + again->error().why;
  return (*again)->output == *output ? std::string()
                                     : "the reference gives another answer when it is run again";
}

Result<void> Trial::ask_checker() {
  while (problem_.checker == suite::Checker::generator && !solved_.empty()) {
    const auto unaccepted = generator_.find_unaccepted(solved_, outputs_);
    if (!unaccepted && !is_answer(unaccepted.error())) return tl::unexpected(unaccepted.error());
    if (!unaccepted) {
      trial_ = {"its checker fails: " + words(unaccepted.error()), {}};
      return {};
    }
    if (!*unaccepted) return {};
    const auto& [index, objection] = **unaccepted;
    blame(solved_[index], "the reference's answer is not accepted: " +
                              (objection.empty() ? std::string("the checker says no") : objection));
    solved_.erase(solved_.begin() + static_cast<std::ptrdiff_t>(index));
    outputs_.erase(outputs_.begin() + static_cast<std::ptrdiff_t>(index));
  }
  return {};
}

}  // namespace

Result<ReferenceTrial> try_reference(const suite::Problem& problem, suite::Language language,
                                     const session::Bench& bench, session::Drivers& drivers) {
  auto generator = bench.generator(problem);
  if (!generator && is_answer(generator.error())) return ReferenceTrial{words(generator.error()), {}};
  if (!generator) return tl::unexpected(generator.error());
  const auto path = problem.references_folder / ("reference" + std::string(suite::file_extension(language)));
  const auto code = read_file(path);
  if (!code) return tl::unexpected(code.error());
  const auto built = bench.toolchain().build(problem, language, *code);
  if (!built) return tl::unexpected(built.error());
  if (const auto* failure = std::get_if<toolchain::CompileFailure>(&*built))
    return ReferenceTrial{"the reference does not compile: " + failure->message, {}};
  return Trial(problem, language, std::move(*generator), std::get<toolchain::Program>(*built), drivers).run();
}

}  // namespace effk::verify
