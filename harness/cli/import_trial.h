// harness/cli/import_trial.h -- tries what was imported on its references, and leaves out what fails.
#pragma once

#include <string>

#include "harness/base/error.h"
#include "harness/importers/kinds.h"

namespace effk::cli {

struct TrialOptions {
  std::string instrument = "auto";
  int jobs = 1;
};

// Runs every case of every problem of `import`, confined; takes those that fail out of import.suite and adds
// them to import.left_out. Progress goes to stderr. Errors: those of the machine, and of an interruption.
Result<void> try_references(importers::Import& import, const TrialOptions& options);

}  // namespace effk::cli
