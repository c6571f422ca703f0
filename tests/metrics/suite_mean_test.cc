#include "metrics/suite_mean.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace effk::metrics {
namespace {

using Names = std::vector<std::string>;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(SuiteMean, AgreesWithTheExamplesInItsHeader) {
  const SuiteMean suite = suite_mean(Names{"a", "b", "c"}, {{"a", 1}, {"b", 0.5}});
  EXPECT_EQ(suite.mean, 0.5);
  EXPECT_THAT(suite.missing, ElementsAre("c"));
  EXPECT_THAT(suite.values, ElementsAre(1, 0.5, 0));
}

TEST(SuiteMean, CountsAMissingProblemAsZeroAndNotAProblemOfZeroAsMissing) {
  const SuiteMean suite = suite_mean(Names{"z", "a"}, {{"a", 0}});
  EXPECT_EQ(suite.mean, 0);
  EXPECT_THAT(suite.missing, ElementsAre("z"));
  EXPECT_THAT(suite_mean(Names{"a"}, {{"a", 0}}).missing, IsEmpty());
}

TEST(SuiteMean, LeavesOutProblemsThatAreNotSelected) {
  const SuiteMean suite = suite_mean(Names{"a"}, {{"a", 0.25}, {"b", 99}, {"c", std::nan("")}});
  EXPECT_EQ(suite.mean, 0.25);
  EXPECT_THAT(suite.missing, IsEmpty());
}

TEST(SuiteMean, DoesNotDependOnTheOrderOfProblems) {
  Names names;
  std::map<std::string, double> values;
  for (int i = 0; i < 164; ++i) {
    names.push_back("problem" + std::to_string(i));
    values[names.back()] = std::pow(1.1, i % 23) / 7;
  }
  const double forwards = suite_mean(names, values).mean;
  std::reverse(names.begin(), names.end());
  EXPECT_EQ(suite_mean(names, values).mean, forwards);
}

TEST(SuiteMean, IsTheValueItselfWhenAllAreEqual) {
  Names names;
  std::map<std::string, double> values;
  for (int i = 0; i < 97; ++i) {
    names.push_back(std::to_string(i));
    values[names.back()] = 0.1;
  }
  EXPECT_EQ(suite_mean(names, values).mean, 0.1);
}

TEST(SuiteMean, DoesNotOverflow) {
  const double largest = std::numeric_limits<double>::max();
  EXPECT_EQ(suite_mean(Names{"a", "b"}, {{"a", largest}, {"b", largest}}).mean, largest);
}

TEST(SuiteMean, RefusesNoProblemsOneTwiceAndValuesThatAreNotFinite) {
  EXPECT_THROW(suite_mean(Names{}, {{"a", 1}}), std::invalid_argument);
  EXPECT_THROW(suite_mean(Names{"a", "a"}, {{"a", 1}}), std::invalid_argument);
  EXPECT_THROW(suite_mean(Names{"a"}, {{"a", std::nan("")}}), std::invalid_argument);
  EXPECT_THROW(suite_mean(Names{"a"}, {{"a", std::numeric_limits<double>::infinity()}}),
               std::invalid_argument);
}

}  // namespace
}  // namespace effk::metrics
