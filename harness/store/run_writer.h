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

#include "harness/base/error.h"
#include "harness/record/record.h"

namespace effk::store {

class RunWriter {
 public:
  // Creates `path`, which must not exist.
  static Result<RunWriter> create(const std::filesystem::path& path);

  RunWriter(RunWriter&&) noexcept;
  RunWriter& operator=(RunWriter&&) noexcept;
  // Leaves a readable file, marked as incomplete unless finish() was called.
  ~RunWriter();

  // Each call is one transaction.
  Result<void> begin(const record::Environment& environment, double alpha);
  Result<void> add(const record::ProblemRecord& problem);
  Result<void> add(const record::ReferenceRecord& reference);
  Result<void> add(const record::RivalRecord& rival);
  Result<void> add(const record::SampleRecord& sample);
  Result<void> warn(const std::string& warning);

  // Marks the run complete, if it is, and closes the file, also when that fails. The last call.
  Result<void> finish(bool complete);

 private:
  struct Database;
  explicit RunWriter(std::unique_ptr<Database> database);
  std::unique_ptr<Database> database_;
};

}  // namespace effk::store
