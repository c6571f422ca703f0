#include "harness/store/run_reader.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <cstdlib>
#include <map>

#include "harness/store/schema.h"
#include "harness/store/string_list.h"

namespace effk::store {
namespace {

Instructions count(const SQLite::Column& column) {
  return {static_cast<std::uint64_t>(column.getInt64())};
}

std::optional<Instructions> optional_count(const SQLite::Column& column) {
  if (column.isNull()) return std::nullopt;
  return count(column);
}

record::Verdict verdict(const SQLite::Column& column) {
  return record::parse_verdict(column.getString()).value_or(record::Verdict::internal_error);
}

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

void read_problems(SQLite::Database& sqlite, record::RunRecord& run) {
  SQLite::Statement problems(sqlite, "SELECT problem, challenge, tags, digest FROM problem ORDER BY problem");
  while (problems.executeStep()) {
    record::ProblemRecord problem;
    problem.problem = problems.getColumn(0).getString();
    problem.challenge = problems.getColumn(1).getString();
    problem.tags = from_column(problems.getColumn(2).getString());
    problem.digest = problems.getColumn(3).getString();
    SQLite::Statement levels(sqlite, "SELECT weight, cases FROM level WHERE problem = ? ORDER BY level");
    levels.bind(1, problem.problem);
    while (levels.executeStep())
      problem.levels.push_back({levels.getColumn(0).getDouble(), levels.getColumn(1).getInt()});
    run.problems.push_back(std::move(problem));
  }
}

void read_references(SQLite::Database& sqlite, record::RunRecord& run) {
  SQLite::Statement references(
      sqlite,
      "SELECT problem, language, code_digest, load, allowance FROM reference ORDER BY problem, language");
  while (references.executeStep()) {
    record::ReferenceRecord reference;
    reference.problem = references.getColumn(0).getString();
    reference.language = references.getColumn(1).getString();
    reference.code_digest = references.getColumn(2).getString();
    reference.load = count(references.getColumn(3));
    reference.allowance = count(references.getColumn(4));
    SQLite::Statement cases(
        sqlite,
        "SELECT level, number, cost, frame, floor FROM reference_case WHERE problem = ? AND "
        "language = ? ORDER BY level, number");
    SQLite::bind(cases, reference.problem, reference.language);
    while (cases.executeStep()) {
      reference.cases.push_back({cases.getColumn(0).getInt(), cases.getColumn(1).getInt(),
                                 count(cases.getColumn(2)), cases.getColumn(3).getInt64(),
                                 count(cases.getColumn(4))});
    }
    run.references.push_back(std::move(reference));
  }
}

std::vector<record::CaseRecord> read_cases(SQLite::Database& sqlite, std::int64_t sample_id) {
  std::vector<record::CaseRecord> cases;
  SQLite::Statement rows(
      sqlite,
      "SELECT level, number, verdict, total, cost, spread, user_us, system_us, wall_us, peak_memory_bytes, "
      "flags, detail FROM case_result WHERE sample_id = ? ORDER BY level, number");
  rows.bind(1, sample_id);
  while (rows.executeStep()) {
    record::CaseRecord one;
    one.level = rows.getColumn(0).getInt();
    one.number = rows.getColumn(1).getInt();
    one.verdict = verdict(rows.getColumn(2));
    one.total = count(rows.getColumn(3));
    one.cost = optional_count(rows.getColumn(4));
    one.spread = count(rows.getColumn(5));
    one.use = {rows.getColumn(6).getInt64(), rows.getColumn(7).getInt64(), rows.getColumn(8).getInt64(),
               static_cast<std::uint64_t>(rows.getColumn(9).getInt64())};
    one.flags = from_column(rows.getColumn(10).getString());
    one.detail = rows.getColumn(11).getString();
    cases.push_back(std::move(one));
  }
  return cases;
}

void read_samples(SQLite::Database& sqlite, record::RunRecord& run) {
  SQLite::Statement samples(
      sqlite,
      "SELECT id, model, problem, language, sample, code, extraction, verdict, detail, load, "
      "flags FROM sample ORDER BY model, problem, language, length(sample), sample");
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
    sample.cases = read_cases(sqlite, samples.getColumn(0).getInt64());
    run.samples.push_back(std::move(sample));
  }
}

}  // namespace

Result<record::RunRecord> read_run(const std::filesystem::path& path) {
  const std::string what = fmt::format("cannot read the run {}", path.string());
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) {
    return fail(ErrorKind::bad_input, what, "there is no such file",
                "effk run SUBMISSIONS... -o " + path.string());
  }
  try {
    SQLite::Database sqlite(path.string(), SQLite::OPEN_READWRITE);
    sqlite.exec("PRAGMA locking_mode=EXCLUSIVE");  // reads a WAL that a killed run left, without a -shm file
    const int application = sqlite.execAndGet("PRAGMA application_id").getInt();
    if (application != kApplicationId) {
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
    read_settings(sqlite, run);
    read_problems(sqlite, run);
    read_references(sqlite, run);
    read_samples(sqlite, run);
    return run;
  } catch (const SQLite::Exception& failure) {
    if (failure.getErrorCode() == SQLITE_BUSY) {
      return fail(ErrorKind::bad_input, what, "another effk is writing it at this moment",
                  "wait until it has ended");
    }
    return fail(ErrorKind::bad_input, what, failure.what());
  }
}

}  // namespace effk::store
