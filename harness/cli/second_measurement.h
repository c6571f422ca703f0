// harness/cli/second_measurement.h -- measures samples of a stored run once more, as that run was measured,
// and the baseline's beside them: so both meet the same machine at the same time.
#pragma once

#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/gate/comparison.h"
#include "harness/record/record.h"

namespace effk::cli {

struct SecondMeasurement {
  record::RunRecord baseline;  // new records of the baseline's samples, as far as it holds their code
  record::RunRecord run;       // and of the run's
  std::vector<gate::Subject> measured;  // those of `subjects` that have code in the run; sorted
};

// `suite` as --suite has it; it must hold the run's problems, unchanged. `subjects` are sorted.
// Errors: bad_input if the run holds no code, if the suite has other problems, or if this machine differs
// from the run's in what matters.
Result<SecondMeasurement> measure_again(const record::RunRecord& baseline, const record::RunRecord& run,
                                        const std::vector<gate::Subject>& subjects, const std::string& suite,
                                        int jobs);

}  // namespace effk::cli
