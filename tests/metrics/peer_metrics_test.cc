#include "metrics/peer_metrics.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace effk::metrics {
namespace {

TEST(PeerMetrics, HasADefinitionWithAFailureTreatmentForEach) {
  for (const PeerMetric& metric : kPeerMetrics) {
    EXPECT_FALSE(metric.definition.failures.empty()) << metric.name;
    EXPECT_TRUE(std::any_of(kDefinitions.begin(), kDefinitions.end(),
                            [&](const Definition& one) { return one.id == metric.definition.id; }))
        << metric.definition.id << " is not in kDefinitions";
  }
}

// What a reader sees must tell two numbers apart.
TEST(PeerMetrics, HasEachNameOnceAFamilyAndEachIdOnceANeed) {
  std::set<std::pair<std::string, std::string>> names;
  std::set<std::pair<std::string, Need>> ids;
  for (const PeerMetric& metric : kPeerMetrics) {
    EXPECT_TRUE(names.emplace(metric.family, metric.name).second) << metric.name;
    EXPECT_TRUE(ids.emplace(metric.definition.id, metric.need).second) << metric.name;
  }
}

TEST(PeerMetrics, HasTheMembersOfAFamilySideBySide) {
  std::set<std::string> closed;
  std::string current;
  for (const PeerMetric& metric : kPeerMetrics) {
    if (metric.family == current) continue;
    EXPECT_TRUE(closed.insert(std::string(metric.family)).second) << metric.family << " begins twice";
    current = metric.family;
  }
  EXPECT_EQ(closed, (std::set<std::string>{"COFFE", "EvalPerf", "Mercury", "EffiBench", "PIE", "AlphaCode"}));
}

// The table's column and the printed sentence are read by different people; they must agree.
TEST(PeerMetrics, SaysOfAMissingProblemWhatItsFailureTreatmentSays) {
  for (const PeerMetric& metric : kPeerMetrics) {
    const bool counts_0 =
        metric.definition.failures.find("missing problem counts 0") != std::string_view::npos;
    const bool counts_1 =
        metric.definition.failures.find("missing problem counts 1") != std::string_view::npos;
    EXPECT_EQ(metric.missing.has_value(), counts_0 || counts_1) << metric.name;
    EXPECT_EQ(metric.missing.value_or(0), counts_1 ? 1 : 0) << metric.name;
  }
}

TEST(PeerMetrics, SaysWhatIsNeededInDifferentWordsForEachNeed) {
  std::set<std::string_view> texts;
  for (const Need need : {Need::kReference, Need::kLadder, Need::kOldProgram, Need::kPeakMemory,
                          Need::kMemoryOverTime, Need::kPublicTests}) {
    EXPECT_FALSE(what_is_needed(need).empty());
    EXPECT_TRUE(texts.insert(what_is_needed(need)).second) << what_is_needed(need);
  }
}

}  // namespace
}  // namespace effk::metrics
