// What is written is what is read, field by field.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

#include "harness/store/run_jsonl.h"
#include "harness/store/run_reader.h"
#include "harness/store/run_writer.h"
#include "tests/store/scratch_folder.h"

namespace effk::record {

bool operator==(const ResourceUse& a, const ResourceUse& b) {
  return std::tie(a.user_us, a.system_us, a.wall_us, a.peak_memory_bytes, a.events) ==
         std::tie(b.user_us, b.system_us, b.wall_us, b.peak_memory_bytes, b.events);
}
bool operator==(const CaseRecord& a, const CaseRecord& b) {
  return std::tie(a.level, a.number, a.verdict, a.total, a.cost, a.spread, a.use, a.flags, a.detail) ==
         std::tie(b.level, b.number, b.verdict, b.total, b.cost, b.spread, b.use, b.flags, b.detail);
}
bool operator==(const SampleRecord& a, const SampleRecord& b) {
  return std::tie(a.model, a.problem, a.language, a.sample, a.code, a.extraction, a.verdict, a.detail, a.load,
                  a.flags, a.cases, a.reused) == std::tie(b.model, b.problem, b.language, b.sample, b.code,
                                                          b.extraction, b.verdict, b.detail, b.load, b.flags,
                                                          b.cases, b.reused);
}
bool operator==(const ReferenceCase& a, const ReferenceCase& b) {
  return std::tie(a.level, a.number, a.cost, a.frame, a.floor, a.use, a.arguments_digest) ==
         std::tie(b.level, b.number, b.cost, b.frame, b.floor, b.use, b.arguments_digest);
}
bool operator==(const RivalRecord& a, const RivalRecord& b) {
  return std::tie(a.problem, a.language, a.name, a.code_digest, a.alpha, a.verdict, a.detail, a.load,
                  a.cases) == std::tie(b.problem, b.language, b.name, b.code_digest, b.alpha, b.verdict,
                                       b.detail, b.load, b.cases);
}
bool operator==(const ReferenceRecord& a, const ReferenceRecord& b) {
  return std::tie(a.problem, a.language, a.code_digest, a.load, a.allowance, a.cases, a.code) ==
         std::tie(b.problem, b.language, b.code_digest, b.load, b.allowance, b.cases, b.code);
}
bool operator==(const LevelRecord& a, const LevelRecord& b) {
  return std::tie(a.weight, a.cases) == std::tie(b.weight, b.cases);
}
bool operator==(const ProblemRecord& a, const ProblemRecord& b) {
  return std::tie(a.problem, a.challenge, a.tags, a.levels, a.digest, a.rivals, a.title, a.kind, a.statement,
                  a.signatures) == std::tie(b.problem, b.challenge, b.tags, b.levels, b.digest, b.rivals,
                                            b.title, b.kind, b.statement, b.signatures);
}

}  // namespace effk::record

namespace effk::store {
namespace {

using record::Verdict;

constexpr Verdict kVerdicts[] = {Verdict::accepted,      Verdict::wrong_answer,      Verdict::budget_exceeded,
                                 Verdict::time_limit,    Verdict::memory_limit,      Verdict::output_limit,
                                 Verdict::runtime_error, Verdict::forbidden_syscall, Verdict::compile_error,
                                 Verdict::no_code,       Verdict::protocol_error,    Verdict::internal_error};

// Any bytes: code of strangers holds NUL, quotes and text that is not UTF-8.
std::string any_bytes() {
  return *rc::gen::oneOf(rc::gen::arbitrary<std::string>(),
                         rc::gen::element<std::string>("", "'; DROP TABLE sample; --", "\xff\xfe", "a\nb\tc",
                                                       std::string("a\0b", 3), "\u00e9\u4e2d", "NULL"));
}

// Flags and tags are our own words or a compiler's text, kept as JSON: they must be UTF-8.
std::vector<std::string> any_words() {
  return *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "", "implausible", "a \"quoted\" word", "back\\slash", "[1,2]", "\u00e9"));
}

Instructions any_count() {
  return {*rc::gen::oneOf(
      rc::gen::arbitrary<std::uint64_t>(),
      rc::gen::element<std::uint64_t>(0, std::numeric_limits<std::uint64_t>::max(), std::uint64_t{1} << 63))};
}

