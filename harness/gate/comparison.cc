#include "harness/gate/comparison.h"

namespace effk::gate {

std::string_view to_string(Outcome outcome) {
  switch (outcome) {
    case Outcome::better:
      return "better";
    case Outcome::worse:
      return "worse";
    case Outcome::unresolved:
      break;
  }
  return "no difference resolved";
}

Subject subject_of(const record::SampleRecord& sample) {
  return {sample.model, sample.language, sample.problem, sample.sample};
}

Counts RunComparison::counts() const {
  Counts counts;
  for (const auto* list : {&metrics, &samples}) {
    for (const Comparison& one : *list) {
      if (!one.judged) {
        if (list == &samples) ++counts.added;
      } else if (one.outcome == Outcome::better) {
        ++counts.better;
      } else if (one.outcome == Outcome::unresolved) {
        ++counts.unresolved;
      } else {
        ++(one.allowed ? counts.allowed : counts.worse);
      }
    }
  }
  return counts;
}

bool RunComparison::passed() const {
  return counts().worse == 0 && expired.empty();
}

}  // namespace effk::gate
