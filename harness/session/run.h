// harness/session/run.h -- the loop: references, canaries, samples, in parallel, into the store.
//
//   Errors   those of the suite, the machine and the store. Whatever samples do is in their records.
//   Threads  run() uses its own; the observer is called by one thread at a time.
#pragma once

#include <cstddef>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "harness/base/error.h"
#include "harness/record/record.h"
#include "harness/session/bench.h"
#include "harness/session/earlier_run.h"
#include "harness/session/rivals.h"
#include "harness/submissions/intake.h"
#include "harness/suite/suite.h"

namespace effk::session {

// Hears what happens: for progress bars and logs.
class Observer {
 public:
  virtual ~Observer() = default;
  // "references", "canaries", "rivals" if they were asked for, "samples": `total` steps are about to follow.
  virtual void begin_phase(std::string_view phase, std::size_t total) = 0;
  virtual void step_done(std::string_view what) = 0;
  // Something that the user should know, in one line.
  virtual void note(std::string_view line) = 0;
};

struct RunOptions {
  std::filesystem::path output;
  std::vector<std::string> problems;    // ids of the selected ones; the suite's mean is over these
  RivalChoice rivals = {};              // none unless asked for
  bool resume = false;                  // go on with `output` if it has begun
  std::vector<EarlierRun> reused = {};  // runs to take samples from; see earlier_run.h
};

struct RunSummary {
  std::size_t samples = 0;          // stored now
  std::size_t stored_before = 0;    // by the run that is continued
  std::size_t reused = 0;           // of `samples`: taken over from other runs
  std::size_t internal_errors = 0;  // samples that we failed to measure
  bool interrupted = false;         // what was measured until then is stored
  bool nothing_to_do = false;       // the run that was to be continued is complete
};

// Measures every sample of `intake` whose problem is selected. The file is created at once and grows with
// every sample, so that an interruption loses at most the samples in flight.
Result<RunSummary> run(const suite::Suite& suite, const submissions::Intake& intake, const Bench& bench,
                       const RunOptions& options, Observer& observer);

}  // namespace effk::session
