// result_value() and judge(): whether an answer is right.
#include "harness/judge/judge.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/cases/python_sums_problem.h"
#include "tests/cases/sums_problem.h"
#include "tests/judge/execution_maker.h"
#include "tests/toolchain/value_form.h"

namespace effk::judge {
namespace {

using record::Verdict;

suite::Problem returning(const char* type) {
  suite::Problem problem;
  problem.id = "test";
  problem.signature.result = value::parse_type(type).value();
  return problem;
}

TEST(ResultValue, IsInTheFormOfTheDeclaredType) {
  const auto as_tuple = result_value(good_execution(form::list({form::integer(1), form::integer(2)})),
                                     returning("tuple[int,float]"));
  ASSERT_TRUE(as_tuple);
  EXPECT_EQ(*as_tuple, form::tuple({form::integer(1), form::real(2)}));
}

TEST(ResultValue, IsAWrongAnswerWhereTheTypeIsAnother) {
  const auto text = result_value(good_execution(form::text("1")), returning("int"));
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error(), (Judgement{Verdict::wrong_answer, "expected int, found '1' (str)"}));
}

TEST(ResultValue, IsAProtocolErrorWhereItIsNoValue) {
  for (const std::string& payload :
       {std::string(), std::string("\x03\x01"), std::string("\xff"), form::integer(1) + form::integer(2)}) {
    const auto broken = result_value(good_execution(payload), returning("int"));
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().verdict, Verdict::protocol_error);
  }
}

class JudgeAnswer : public testing::Test {
 protected:
  // What judge() says of an answer to a problem with or without a checker of its own.
  Judgement judged(const std::string& answer, const std::string& expected) {
    measure::Job job;
    job.program = &program_;
    job.arguments = arguments_;
    auto judgement = judge(good_execution(answer), job, sums_.problem(), sums_.generator(), expected);
    EXPECT_TRUE(judgement) << error_text(judgement.error());
    return judgement.value_or(Judgement{Verdict::internal_error, "no judgement"});
  }

  cases::SumsProblem sums_;
  toolchain::Program program_;
  std::string arguments_ = form::tuple({form::list({form::integer(3), form::integer(4)}), form::integer(2)});
};

TEST_F(JudgeAnswer, IsAcceptedWhenItIsTheReferences) {
  EXPECT_EQ(judged(form::integer(7), form::integer(7)), Judgement{});
}

TEST_F(JudgeAnswer, IsWrongWithBothValuesShown) {
  EXPECT_EQ(judged(form::integer(8), form::integer(7)),
            (Judgement{Verdict::wrong_answer, "expected 7, found 8"}));
}

TEST_F(JudgeAnswer, IsLeftToTheCheckerOfTheProblem) {
  sums_.problem().checker = suite::Checker::generator;
  // The checker takes any number with the parity of the expected one.
  EXPECT_EQ(judged(form::integer(9), form::integer(7)), Judgement{});
  EXPECT_EQ(judged(form::integer(8), form::integer(7)),
            (Judgement{Verdict::wrong_answer, "the answer has another parity"}));
}

TEST_F(JudgeAnswer, IsHeldToPythonsEqualityWhereTheProblemSaysSo) {
  sums_.problem().checker = suite::Checker::python_equality;
  sums_.problem().signature.result = value::Type{};
  const auto one = [](std::string item) { return form::list({std::move(item)}); };
  EXPECT_EQ(judged(one(form::boolean(true)), one(form::integer(1))), Judgement{});
  EXPECT_EQ(judged(form::boolean(true), form::integer(1)),
            (Judgement{Verdict::wrong_answer, "expected 1, found True"}));
  // To the byte the reference's, it is right; else Python has the word.
  EXPECT_EQ(judged(one(form::real(NAN)), one(form::real(NAN))), Judgement{});
}

TEST_F(JudgeAnswer, ThatACheckerOnlySaysNoToHasTheFirstDifferenceShown) {
  cases::PythonSums python;
  measure::Job job;
  job.program = &program_;
  job.arguments = arguments_;
  const auto judgement = [&](const std::string& answer, const std::string& expected) {
    return judge(good_execution(answer), job, python.problem(), python.generator(), expected).value();
  };
  EXPECT_EQ(judgement(form::boolean(true), form::integer(7)),
            (Judgement{Verdict::wrong_answer, "expected 7, found True"}));
  EXPECT_EQ(judgement(form::integer(8), form::integer(7)),
            (Judgement{Verdict::wrong_answer, "the answer has another parity"}));
  EXPECT_EQ(judgement(form::integer(9), form::integer(7)), Judgement{});
}

TEST_F(JudgeAnswer, IsNotLookedAtWhenTheChildEndedBadly) {
  measure::Job job;
  job.program = &program_;
  measure::Execution execution = good_execution(form::integer(7));
  execution.wait_status = exited(1);
  const auto judgement = judge(execution, job, sums_.problem(), sums_.generator(), form::integer(7));
  ASSERT_TRUE(judgement);
  EXPECT_EQ(judgement->verdict, Verdict::runtime_error);
}

}  // namespace
}  // namespace effk::judge
