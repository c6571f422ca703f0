#include <algorithm>
#include <array>

#include "harness/score/peers/families.h"
#include "metrics/improvement.h"

namespace effk::score {
namespace {

using metrics::Improvement;
using OfK = Improvement (*)(double, std::span<const metrics::JudgedCost>, std::int64_t, double);

struct Form {
  std::array<const char*, 3> names;  // of optimized, speedup, correct
  OfK of_k;
};

constexpr Form kForms[] = {
    {{"%Opt, best of k", "Speedup, best of k", "%Correct, best of k"}, metrics::improvement_at_k},
    {{"%Opt, Best@k of the first k", "Speedup, Best@k of the first k", "%Correct, Best@k of the first k"},
     metrics::improvement_of_first_k}};

bool is_known(const PeerProblem& problem) {
  return problem.old_program.has_value();
}

void add_values(PeerFamily& family, const PeerInput& input, const Form& form, int k) {
  std::vector<ProblemMean> means;
  for (const char* name : form.names) means.emplace_back(named_value(family.name, name, k));
  for (const PeerProblem& problem : input.problems) {
    if (problem.is_missing() && (problem.old_program_waits || is_known(problem))) {
      for (ProblemMean& mean : means) mean.add_missing();
    } else if (is_known(problem)) {
      const Improvement one = form.of_k(problem.old_program->cost, problem.costs, k, metrics::kOptimizedFrom);
      const std::size_t used =
          form.of_k == &metrics::improvement_at_k ? problem.samples() : static_cast<std::size_t>(k);
      means[0].add(one.optimized, used);
      means[1].add(one.speedup, used);
      means[2].add(one.correct, used);
    }
  }
  for (const ProblemMean& mean : means) family.values.push_back(mean.mean(input.seed));
}

}  // namespace

PeerFamily pie(const PeerInput& input) {
  PeerFamily family{"PIE", {}, {}};
  if (std::none_of(input.problems.begin(), input.problems.end(), is_known)) {
    const std::string why = common_reason(input.problems, &PeerProblem::old_program_lacks);
    for (const Form& form : kForms) {
      for (const char* name : form.names)
        family.values.push_back(lacking(named_value(family.name, name), why));
    }
    return family;
  }
  for (const Form& form : kForms) {
    for (const int k : input.k) add_values(family, input, form, k);
  }
  note_problems(family.notes, "without an old program, left out", input.problems,
                [](const PeerProblem& problem) {
                  return is_known(problem) || problem.old_program_waits ? "" : problem.old_program_lacks;
                });
  note_unknown_costs(family.notes, input, "counted as neither faster nor correct",
                     [](const PeerProblem& problem) {
                       return problem.old_program ? std::optional<double>(problem.old_program->over_reference)
                                                  : std::nullopt;
                     });
  return family;
}

}  // namespace effk::score