std::optional<Instructions> any_optional_count() {
  if (*rc::gen::arbitrary<bool>()) return std::nullopt;
  return any_count();
}

record::ResourceUse any_use() {
  record::ResourceUse use{*rc::gen::arbitrary<std::int64_t>(), *rc::gen::arbitrary<std::int64_t>(),
                          *rc::gen::arbitrary<std::int64_t>(), *rc::gen::arbitrary<std::uint64_t>()};
  for (const char* event : {"PERF_COUNT_SW_PAGE_FAULTS", "amd64::RETIRED_BRANCHES:u=1"}) {
    if (*rc::gen::arbitrary<bool>()) use.events[event] = any_count().value;
  }
  return use;
}

record::CaseRecord any_case(int level, int number) {
  record::CaseRecord one;
  one.level = level;
  one.number = number;
  one.verdict = *rc::gen::elementOf(std::vector<Verdict>(std::begin(kVerdicts), std::end(kVerdicts)));
  one.total = any_count();
  one.cost = any_optional_count();
  one.spread = any_count();
  one.use = any_use();
  one.flags = any_words();
  one.detail = any_bytes();
  return one;
}

record::SampleRecord any_sample() {
  record::SampleRecord one;
  one.model = any_bytes();
  one.problem = any_bytes();
  one.language = *rc::gen::element<std::string>("cpp", "python");
  one.sample = any_bytes();
  one.code = any_bytes();
  one.extraction = any_bytes();
  one.verdict = *rc::gen::elementOf(std::vector<Verdict>(std::begin(kVerdicts), std::end(kVerdicts)));
  one.detail = any_bytes();
  one.load = any_optional_count();
  one.flags = any_words();
  one.reused = *rc::gen::arbitrary<bool>();
  const int cases = *rc::gen::inRange(0, 4);
  for (int i = 0; i < cases; ++i) one.cases.push_back(any_case(i / 2, i % 2));
  return one;
}

record::ProblemRecord any_problem(const std::string& name) {
  record::ProblemRecord one{name,        any_bytes(), any_words(), {},          any_bytes(),
                            any_words(), any_bytes(), any_bytes(), any_bytes(), {{"cpp", any_bytes()}}};
  const int levels = *rc::gen::inRange(0, 4);
  for (int i = 0; i < levels; ++i)
    one.levels.push_back({*rc::gen::element(0.0, 3.0, 0.1, 1e100), *rc::gen::inRange(0, 9)});
  return one;
}

record::ReferenceRecord any_reference(const std::string& problem, const std::string& language) {
  record::ReferenceRecord one{problem, language, any_bytes(), any_count(), any_count(), {}, any_bytes()};
  const int cases = *rc::gen::inRange(0, 4);
  for (int i = 0; i < cases; ++i) {
    // A frame may be below 0.
    const auto frame = static_cast<std::int64_t>(any_count().value);
    one.cases.push_back(
        {i / 2, i % 2, any_count(), i % 2 == 0 ? frame : -frame, any_count(), std::nullopt, any_bytes()});
    if (*rc::gen::arbitrary<bool>()) one.cases.back().use = any_use();
  }
  return one;
}

record::RivalRecord any_rival(const std::string& problem, const std::string& language,
                              const std::string& name) {
  record::RivalRecord one;
  one.problem = problem;
  one.language = language;
  one.name = name;
  one.code_digest = any_bytes();
  one.alpha = *rc::gen::element(2.0, 100.0, 1.0 / 3 + 1, 1e300);
  one.verdict = *rc::gen::elementOf(std::vector<Verdict>(std::begin(kVerdicts), std::end(kVerdicts)));
  one.detail = any_bytes();
  one.load = any_optional_count();
  const int cases = *rc::gen::inRange(0, 4);
  for (int i = 0; i < cases; ++i) one.cases.push_back(any_case(i / 2, i % 2));
  return one;
}

