// The verdict of a whole program: by its exit status and by what it printed.
#include <gtest/gtest.h>
#include <signal.h>

#include "harness/judge/judge.h"
#include "tests/cases/sums_problem.h"
#include "tests/judge/execution_maker.h"
#include "tests/toolchain/value_form.h"

namespace effk::judge {
namespace {

using measure::Execution;
using record::Verdict;

constexpr const char* kEchoGenerator = R"(
#include "effk/generator.h"
std::tuple<std::string> generate(const effk::Case& c) { return std::to_string(c.size); }
void valid(const std::string&) {}
void check(const std::string& input, const std::string& expected, const std::string& found) {
  effk::require(found == input || found == expected, "neither the input nor the expected text, but " + found);
}
EFFK_GENERATOR_WITH_CHECK(generate, valid, check)
)";

class JudgeProgram : public testing::Test {
 protected:
  JudgeProgram() : sums_(kEchoGenerator) {
    sums_.problem().kind = program_.kind = suite::Kind::program;
    sums_.problem().signature = suite::program_signature();
  }

  static Execution printed(const std::string& output) {
    Execution execution;
    execution.reached_mark_zero = true;
    execution.total = {1'000'000};
    execution.output = output;
    execution.output_bytes = output.size();
    return execution;
  }

  Judgement judged(const Execution& execution, const std::string& expected = "1 2.5\n") {
    const std::string arguments = form::tuple({form::text("input")});
    measure::Job job;
    job.program = &program_;
    job.arguments = arguments;
    job.budget = Instructions{2'000'000};
    auto judgement = judge(execution, job, sums_.problem(), sums_.generator(), form::text(expected));
    EXPECT_TRUE(judgement) << error_text(judgement.error());
    return judgement.value_or(Judgement{Verdict::internal_error, "no judgement"});
  }

  cases::SumsProblem sums_;
  toolchain::Program program_;
};

TEST_F(JudgeProgram, IsAcceptedWhenItPrintsTheSameWords) {
  EXPECT_EQ(judged(printed("1 2.5\n")), Judgement{});
  EXPECT_EQ(judged(printed("1\n2.5")), Judgement{});
}

TEST_F(JudgeProgram, IsWrongWhereTheWordsDiffer) {
  EXPECT_EQ(judged(printed("1 2.50\n")),
            (Judgement{Verdict::wrong_answer, "line 1, word 2: expected 2.5, found 2.50"}));
  EXPECT_EQ(judged(printed("")), (Judgement{Verdict::wrong_answer, "printed nothing: expected 1"}));
}

TEST_F(JudgeProgram, HasTheToleranceOfItsProblem) {
  sums_.problem().tolerance = {1e-6, 0};
  EXPECT_EQ(judged(printed("1 2.5000001\n")), Judgement{});
}

TEST_F(JudgeProgram, IsLeftToTheCheckerOfItsProblem) {
  sums_.problem().checker = suite::Checker::generator;
  EXPECT_EQ(judged(printed("input")), Judgement{});
  EXPECT_EQ(judged(printed("1 2.5")),
            (Judgement{Verdict::wrong_answer, "neither the input nor the expected text, but 1 2.5"}));
}

TEST_F(JudgeProgram, IsWrongWhereItPrintsBytesThatAreNoText) {
  EXPECT_EQ(judged(printed("1 2.5\xff")), (Judgement{Verdict::wrong_answer, "printed what is not UTF-8"}));
}

TEST_F(JudgeProgram, FailsByItsExitStatusHoweverRightItsOutputIs) {
  Execution execution = printed("1 2.5\n");
  execution.wait_status = exited(1);
  EXPECT_EQ(judged(execution), (Judgement{Verdict::runtime_error, "ended with exit status 1"}));
  execution.wait_status = killed_by(SIGABRT);
  EXPECT_EQ(judged(execution).verdict, Verdict::runtime_error);
  execution.wait_status = killed_by(SIGSYS);
  EXPECT_EQ(judged(execution).verdict, Verdict::forbidden_syscall);
}

TEST_F(JudgeProgram, FailsByWhatItsDriverSaysOfItsEnd) {
  Execution execution = printed("1 2.5\n");
  execution.result = result_file(EFFK_RESULT_EXCEPTION, "IndexError: far");
  EXPECT_EQ(judged(execution), (Judgement{Verdict::runtime_error, "IndexError: far"}));
  execution.result = result_file(EFFK_RESULT_NO_MEMORY, "std::bad_alloc");
  EXPECT_EQ(judged(execution).verdict, Verdict::memory_limit);
  execution.result = result_file(EFFK_RESULT_NO_ENTRY, "no main function");
  EXPECT_EQ(judged(execution), (Judgement{Verdict::compile_error, "no main function"}));
}

TEST_F(JudgeProgram, IsAProtocolErrorWhereItWritesAResultOfItsOwn) {
  for (const std::string& result :
       {std::string("x"), result_file(EFFK_RESULT_VALUE, form::text("1 2.5\n")),
        result_file(EFFK_RESULT_BAD_TYPE, "x"), result_file(EFFK_RESULT_EXCEPTION, "x") + "x"}) {
    Execution execution = printed("1 2.5\n");
    execution.result = result;
    EXPECT_EQ(judged(execution), (Judgement{Verdict::protocol_error, "wrote where only the harness writes"}));
  }
}

TEST_F(JudgeProgram, IsOverItsBudgetHoweverItEnded) {
  Execution execution = printed("wrong");
  execution.total = {2'000'001};
  execution.wait_status = exited(1);
  execution.result = "x";
  EXPECT_EQ(judged(execution).verdict, Verdict::budget_exceeded);
}

TEST_F(JudgeProgram, ForgivesRefusedMemoryToOneThatWentOn) {
  Execution execution = printed("1 2.5\n");
  execution.refused_memory = true;
  EXPECT_EQ(judged(execution), Judgement{});
  execution.wait_status = exited(1);
  EXPECT_EQ(judged(execution).verdict, Verdict::memory_limit);
}

TEST_F(JudgeProgram, PrintsNoMoreThanItMay) {
  Execution execution = printed("1 2.5\n");
  execution.output_bytes = std::uint64_t{64} << 20;
  EXPECT_EQ(judged(execution), (Judgement{Verdict::output_limit, "printed or returned more than 64 MiB"}));
}

}  // namespace
}  // namespace effk::judge
