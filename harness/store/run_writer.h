// harness/store/run_writer.h -- writes a run: one SQLite file, readable after each sample whatever happens.
//
// WAL with synchronous=NORMAL: a killed process loses at most the sample in flight. locking_mode=EXCLUSIVE
// keeps the -shm file away, which network folders break; finish() leaves one file.
//
//   Errors   bad_input if the file exists; environment if it cannot be written.
//   Threads  one thread at a time.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/record/record.h"

namespace effk::store {

class RunWriter {
 public:
  // Creates `path`, which must not exist, with what is known of `head` before anything is measured, all or
  // nothing of it: environment, alpha, problems and warnings.
  static Result<RunWriter> create(const std::filesystem::path& path, const record::RunRecord& head);

  // Opens a run to go on with it, or does as create() where has_begun() is false of it (see run_reader.h).
  // It becomes incomplete, and loses the samples that could not be measured (internal_error): they are to be
  // measured again. Of `head`, the warnings that it does not have yet are added.
  static Result<RunWriter> reopen(const std::filesystem::path& path, const record::RunRecord& head);

  RunWriter(RunWriter&&) noexcept;
  RunWriter& operator=(RunWriter&&) noexcept;
  // Leaves a readable file, marked as incomplete unless finish() was called.
  ~RunWriter();

  // Each call is one transaction.
  Result<void> add(const record::ReferenceRecord& reference);
  Result<void> add(const record::RivalRecord& rival);
  Result<void> add(const record::SampleRecord& sample);

  // Marks the run complete, if it is, and closes the file, also when that fails. The last call.
  Result<void> finish(bool complete);

 private:
  struct Database;
  explicit RunWriter(std::unique_ptr<Database> database);
  std::unique_ptr<Database> database_;
};

// The whole of a run at once.
Result<void> write_run(const std::filesystem::path& path, const record::RunRecord& run);

}  // namespace effk::store
