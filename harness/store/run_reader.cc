#include "harness/store/run_reader.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <cstdlib>
#include <fstream>
#include <optional>
#include <utility>

#include "harness/base/files.h"
#include "harness/store/case_rows.h"
#include "harness/store/run_file.h"
#include "harness/store/run_jsonl.h"
#include "harness/store/schema.h"
#include "harness/store/string_list.h"

namespace effk::store {
namespace {

// The schema versions that added rivals and what the references used; and what a solver was shown, the
// references' code, digests of cases, and which samples were taken over. case_rows.h has that of events.
constexpr int kWithRivals = 2;
constexpr int kWithStatements = 3;

void read_settings(SQLite::Database& sqlite, record::RunRecord& run) {
  SQLite::Statement settings(sqlite, "SELECT key, value FROM run");
  while (settings.executeStep()) {
    const std::string key = settings.getColumn(0).getString();
    const std::string value = settings.getColumn(1).getString();
    if (key == "alpha") run.alpha = std::strtod(value.c_str(), nullptr);
    if (key == "complete") run.complete = value == "1";
  }
  SQLite::Statement environment(sqlite, "SELECT key, value FROM environment");
  while (environment.executeStep()) {
    run.environment[environment.getColumn(0).getString()] = environment.getColumn(1).getString();
  }
  SQLite::Statement warnings(sqlite, "SELECT text FROM warning ORDER BY rowid");
  while (warnings.executeStep()) run.warnings.push_back(warnings.getColumn(0).getString());
}

std::map<std::string, std::string> read_signatures(SQLite::Database& sqlite, const std::string& problem) {
  std::map<std::string, std::string> signatures;
  SQLite::Statement rows(sqlite, "SELECT language, text FROM signature WHERE problem = ?");
  rows.bind(1, problem);
  while (rows.executeStep()) signatures[rows.getColumn(0).getString()] = rows.getColumn(1).getString();
  return signatures;
}

void read_problems(SQLite::Database& sqlite, int version, record::RunRecord& run) {
  SQLite::Statement problems(
      sqlite, fmt::format("SELECT problem, challenge, tags, digest, {}, {} FROM problem ORDER BY problem",
                          version >= kWithRivals ? "rivals" : "'[]'",
                          version >= kWithStatements ? "title, kind, statement" : "'', '', ''"));
  while (problems.executeStep()) {
    record::ProblemRecord problem;
    problem.problem = problems.getColumn(0).getString();
    problem.challenge = problems.getColumn(1).getString();
    problem.tags = from_column(problems.getColumn(2).getString());
    problem.digest = problems.getColumn(3).getString();
    problem.rivals = from_column(problems.getColumn(4).getString());
    problem.title = problems.getColumn(5).getString();
    problem.kind = problems.getColumn(6).getString();
    problem.statement = problems.getColumn(7).getString();
    SQLite::Statement levels(sqlite, "SELECT weight, cases FROM level WHERE problem = ? ORDER BY level");
    levels.bind(1, problem.problem);
    while (levels.executeStep())
      problem.levels.push_back({levels.getColumn(0).getDouble(), levels.getColumn(1).getInt()});
    if (version >= kWithStatements) problem.signatures = read_signatures(sqlite, problem.problem);
    run.problems.push_back(std::move(problem));
  }
}

std::optional<record::ResourceUse> read_use(SQLite::Statement& row, int first) {
  if (row.isColumnNull(first)) return std::nullopt;
  return record::ResourceUse{row.getColumn(first).getInt64(), row.getColumn(first + 1).getInt64(),
                             row.getColumn(first + 2).getInt64(),
                             static_cast<std::uint64_t>(row.getColumn(first + 3).getInt64()),
                             counts_from_column(row.getColumn(first + 4).getString())};
}

void read_references(SQLite::Database& sqlite, int version, record::RunRecord& run) {
  SQLite::Statement references(
      sqlite, fmt::format("SELECT problem, language, code_digest, load, allowance, {} FROM reference "
                          "ORDER BY problem, language",
                          version >= kWithStatements ? "code" : "''"));
  while (references.executeStep()) {
    record::ReferenceRecord reference;
    reference.problem = references.getColumn(0).getString();
    reference.language = references.getColumn(1).getString();
    reference.code_digest = references.getColumn(2).getString();
    reference.load = count(references.getColumn(3));
    reference.allowance = count(references.getColumn(4));
    reference.code = references.getColumn(5).getString();
    SQLite::Statement cases(
        sqlite,
        fmt::format(
            "SELECT level, number, cost, frame, floor, {}, {}, {} FROM reference_case WHERE problem = ? AND "
            "language = ? ORDER BY level, number",
            version >= kWithRivals ? "user_us, system_us, wall_us, peak_memory_bytes"
                                   : "NULL, NULL, NULL, NULL",
            version >= kWithEvents ? "events" : "'{}'",
            version >= kWithStatements ? "arguments_digest" : "''"));
    SQLite::bind(cases, reference.problem, reference.language);
    while (cases.executeStep()) {
      reference.cases.push_back({cases.getColumn(0).getInt(), cases.getColumn(1).getInt(),
                                 count(cases.getColumn(2)), cases.getColumn(3).getInt64(),
                                 count(cases.getColumn(4)), read_use(cases, 5),
                                 cases.getColumn(10).getString()});
    }
    run.references.push_back(std::move(reference));
  }
}

void read_rivals(SQLite::Database& sqlite, int version, record::RunRecord& run) {
  SQLite::Statement rivals(sqlite,
                           "SELECT id, problem, language, name, code_digest, alpha, verdict, detail, load "
                           "FROM rival ORDER BY problem, language, name");
  while (rivals.executeStep()) {
    record::RivalRecord rival;
    rival.problem = rivals.getColumn(1).getString();
    rival.language = rivals.getColumn(2).getString();
    rival.name = rivals.getColumn(3).getString();
    rival.code_digest = rivals.getColumn(4).getString();
    rival.alpha = rivals.getColumn(5).getDouble();
    rival.verdict = verdict(rivals.getColumn(6));
    rival.detail = rivals.getColumn(7).getString();
    rival.load = optional_count(rivals.getColumn(8));
    rival.cases = read_cases(sqlite, version, kRivalCases, rivals.getColumn(0).getInt64());
    run.rivals.push_back(std::move(rival));
  }
}

void read_samples(SQLite::Database& sqlite, int version, record::RunRecord& run) {
  SQLite::Statement samples(
      sqlite,
      fmt::format("SELECT id, model, problem, language, sample, code, extraction, verdict, detail, load, "
                  "flags, {} FROM sample ORDER BY model, problem, language, length(sample), sample",
                  version >= kWithStatements ? "reused" : "0"));
  while (samples.executeStep()) {
    record::SampleRecord sample;
    sample.model = samples.getColumn(1).getString();
    sample.problem = samples.getColumn(2).getString();
    sample.language = samples.getColumn(3).getString();
    sample.sample = samples.getColumn(4).getString();
    sample.code = samples.getColumn(5).getString();
    sample.extraction = samples.getColumn(6).getString();
    sample.verdict = verdict(samples.getColumn(7));
    sample.detail = samples.getColumn(8).getString();
    sample.load = optional_count(samples.getColumn(9));
    sample.flags = from_column(samples.getColumn(10).getString());
    sample.reused = samples.getColumn(11).getInt() != 0;
    sample.cases = read_cases(sqlite, version, kSampleCases, samples.getColumn(0).getInt64());
    run.samples.push_back(std::move(sample));
  }
}

// Is nothing in it yet, not even tables?
bool is_empty(SQLite::Database& sqlite) {
  return sqlite.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
}

std::string what_failed(const std::filesystem::path& path) {
  return fmt::format("cannot read the run {}", path.string());
}

// Opens the file and hands it to `read`.
template <typename Read>
auto with_file(const std::filesystem::path& path, Read read)
    -> decltype(read(std::declval<SQLite::Database&>())) {
  try {
    SQLite::Database sqlite(path.string(), SQLite::OPEN_READWRITE);
    sqlite.exec("PRAGMA locking_mode=EXCLUSIVE");  // reads a WAL that a killed run left, without a -shm file
    return read(sqlite);
  } catch (const SQLite::Exception& failure) {
    if (failure.getErrorCode() == SQLITE_BUSY) return being_written(path);
    return fail(ErrorKind::bad_input, what_failed(path), failure.what());
  }
}

Result<record::RunRecord> read_tables(SQLite::Database& sqlite, const std::filesystem::path& path) {
  const std::string what = what_failed(path);
  if (sqlite.execAndGet("PRAGMA application_id").getInt() != kApplicationId) {
    if (is_empty(sqlite)) {
      return fail(ErrorKind::bad_input, what, "nothing is in it: effk was ended before it began to measure",
                  "effk run SUBMISSIONS... --resume -o " + path.string());
    }
    return fail(ErrorKind::bad_input, what, "it is an SQLite file, but not a run of effk");
  }
  const int version = sqlite.execAndGet("PRAGMA user_version").getInt();
  if (version > record::kSchemaVersion) {
    return fail(ErrorKind::bad_input, what,
                fmt::format("its schema version is {}, and this effk knows versions up to {}", version,
                            record::kSchemaVersion),
                "read it with a newer effk");
  }
  record::RunRecord run;
  run.schema_version = version;
  read_settings(sqlite, run);
  read_problems(sqlite, version, run);
  read_references(sqlite, version, run);
  if (version >= kWithRivals) read_rivals(sqlite, version, run);
  read_samples(sqlite, version, run);
  record::sort(run);
  return run;
}

bool is_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return file.get() == '{';
}

}  // namespace

tl::unexpected<Error> being_written(const std::filesystem::path& path) {
  return fail(ErrorKind::bad_input, what_failed(path), "another effk is writing it at this moment",
              "wait until it has ended");
}

Result<record::RunRecord> read_run(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) {
    return fail(ErrorKind::bad_input, what_failed(path), "there is no such file",
                "effk run SUBMISSIONS... -o " + path.string());
  }
  if (is_text(path)) {
    const auto text = read_file(path);
    if (!text) return tl::unexpected(text.error());
    return from_jsonl(*text, path.string());
  }
  return with_file(path, [&](SQLite::Database& sqlite) { return read_tables(sqlite, path); });
}

Result<bool> has_begun(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::exists(std::filesystem::symlink_status(path, error))) return false;
  if (is_text(path)) return true;
  return with_file(path, [](SQLite::Database& sqlite) -> Result<bool> { return !is_empty(sqlite); });
}

}  // namespace effk::store