record::RunRecord any_run() {
  record::RunRecord run;
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i) run.environment[any_bytes()] = any_bytes();
  run.alpha = *rc::gen::element(2.0, 1.1, 1.0 / 3 + 1, 1e300);
  run.complete = *rc::gen::arbitrary<bool>();
  for (const char* name : {"a", "b"}) {
    run.problems.push_back(any_problem(name));
    for (const char* language : {"cpp", "python"}) {
      run.references.push_back(any_reference(name, language));
      for (const char* rival : {"baseline", "slow_one"}) {
        if (*rc::gen::arbitrary<bool>()) run.rivals.push_back(any_rival(name, language, rival));
      }
    }
  }
  std::set<std::tuple<std::string, std::string, std::string, std::size_t, std::string>> taken;
  for (int i = *rc::gen::inRange(0, 5); i > 0; --i) {
    record::SampleRecord one = any_sample();
    if (taken.insert({one.model, one.problem, one.language, one.sample.size(), one.sample}).second)
      run.samples.push_back(std::move(one));
  }
  for (int i = *rc::gen::inRange(0, 3); i > 0; --i) run.warnings.push_back(any_bytes());
  return run;
}

void write(const record::RunRecord& run, const std::filesystem::path& path) {
  const auto written = write_run(path, run);
  ASSERT_TRUE(written) << error_text(written.error());
}

std::vector<record::SampleRecord> in_any_order(std::vector<record::SampleRecord> samples) {
  std::sort(samples.begin(), samples.end(), [](const auto& a, const auto& b) {
    return std::tie(a.model, a.problem, a.language, a.sample) <
           std::tie(b.model, b.problem, b.language, b.sample);
  });
  return samples;
}

RC_GTEST_PROP(RunFile, GivesBackExactlyWhatWasWritten, ()) {
  const record::RunRecord run = any_run();
  const ScratchFolder scratch;
  write(run, scratch.file("run.db"));
  const auto back = read_run(scratch.file("run.db"));
  RC_ASSERT(back.has_value());
  RC_ASSERT(back->environment == run.environment);
  RC_ASSERT(back->alpha == run.alpha);
  RC_ASSERT(back->complete == run.complete);
  RC_ASSERT(back->problems == run.problems);
  RC_ASSERT(back->references == run.references);
  RC_ASSERT(back->rivals == run.rivals);
  RC_ASSERT(in_any_order(back->samples) == in_any_order(run.samples));
  RC_ASSERT(back->warnings == run.warnings);
}

RC_GTEST_PROP(ExportedRun, GivesBackExactlyWhatWasWritten, ()) {
  record::RunRecord run = any_run();
  run.environment = {{"a key", any_bytes()}};  // keys are our own words
  const std::string lines = to_jsonl(run);
  const auto back = from_jsonl(lines, "run.jsonl");
  RC_ASSERT(back.has_value());
  RC_ASSERT(to_jsonl(*back) == lines);
  RC_ASSERT(back->environment == run.environment);
  RC_ASSERT(back->alpha == run.alpha);
  RC_ASSERT(back->complete == run.complete);
  RC_ASSERT(back->problems == run.problems);
  RC_ASSERT(back->references == run.references);
  RC_ASSERT(back->rivals == run.rivals);
  RC_ASSERT(in_any_order(back->samples) == in_any_order(run.samples));
  RC_ASSERT(back->warnings == run.warnings);
}

TEST(RunFile, KeepsEveryVerdict) {
  const ScratchFolder scratch;
  record::RunRecord run;
  for (const Verdict verdict : kVerdicts) {
    record::SampleRecord one;
    one.sample = record::to_string(verdict);
    one.verdict = verdict;
    run.samples.push_back(one);
  }
  write(run, scratch.file("run.db"));
  const auto back = read_run(scratch.file("run.db"));
  ASSERT_TRUE(back);
  ASSERT_EQ(back->samples.size(), std::size(kVerdicts));
  for (const record::SampleRecord& one : back->samples) EXPECT_EQ(one.sample, record::to_string(one.verdict));
}

TEST(RunFile, ReturnsSamplesSortedWithTwoBeforeTen) {
  const ScratchFolder scratch;
  record::RunRecord run;
  for (const char* name : {"10", "2", "1"}) {
    record::SampleRecord one;
    one.model = "m";
    one.sample = name;
    run.samples.push_back(one);
  }
  write(run, scratch.file("run.db"));
  const auto back = read_run(scratch.file("run.db"));
  ASSERT_TRUE(back);
  std::string order;
  for (const record::SampleRecord& one : back->samples) order += one.sample + " ";
  EXPECT_EQ(order, "1 2 10 ");
}

}  // namespace
}  // namespace effk::store
