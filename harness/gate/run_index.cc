#include "harness/gate/run_index.h"

#include <utility>

namespace effk::gate {

RunIndex::RunIndex(const record::RunRecord& run, const score::RunScores& scores) {
  std::map<std::pair<std::string_view, std::string_view>, const record::ReferenceRecord*> references;
  for (const record::ReferenceRecord& one : run.references) references[{one.problem, one.language}] = &one;
  for (const score::ScoredSample& one : scores.samples) {
    const record::SampleRecord& sample = run.samples[one.index];
    const auto reference = references.find({sample.problem, sample.language});
    samples_[subject_of(sample)] = {&sample, &one.score,
                                    reference == references.end() ? nullptr : reference->second};
  }
}

const MeasuredSample* RunIndex::find(const Subject& subject) const {
  const auto found = samples_.find(subject);
  return found == samples_.end() ? nullptr : &found->second;
}

}  // namespace effk::gate
