#include "harness/session/canaries.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <map>

#include "harness/base/files.h"
#include "harness/session/evaluate.h"
#include "harness/session/workers.h"

namespace effk::session {
namespace {

struct Canary {
  std::string name;  // "the reference", "wrong_overflow", "an empty sample"
  std::string code;
  bool must_pass = false;
  const Standard* standard = nullptr;
};

tl::unexpected<Error> dead(const Canary& canary, const std::string& why) {
  return fail(ErrorKind::environment,
              fmt::format("a canary failed: {} of problem {} in {}", canary.name,
                          canary.standard->problem().id, suite::to_string(canary.standard->language())),
              why, "effk doctor; scores of this machine could not be trusted, so nothing was measured");
}

// A wrong rival of the standard's language, if the suite has one.
Result<std::optional<Canary>> wrong_rival(const Standard& standard) {
  const auto files = suite::solution_files(standard.problem());
  if (!files) return tl::unexpected(files.error());
  for (const suite::SolutionFile& file : *files) {
    if (file.language != standard.language() || !file.is_wrong()) continue;
    auto code = read_file(file.path);
    if (!code) return tl::unexpected(code.error());
    return Canary{file.name, std::move(*code), false, &standard};
  }
  return std::nullopt;
}

// For each language and kind, since each has a driver of its own: the first problem that has a wrong rival,
// else the first.
Result<std::vector<Canary>> choose(const std::vector<std::shared_ptr<const Standard>>& standards) {
  using Driver = std::pair<suite::Language, suite::Kind>;
  std::map<Driver, std::pair<const Standard*, std::optional<Canary>>> chosen;
  for (const auto& standard : standards) {
    auto& [taken, wrong] = chosen[Driver(standard->language(), standard->problem().kind)];
    if (wrong) continue;
    auto rival = wrong_rival(*standard);
    if (!rival) return tl::unexpected(rival.error());
    if (taken == nullptr || *rival) taken = standard.get();
    wrong = std::move(*rival);
  }
  std::vector<Canary> canaries;
  for (auto& [driver, choice] : chosen) {
    auto& [standard, wrong] = choice;
    canaries.push_back({"the reference", standard->record().code, true, standard});
    canaries.push_back({"an empty sample", "", false, standard});
    if (wrong) canaries.push_back(std::move(*wrong));
  }
  return canaries;
}

}  // namespace

double repeat_tolerance(const counters::Instrument& instrument) {
  if (instrument.traits().unit == CostUnit::cpu_time_nanoseconds)
    return std::numeric_limits<double>::infinity();
  return instrument.traits().deterministic ? 0 : 0.005;
}

std::string reference_fault(const record::SampleRecord& sample, const Standard& standard, double tolerance) {
  const bool any_cost = std::isinf(tolerance);
  const bool stopped_late = sample.verdict == record::Verdict::budget_exceeded && !sample.cases.empty() &&
                            sample.cases.back().level > 0;
  if (any_cost && stopped_late) return {};
  if (sample.verdict != record::Verdict::accepted) {
    return fmt::format("{}: {}", record::to_string(sample.verdict), sample.detail);
  }
  if (any_cost) return {};
  for (std::size_t i = 0; i < sample.cases.size(); ++i) {
    const double wanted = static_cast<double>(standard.record().cases[i].cost.value);
    const double found = sample.cases[i].cost ? static_cast<double>(sample.cases[i].cost->value) : -1;
    if (std::abs(found - wanted) > tolerance * wanted) {
      return fmt::format(
          "level {}, case {}: it cost {:.0f} instructions as a sample and {:.0f} as the reference",
          sample.cases[i].level, sample.cases[i].number, found, wanted);
    }
  }
  return {};
}

Result<void> ask_canaries(const Bench& bench, const std::vector<std::shared_ptr<const Standard>>& standards,
                          std::vector<Drivers>& drivers) {
  const auto canaries = choose(standards);
  if (!canaries) return tl::unexpected(canaries.error());
  return for_each_task(bench, drivers, canaries->size(), [&](std::size_t i, Drivers& mine) -> Result<void> {
    const Canary& canary = (*canaries)[i];
    record::SampleRecord sample;
    sample.code = canary.code;
    if (auto evaluated = evaluate(sample, *canary.standard, bench.toolchain(), mine); !evaluated)
      return evaluated;
    if (canary.must_pass) {
      const std::string fault =
          reference_fault(sample, *canary.standard, repeat_tolerance(bench.instrument()));
      if (!fault.empty()) return dead(canary, fault);
    } else if (sample.verdict == record::Verdict::accepted || record::censors(sample.verdict)) {
      return dead(canary, fmt::format("it must be rejected, and was {}", record::to_string(sample.verdict)));
    }
    return {};
  });
}

}  // namespace effk::session
