#include "harness/report/sample_notes.h"

#include <fmt/format.h>

#include <map>

#include "harness/report/printable.h"

namespace effk::report {
namespace {

using record::Verdict;

// What the flags of a case mean, in words.
const std::map<std::string, const char*> kFlagMeanings = {
    {"implausible", "it cost less than reading the arguments once needs, and was charged that much"},
    {"unrepeatable", "its count differed between measurements"},
    {"system_time", "the kernel worked longer for it than it did itself, and kernel work is not counted"},
    {"drift",
     "the reference needed over a quarter more or less time beside it than when it set the standard; the "
     "sample's time was put in proportion"},
    {"load_allowance", "loading cost more than is free, and the rest was charged"}};

}  // namespace

std::vector<std::string> sample_notes(const record::SampleRecord& sample, const score::SampleScore& score) {
  std::vector<std::string> notes;
  for (const std::string& flag : sample.flags) notes.push_back(printable(flag));
  for (std::size_t i = 0; i < score.cases; ++i) {
    const record::CaseRecord& one = sample.cases[i];
    for (const std::string& flag : one.flags) {
      const auto meaning = kFlagMeanings.find(flag);
      const bool known = meaning != kFlagMeanings.end();
      notes.push_back(fmt::format("level {}, case {}: {}{}{}", one.level, one.number, printable(flag),
                                  known ? ": " : "", known ? meaning->second : ""));
    }
  }
  return notes;
}

std::string outcome(const score::SampleScore& score) {
  if (score.verdict == Verdict::internal_error) return "not scored: the harness failed on it";
  if (!score.passed) return "failed, score 0";
  if (score.complete) return fmt::format("passed, score {:.4f}", score.score);
  return fmt::format("passed, stopped by {}, score {:.4f}", record::to_string(score.verdict), score.score);
}

}  // namespace effk::report
