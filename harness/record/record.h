// harness/record/record.h -- the shape of what a run stores. Plain structs; schema version 4.
//
//   Unit     costs are in the unit of the run's instrument (see cost_unit()); times microseconds; memory
//   bytes. Threads  plain values.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/base/units.h"
#include "harness/record/verdict.h"

namespace effk::record {

// 2: rivals, and what the reference's cases used.
// 3: statements and signatures, the references' code, digests of the cases, which samples were taken over.
// 4: events, counted beside the cost.
// Runs of older versions are still read; what they do not have is empty.
inline constexpr int kSchemaVersion = 4;

// What one execution used beside what is scored: reported.
struct ResourceUse {
  std::int64_t user_us = 0;
  std::int64_t system_us = 0;
  std::int64_t wall_us = 0;
  std::uint64_t peak_memory_bytes = 0;  // growth over the state at mark 0
  // Events that were asked for, by name, from mark 0 to the end. Absent are those that were not counted all
  // the time: no estimate is recorded.
  std::map<std::string, std::uint64_t> events = {};
};

// One sample on one case.
struct CaseRecord {
  int level = 0;
  int number = 0;  // within its level, from 0
  Verdict verdict = Verdict::accepted;
  Cost total;                // from mark 0 to the end of the child and of all it started
  std::optional<Cost> cost;  // absent when censored or when there is no count to trust
  Cost spread;               // largest minus smallest total, if it was measured more than once
  ResourceUse use;
  std::vector<std::string> flags;  // implausible, unrepeatable, system_time, load_allowance, drift
  std::string detail;              // one line for a person: expected and found, the exception, the signal
};

// One sample: what it was, and what became of it on the cases that were run. Cases after a failure or a
// censored level are absent.
struct SampleRecord {
  std::string model;
  std::string problem;
  std::string language;                 // "cpp" or "python"
  std::string sample;                   // its name within (model, problem, language): file stem or line order
  std::string code;                     // as extracted
  std::string extraction;               // which rule found the code
  Verdict verdict = Verdict::accepted;  // of the whole sample
  std::string detail;
  std::optional<Cost> load;        // of loading alone
  std::vector<std::string> flags;  // notes of the toolchain: pragmas dropped, ...
  std::vector<CaseRecord> cases;
  bool reused = false;  // measured in another run, and taken over from it as it was
};

// The standard on one case, and what is taken off a sample's total there.
struct ReferenceCase {
  int level = 0;
  int number = 0;
  Cost cost;  // the region between load and encoding
  // total - load - region. A little below 0 where loading is cheaper beside this case's
  // arguments than beside the first one's, with which `load` was measured.
  std::int64_t frame = 0;
  Cost floor;                                     // what reading the arguments once needs
  std::optional<ResourceUse> use = std::nullopt;  // absent in runs of schema version 1
  std::string arguments_digest = {};              // of the case's arguments; empty before version 3
};

// The reference of one problem in one language, as measured in this run.
struct ReferenceRecord {
  std::string problem;
  std::string language;
  std::string code_digest;
  Cost load;
  Cost allowance;  // what a sample's load may exceed the reference's by, uncharged
  std::vector<ReferenceCase> cases;
  std::string code = {};  // empty before version 3
};

// A solution that the suite ships beside the reference ("slow_quadratic", "baseline"), measured as samples
// are but under a budget of its own, so that its whole cost is known. Only in runs that were asked for it.
struct RivalRecord {
  std::string problem;
  std::string language;
  std::string name;  // the file's stem
  std::string code_digest;
  double alpha = 0;  // its budget, as a multiple of the reference's dearest case above level 0
  Verdict verdict = Verdict::accepted;
  std::string detail;
  std::optional<Cost> load;
  std::vector<CaseRecord> cases;
};

// A level as it was scored in this run.
struct LevelRecord {
  double weight = 0;
  int cases = 0;
  // What a case may cost beyond the budget: 0 but at level 0. Not stored with the level: the environment's
  // "correctness_slack" is it.
  Cost slack{};
};

// What a problem looked like in this run: enough to score it, and to show it, without the suite at hand.
struct ProblemRecord {
  std::string problem;
  std::string challenge;
  std::vector<std::string> tags;
  std::vector<LevelRecord> levels;  // index = level
  std::string digest;
  // What the suite ships for the metrics of other benchmarks, measured in this run or not:
  // "cpp/slow_quadratic", "python/baseline". Empty in runs of schema version 1.
  std::vector<std::string> rivals = {};
  // What a solver was shown, as `effk show` prints it. Empty before version 3.
  std::string title = {};
  std::string kind = {};                               // "function", "program"
  std::string statement = {};                          // Markdown
  std::map<std::string, std::string> signatures = {};  // by language, those that the problem offers
};

// What the run was made with: see design 3.8. Keys such as "instrument", "instrument.version", "cpu",
// "kernel", "libc", "compiler", "flags", "interpreter", "seed", "alpha", "sandbox", "suite", "suite.digest".
using Environment = std::map<std::string, std::string>;

// "cost" of an environment: what the run's costs are an amount of. Runs that do not say it counted.
CostUnit cost_unit(const Environment& environment);

// The events that were asked for beside the costs, in that order: the key "events", "A,B".
std::vector<std::string> event_names(const Environment& environment);

struct RunRecord {
  int schema_version = kSchemaVersion;  // of the file that it was read from
  Environment environment;
  double alpha = 2;
  bool complete = false;                    // false while running and after an interruption
  std::vector<ProblemRecord> problems;      // the selected ones, sorted by name
  std::vector<ReferenceRecord> references;  // sorted by problem, language
  std::vector<RivalRecord> rivals;          // sorted by problem, language, name
  std::vector<SampleRecord> samples;        // sorted by model, problem, language, sample: 2 before 10
  std::vector<std::string>
      warnings;  // defects of the environment or of submissions that did not stop the run
};

// Puts each list of a run, but the warnings, into the order that it is said to have.
void sort(RunRecord& run);

// Null if the run has none of them.
const ProblemRecord* find_problem(const RunRecord& run, std::string_view problem);
const ReferenceRecord* find_reference(const RunRecord& run, std::string_view problem,
                                      std::string_view language);

}  // namespace effk::record
