// tests/store/old_run.h -- runs of older schema versions, from the SQL text that `sqlite3 RUN .dump` gave of
// them.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <string>

#include "harness/base/files.h"

namespace effk::store {

// Makes `path`, a run of that schema version: five samples of the small suite.
inline void make_old_run(int version, const std::filesystem::path& path) {
  const std::string text = std::string(EFFK_OLD_RUNS) + "/version_" + std::to_string(version) + ".sql";
  SQLite::Database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(read_file(text).value());
}

}  // namespace effk::store
