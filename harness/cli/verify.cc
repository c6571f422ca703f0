#include "harness/verify/verify.h"

#include <fmt/format.h>

#include <mutex>
#include <nlohmann/json.hpp>

#include "harness/cli/commands.h"
#include "harness/cli/interrupt_signals.h"
#include "harness/cli/suite_choice.h"
#include "harness/session/workers.h"

namespace effk::cli {
namespace {

std::vector<suite::Language> languages_of(const std::string& named) {
  if (const auto one = suite::parse_language(named); !named.empty() && one) return {*one};
  return {std::begin(suite::kLanguages), std::end(suite::kLanguages)};
}

// A problem without any reference is asked in all of them: that is what it breaks.
std::vector<suite::Language> offered(const suite::Problem& problem, std::vector<suite::Language> languages) {
  if (!problem.languages.empty())
    std::erase_if(languages, [&](suite::Language l) { return !problem.offers(l); });
  return languages;
}

void print(const verify::Promise& promise, bool as_json) {
  if (as_json) {
    const nlohmann::ordered_json line = {{"problem", promise.problem},
                                         {"promise", promise.name},
                                         {"kept", promise.kept},
                                         {"optional", promise.optional},
                                         {"found", promise.found}};
    fmt::print("{}\n", line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    return;
  }
  const char* word = promise.kept ? "PASS" : promise.optional ? "CAUTION" : "FAIL";
  fmt::print("{:<7} {}: {}{}{}\n", word, promise.problem, promise.name, promise.found.empty() ? "" : ": ",
             promise.found);
}

}  // namespace

Result<int> carry_out(const VerifyArguments& arguments) {
  const auto suite = open_suite(arguments.suite);
  if (!suite) return tl::unexpected(suite.error());
  const auto ids = select_problems(*suite, arguments.problems);
  if (!ids) return tl::unexpected(ids.error());
  const auto interruption = interruption_by_signals();
  if (!interruption) return tl::unexpected(interruption.error());
  const auto bench =
      session::Bench::open(*suite, {arguments.instrument, arguments.seed, 2, arguments.jobs}, **interruption);
  if (!bench) return tl::unexpected(bench.error());
  fmt::print(stderr, "instrument {}\n", bench->instrument_reason());

  const std::vector<suite::Language> languages = languages_of(arguments.language);
  std::vector<session::Drivers> drivers = session::drivers_of_workers(*bench);
  std::mutex mutex;
  std::size_t asked = 0;
  std::size_t broken = 0;
  const auto done = session::for_each_task(
      *bench, drivers, ids->size(), [&](std::size_t i, session::Drivers& mine) -> Result<void> {
        const suite::Problem& problem = *suite->find((*ids)[i]);
        const auto promises =
            verify::verify_problem(*suite, problem, offered(problem, languages), *bench, mine);
        if (!promises) return tl::unexpected(promises.error());
        const std::lock_guard lock(mutex);
        for (const verify::Promise& promise : *promises) {
          ++asked;
          if (!promise.kept && !promise.optional) ++broken;
          print(promise, arguments.json);
        }
        std::fflush(stdout);
        return {};
      });
  if (!done) return tl::unexpected(done.error());
  fmt::print(stderr, "{} promises of {} problems, {} broken\n", asked, ids->size(), broken);
  return broken == 0 ? 0 : 1;
}

}  // namespace effk::cli
