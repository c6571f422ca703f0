// The table of verdicts by precedence: what a child did, all at once, and which of it decides.
#include <gtest/gtest.h>
#include <signal.h>

#include "harness/judge/judge.h"
#include "tests/judge/execution_maker.h"

namespace effk::judge {
namespace {

using measure::Execution;
using record::Verdict;

toolchain::Program program_in(suite::Language language) {
  toolchain::Program program;
  program.language = language;
  return program;
}
const toolchain::Program kCpp = program_in(suite::Language::cpp);
const toolchain::Program kPython = program_in(suite::Language::python);

measure::Job job_of(const toolchain::Program& program) {
  measure::Job job;
  job.program = &program;
  job.budget = Instructions{2'000'000};
  job.cpu_limit = std::chrono::seconds(3);
  job.wall_limit = std::chrono::milliseconds(15'000);
  job.memory_bytes = 256 * kMiB;
  job.output_bytes = 4 * kMiB;
  return job;
}

Judgement ended(const Execution& execution, const toolchain::Program& program = kCpp) {
  const auto end = judge_end(execution, job_of(program));
  return end ? *end : Judgement{Verdict::accepted, "left a value"};
}

// One thing that a child can do, and the verdict that it is due when nothing of an earlier row happens.
struct Deed {
  const char* name;
  void (*done)(Execution&);
  Verdict verdict;
  const char* detail;
};

// In the order of precedence.
const Deed kDeeds[] = {
    {"goes over the budget", [](Execution& e) { e.total = {2'000'001}; }, Verdict::budget_exceeded,
     "needed more than 2.0 M instructions"},
    {"is refused memory and ends badly",
     [](Execution& e) {
       e.refused_memory = true;
       e.result = result_file(EFFK_RESULT_EXCEPTION, "std::length_error: no");
     },
     Verdict::memory_limit, "an allocation beyond 256 MiB was refused, and it ended"},
    {"runs out of wall time",
     [](Execution& e) {
       e.killed_over_wall_limit = true;
       e.wait_status = killed_by(SIGKILL);
     },
     Verdict::time_limit, "stopped after 15 s"},
    {"sleeps",
     [](Execution& e) {
       e.killed_over_sleep_limit = true;
       e.wait_status = killed_by(SIGKILL);
     },
     Verdict::time_limit, "slept for more than 5 s"},
    {"runs out of CPU time",
     [](Execution& e) {
       e.use.user_us = 2'990'000;
       e.wait_status = killed_by(SIGXCPU);
     },
     Verdict::time_limit, "used more than 3 s of CPU time"},
    {"sends itself the signal for too much CPU time",
     [](Execution& e) { e.wait_status = killed_by(SIGXCPU); }, Verdict::runtime_error,
     "ended by signal 24 (CPU time limit exceeded)"},
    {"is killed with all its CPU time used",
     [](Execution& e) {
       e.use.user_us = 2'000'000;
       e.use.system_us = 1'000'000;
       e.wait_status = killed_by(SIGKILL);
     },
     Verdict::time_limit, "used more than 3 s of CPU time"},
    {"writes a file that is too large", [](Execution& e) { e.wait_status = killed_by(SIGXFSZ); },
     Verdict::output_limit, "printed or returned more than 4 MiB"},
    {"prints too much", [](Execution& e) { e.output_bytes = 4 * kMiB; }, Verdict::output_limit,
     "printed or returned more than 4 MiB"},
    {"attacks the kernel", [](Execution& e) { e.wait_status = killed_by(SIGSYS); },
     Verdict::forbidden_syscall, "made a system call against the harness or the kernel"},
    {"crashes", [](Execution& e) { e.wait_status = killed_by(SIGSEGV); }, Verdict::runtime_error,
     "ended by signal 11 (Segmentation fault)"},
    {"is killed by someone", [](Execution& e) { e.wait_status = killed_by(SIGKILL); }, Verdict::runtime_error,
     "ended by signal 9 (Killed)"},
    {"exits by itself", [](Execution& e) { e.wait_status = exited(3); }, Verdict::runtime_error,
     "ended with exit status 3"},
    {"throws", [](Execution& e) { e.result = result_file(EFFK_RESULT_EXCEPTION, "std::out_of_range:\n at"); },
     Verdict::runtime_error, "std::out_of_range:  at"},
    {"leaves nothing", [](Execution& e) { e.result.clear(); }, Verdict::runtime_error,
     "ended with exit status 0 before it returned a result"},
    {"leaves two results",
     [](Execution& e) { e.result = good_execution().result + result_file(EFFK_RESULT_VALUE, "x"); },
     Verdict::protocol_error, "left more or less than one result"},
    {"returns what is no value", [](Execution& e) { e.result = result_file(EFFK_RESULT_BAD_TYPE, "a view"); },
     Verdict::wrong_answer, "a view"},
};

TEST(JudgeEnd, HasAVerdictForEverythingThatAChildCanDo) {
  for (const Deed& deed : kDeeds) {
    Execution execution = good_execution();
    deed.done(execution);
    const Judgement judgement = ended(execution);
    EXPECT_EQ(judgement.verdict, deed.verdict) << deed.name << ": " << record::to_string(judgement.verdict);
    EXPECT_EQ(judgement.detail, deed.detail) << deed.name;
  }
}

TEST(JudgeEnd, IsSilentWhenAValueWasLeftWithinTheLimits) {
  EXPECT_EQ(judge_end(good_execution(), job_of(kCpp)), std::nullopt);
}

// The class of a verdict in the order of precedence of the measurement model.
int rank(Verdict verdict) {
  switch (verdict) {
    case Verdict::budget_exceeded:
      return 1;
    case Verdict::memory_limit:
    case Verdict::time_limit:
    case Verdict::output_limit:
      return 2;
    case Verdict::forbidden_syscall:
    case Verdict::runtime_error:
    case Verdict::protocol_error:
      return 3;
    default:
      return 4;
  }
}

// Each pair of deeds in both orders. The second keeps all of its traces, so the verdict is at least as early
// as its own.
TEST(JudgeEnd, FollowsThePrecedenceWhenSeveralThingsHappen) {
  for (const Deed& first : kDeeds) {
    for (const Deed& second : kDeeds) {
      Execution execution = good_execution();
      first.done(execution);
      second.done(execution);
      EXPECT_LE(rank(ended(execution).verdict), rank(second.verdict))
          << first.name << ", then " << second.name;
    }
  }
}

TEST(JudgeEnd, LetsTheCountDecideWhateverElseHappened) {
  for (const Deed& deed : kDeeds) {
    Execution execution = good_execution();
    deed.done(execution);
    execution.total = {2'000'001};
    EXPECT_EQ(ended(execution).verdict, Verdict::budget_exceeded) << deed.name;
  }
}

TEST(JudgeEnd, LetsLimitsGoBeforeTheWayItEnded) {
  for (const int status : {killed_by(SIGSYS), killed_by(SIGSEGV), exited(1)}) {
    Execution execution = good_execution();
    execution.wait_status = status;
    execution.refused_memory = true;
    EXPECT_EQ(ended(execution).verdict, Verdict::memory_limit);
    execution.refused_memory = false;
    execution.killed_over_wall_limit = true;
    EXPECT_EQ(ended(execution).verdict, Verdict::time_limit);
    execution.killed_over_wall_limit = false;
    execution.output_bytes = 5 * kMiB;
    EXPECT_EQ(ended(execution).verdict, Verdict::output_limit);
  }
}

TEST(JudgeEnd, AllowsExactlyTheBudget) {
  Execution execution = good_execution();
  execution.total = {2'000'000};
  EXPECT_EQ(ended(execution).verdict, Verdict::accepted);
}

TEST(JudgeEnd, BelievesTheFinalCountAndNotThatItWasKilledForIt) {
  Execution execution = good_execution();
  execution.killed_over_budget = true;
  EXPECT_EQ(ended(execution).verdict, Verdict::accepted);
}

TEST(JudgeEnd, KnowsNoBudgetWhereNoneWasGiven) {
  Execution execution = good_execution();
  execution.total = {UINT64_MAX};
  measure::Job job = job_of(kCpp);
  job.budget.reset();
  EXPECT_EQ(judge_end(execution, job), std::nullopt);
}

TEST(JudgeEnd, ForgivesRefusedMemoryToAChildThatWentOn) {
  Execution execution = good_execution();
  execution.refused_memory = true;
  EXPECT_EQ(ended(execution).verdict, Verdict::accepted);
}

TEST(JudgeEnd, CallsAnAllocationFailureThatEndsTheSampleAMemoryLimit) {
  Execution execution = good_execution();
  execution.result = result_file(EFFK_RESULT_NO_MEMORY, "std::bad_alloc");
  EXPECT_EQ(ended(execution).verdict, Verdict::memory_limit);
}

TEST(JudgeEnd, CallsAResultBeyondTheLimitTooMuchOutput) {
  Execution execution = good_execution();
  execution.result = result_file(EFFK_RESULT_VALUE, std::string(4 * kMiB, 'x'));
  EXPECT_EQ(ended(execution).verdict, Verdict::output_limit);
}

TEST(JudgeEnd, CallsAMissingEntryPointACompileError) {
  Execution execution = good_execution();
  execution.result = result_file(EFFK_RESULT_NO_ENTRY, "no entry point");
  EXPECT_EQ(ended(execution).verdict, Verdict::compile_error);
}

Execution before_mark_zero(int status, std::string result = {}) {
  Execution execution;
  execution.wait_status = status;
  execution.result = std::move(result);
  return execution;
}

TEST(JudgeEnd, BlamesThePythonSourceForWhatHappensBeforeMarkZero) {
  const auto verdict = [](const Execution& execution) { return ended(execution, kPython).verdict; };
  EXPECT_EQ(verdict(before_mark_zero(exited(0), result_file(EFFK_RESULT_NO_ENTRY, "SyntaxError"))),
            Verdict::compile_error);
  EXPECT_EQ(verdict(before_mark_zero(killed_by(SIGSEGV))), Verdict::compile_error);
  EXPECT_EQ(verdict(before_mark_zero(exited(EFFK_EXIT_NO_MEMORY))), Verdict::compile_error);
}

TEST(JudgeEnd, BlamesTheHarnessForTheRestThatHappensBeforeMarkZero) {
  for (const int status : {EFFK_EXIT_BAD_JOB, EFFK_EXIT_NO_EVENT, EFFK_EXIT_NO_FILTER, EFFK_EXIT_NO_MARK}) {
    EXPECT_EQ(ended(before_mark_zero(exited(status)), kPython).verdict, Verdict::internal_error);
    EXPECT_EQ(ended(before_mark_zero(exited(status)), kCpp).verdict, Verdict::internal_error);
  }
  // Nothing of a C++ sample is touched before mark 0.
  EXPECT_EQ(ended(before_mark_zero(killed_by(SIGSEGV)), kCpp).verdict, Verdict::internal_error);
  EXPECT_EQ(ended(before_mark_zero(exited(EFFK_EXIT_NO_MEMORY)), kCpp).verdict, Verdict::internal_error);
}

TEST(JudgeEnd, DoesNotMeasureABudgetBeforeMarkZero) {
  Execution execution = before_mark_zero(exited(EFFK_EXIT_BAD_JOB));
  execution.total = {3'000'000};
  EXPECT_EQ(ended(execution).verdict, Verdict::internal_error);
}

TEST(JudgeEnd, TakesAnOverflowErrorForALimitOnlyWhereTheProblemSaysSo) {
  Execution execution = good_execution();
  measure::Job job = job_of(kPython);
  const auto verdict = [&](const std::string& exception) {
    execution.result = result_file(EFFK_RESULT_EXCEPTION, exception);
    return *judge_end(execution, job);
  };
  const std::string overflow = "OverflowError: int too large to convert to float (line 3)";
  EXPECT_EQ(verdict(overflow), (Judgement{Verdict::runtime_error, overflow}));
  job.overflow_is_limit = true;
  EXPECT_EQ(verdict(overflow), (Judgement{Verdict::memory_limit, overflow}));
  EXPECT_EQ(verdict("ValueError: no").verdict, Verdict::runtime_error);
}

}  // namespace
}  // namespace effk::judge
