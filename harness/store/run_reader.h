// harness/store/run_reader.h -- reads a run that run_writer.h wrote, whole or interrupted.
#pragma once

#include <filesystem>

#include "harness/base/error.h"
#include "harness/record/record.h"

namespace effk::store {

// Everything in the run, sorted as record.h says; `path` may also be what `effk export --format jsonl` made
// of one (run_jsonl.h). Errors: bad_input if `path` is no run, has a newer schema, or is being written at
// this moment.
Result<record::RunRecord> read_run(const std::filesystem::path& path);

// False if there is no such file, or one of a writer that was ended before it had written anything: then
// nothing is lost when a run begins there.
// Errors: as read_run().
Result<bool> has_begun(const std::filesystem::path& path);

}  // namespace effk::store
