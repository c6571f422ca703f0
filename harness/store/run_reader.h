// harness/store/run_reader.h -- reads a run that run_writer.h wrote, whole or interrupted.
#pragma once

#include <filesystem>

#include "harness/base/error.h"
#include "harness/record/record.h"

namespace effk::store {

// Everything in the run, sorted as record.h says.
// Errors: bad_input if `path` is no run, has a newer schema, or is being written at this moment.
Result<record::RunRecord> read_run(const std::filesystem::path& path);

}  // namespace effk::store
