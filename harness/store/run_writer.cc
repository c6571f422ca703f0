#include "harness/store/run_writer.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <functional>

#include "harness/store/case_rows.h"
#include "harness/store/run_file.h"
#include "harness/store/schema.h"
#include "harness/store/string_list.h"

namespace effk::store {

struct RunWriter::Database {
  explicit Database(std::filesystem::path where)
      : path(std::move(where)), sqlite(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {}
  std::filesystem::path path;
  SQLite::Database sqlite;
};

namespace {

// Runs `work` in a transaction; an SQLite failure becomes an Error about `path`.
Result<void> in_transaction(SQLite::Database& sqlite, const std::filesystem::path& path,
                            const std::function<void()>& work) {
  try {
    SQLite::Transaction transaction(sqlite);
    work();
    transaction.commit();
    return {};
  } catch (const SQLite::Exception& error) {
    return fail(ErrorKind::environment, fmt::format("cannot write the run {}", path.string()), error.what(),
                "check the free space of the disk; what was stored before is still readable");
  }
}

void put(SQLite::Database& sqlite, const char* table, const std::string& key, const std::string& value) {
  SQLite::Statement statement(sqlite, fmt::format("INSERT OR REPLACE INTO {} VALUES (?, ?)", table));
  SQLite::bind(statement, key, value);
  statement.exec();
}

void put_problem(SQLite::Database& sqlite, const record::ProblemRecord& problem) {
  SQLite::Statement head(sqlite, "INSERT INTO problem VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  SQLite::bind(head, problem.problem, problem.challenge, to_column(problem.tags), problem.digest,
               to_column(problem.rivals), problem.title, problem.kind, problem.statement);
  head.exec();
  for (const auto& [language, text] : problem.signatures) {
    SQLite::Statement signature(sqlite, "INSERT INTO signature VALUES (?, ?, ?)");
    SQLite::bind(signature, problem.problem, language, text);
    signature.exec();
  }
  for (std::size_t i = 0; i < problem.levels.size(); ++i) {
    SQLite::Statement level(sqlite, "INSERT INTO level VALUES (?, ?, ?, ?)");
    SQLite::bind(level, problem.problem, static_cast<int>(i), problem.levels[i].weight,
                 problem.levels[i].cases);
    level.exec();
  }
}

void put_warning(SQLite::Database& sqlite, const std::string& warning) {
  SQLite::Statement statement(sqlite, "INSERT INTO warning VALUES (?)");
  statement.bind(1, warning);
  statement.exec();
}

void put_head(SQLite::Database& sqlite, const record::RunRecord& head) {
  sqlite.exec(kSchema);
  sqlite.exec(fmt::format("PRAGMA application_id={}", kApplicationId));
  sqlite.exec(fmt::format("PRAGMA user_version={}", record::kSchemaVersion));
  put(sqlite, "run", "complete", "0");
  put(sqlite, "run", "alpha", fmt::format("{}", head.alpha));
  for (const auto& [key, value] : head.environment) put(sqlite, "environment", key, value);
  for (const record::ProblemRecord& problem : head.problems) put_problem(sqlite, problem);
  for (const std::string& warning : head.warnings) put_warning(sqlite, warning);
}

void go_on(SQLite::Database& sqlite, const record::RunRecord& head) {
  put(sqlite, "run", "complete", "0");
  for (const std::string& warning : head.warnings) {
    SQLite::Statement known(sqlite, "SELECT count(*) FROM warning WHERE text = ?");
    known.bind(1, warning);
    known.executeStep();
    if (known.getColumn(0).getInt() == 0) put_warning(sqlite, warning);
  }
  sqlite.exec(
      "DELETE FROM case_result WHERE sample_id IN (SELECT id FROM sample WHERE verdict = 'internal_error')");
  sqlite.exec("DELETE FROM sample WHERE verdict = 'internal_error'");
}

}  // namespace

RunWriter::RunWriter(std::unique_ptr<Database> database) : database_(std::move(database)) {}
RunWriter::RunWriter(RunWriter&&) noexcept = default;
RunWriter& RunWriter::operator=(RunWriter&&) noexcept = default;

RunWriter::~RunWriter() {
  if (database_) (void)finish(false);
}

Result<RunWriter> RunWriter::create(const std::filesystem::path& path, const record::RunRecord& head) {
  std::error_code error;
  if (std::filesystem::exists(std::filesystem::symlink_status(path, error))) {
    return fail(ErrorKind::bad_input, fmt::format("{} exists", path.string()),
                "a run is never overwritten: nothing measured may be lost",
                "go on with it: --resume; or choose another file with -o");
  }
  return reopen(path, head);
}

Result<RunWriter> RunWriter::reopen(const std::filesystem::path& path, const record::RunRecord& head) {
  try {
    auto database = std::make_unique<Database>(path);
    SQLite::Database& sqlite = database->sqlite;
    sqlite.exec("PRAGMA locking_mode=EXCLUSIVE");
    sqlite.exec("PRAGMA journal_mode=WAL");
    sqlite.exec("PRAGMA synchronous=NORMAL");
    SQLite::Transaction transaction(sqlite);
    if (sqlite.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0) {
      put_head(sqlite, head);
    } else {
      go_on(sqlite, head);
    }
    transaction.commit();
    return RunWriter(std::move(database));
  } catch (const SQLite::Exception& failure) {
    if (failure.getErrorCode() == SQLITE_BUSY) return being_written(path);
    return fail(ErrorKind::environment, fmt::format("cannot write the run {}", path.string()), failure.what(),
                "check that its folder exists and can be written, and the free space of the disk");
  }
}

Result<void> RunWriter::add(const record::ReferenceRecord& reference) {
  SQLite::Database& sqlite = database_->sqlite;
  return in_transaction(sqlite, database_->path, [&] {
    SQLite::Statement head(sqlite, "INSERT INTO reference VALUES (?, ?, ?, ?, ?, ?)");
    SQLite::bind(head, reference.problem, reference.language, reference.code_digest, number(reference.load),
                 number(reference.allowance), reference.code);
    head.exec();
    SQLite::Statement row(sqlite,
                          "INSERT INTO reference_case VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const record::ReferenceCase& one : reference.cases) {
      SQLite::bind(row, reference.problem, reference.language, one.level, one.number, number(one.cost),
                   one.frame, number(one.floor));
      if (one.use) {
        row.bind(8, one.use->user_us);
        row.bind(9, one.use->system_us);
        row.bind(10, one.use->wall_us);
        row.bind(11, static_cast<std::int64_t>(one.use->peak_memory_bytes));
        row.bind(13, counts_to_column(one.use->events));
      } else {
        for (int i = 8; i <= 11; ++i) row.bind(i);
        row.bind(13);
      }
      row.bind(12, one.arguments_digest);
      row.exec();
      row.reset();
    }
  });
}

Result<void> RunWriter::add(const record::RivalRecord& rival) {
  SQLite::Database& sqlite = database_->sqlite;
  return in_transaction(sqlite, database_->path, [&] {
    SQLite::Statement head(
        sqlite,
        "INSERT INTO rival (problem, language, name, code_digest, alpha, verdict, detail, load) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    SQLite::bind(head, rival.problem, rival.language, rival.name, rival.code_digest, rival.alpha,
                 std::string(record::to_string(rival.verdict)), rival.detail);
    bind_count(head, 8, rival.load);
    head.exec();
    put_cases(sqlite, kRivalCases, sqlite.getLastInsertRowid(), rival.cases);
  });
}

Result<void> RunWriter::add(const record::SampleRecord& sample) {
  SQLite::Database& sqlite = database_->sqlite;
  return in_transaction(sqlite, database_->path, [&] {
    SQLite::Statement head(
        sqlite,
        "INSERT INTO sample (model, problem, language, sample, code, extraction, verdict, detail, "
        "load, flags, reused) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    head.bind(1, sample.model);
    head.bind(2, sample.problem);
    head.bind(3, sample.language);
    head.bind(4, sample.sample);
    head.bind(5, sample.code);
    head.bind(6, sample.extraction);
    head.bind(7, std::string(record::to_string(sample.verdict)));
    head.bind(8, sample.detail);
    bind_count(head, 9, sample.load);
    head.bind(10, to_column(sample.flags));
    head.bind(11, sample.reused ? 1 : 0);
    head.exec();
    const std::int64_t id = sqlite.getLastInsertRowid();
    put_cases(sqlite, kSampleCases, id, sample.cases);
  });
}

Result<void> RunWriter::finish(bool complete) {
  // Closed in any case at the end of this call: with locking_mode=EXCLUSIVE the lock and a journal file stay
  // until then, and nobody could read the run.
  const std::unique_ptr<Database> database = std::move(database_);
  try {
    SQLite::Database& sqlite = database->sqlite;
    put(sqlite, "run", "complete", complete ? "1" : "0");
    sqlite.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    sqlite.exec("PRAGMA journal_mode=DELETE");
    return {};
  } catch (const SQLite::Exception& error) {
    return fail(ErrorKind::environment, fmt::format("cannot finish the run {}", database->path.string()),
                error.what(), "check the free space of the disk; what was stored before is still readable");
  }
}

Result<void> write_run(const std::filesystem::path& path, const record::RunRecord& run) {
  auto writer = RunWriter::create(path, run);
  if (!writer) return tl::unexpected(writer.error());
  const auto add_each = [&](const auto& records) -> Result<void> {
    for (const auto& one : records) {
      if (auto added = writer->add(one); !added) return added;
    }
    return {};
  };
  if (auto added = add_each(run.references); !added) return added;
  if (auto added = add_each(run.rivals); !added) return added;
  if (auto added = add_each(run.samples); !added) return added;
  return writer->finish(run.complete);
}

}  // namespace effk::store
