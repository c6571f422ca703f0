#include "harness/report/sample_choice.h"

#include <fmt/format.h>

#include <array>
#include <set>
#include <string>
#include <vector>

#include "harness/base/nearest_word.h"
#include "harness/report/explain.h"
#include "harness/report/layout.h"
#include "harness/report/printable.h"

namespace effk::report {
namespace {

constexpr std::size_t kParts = 4;
constexpr const char* kPartNames[kParts] = {"model", "problem", "language", "sample"};
constexpr std::size_t kMostNamed = 5;

using Parts = std::array<std::string, kParts>;

Parts parts_of(const record::SampleRecord& sample) {
  return {sample.model, sample.problem, sample.language, sample.sample};
}

// The last three slashes divide: only a model's name holds others.
std::optional<Parts> split(std::string_view name) {
  Parts parts;
  for (std::size_t i = kParts - 1; i > 0; --i) {
    const std::size_t slash = name.rfind('/');
    if (slash == std::string_view::npos) return std::nullopt;
    parts[i] = name.substr(slash + 1);
    name = name.substr(0, slash);
  }
  parts[0] = name;
  return parts;
}

// "sample of MODEL/PROBLEM/LANGUAGE", whatever stands before the unknown part.
std::string owner(const Parts& wanted, std::size_t part) {
  std::string text;
  for (std::size_t i = 0; i < part; ++i) text += (i > 0 ? "/" : " of ") + printable(wanted[i]);
  return text;
}

}  // namespace

Result<const score::ScoredSample*> find_sample(const record::RunRecord& run, const score::RunScores& scores,
                                               std::string_view name) {
  std::vector<const score::ScoredSample*> left;
  for (const score::ScoredSample& one : scores.samples) {
    if (sample_name(run.samples[one.index]) == name) return &one;
    left.push_back(&one);
  }
  const std::string what = fmt::format("the run has no sample '{}'", printable(name));
  const auto wanted = split(name);
  if (!wanted) {
    const std::string example =
        left.empty() ? "" : "for example " + printable(sample_name(run.samples[left.front()->index]));
    return fail(ErrorKind::bad_input, what, "a sample is named MODEL/PROBLEM/LANGUAGE/SAMPLE", example);
  }
  // Follows the name part by part to the first that leads nowhere.
  for (std::size_t part = 0; part < kParts; ++part) {
    std::vector<const score::ScoredSample*> fitting;
    std::set<std::string> known;
    for (const score::ScoredSample* one : left) {
      const Parts parts = parts_of(run.samples[one->index]);
      known.insert(parts[part]);
      if (parts[part] == (*wanted)[part]) fitting.push_back(one);
    }
    if (fitting.empty()) {
      const std::vector<std::string> words(known.begin(), known.end());
      return fail(ErrorKind::bad_input, what,
                  fmt::format("there is no {} '{}'{}", kPartNames[part], printable((*wanted)[part]),
                              owner(*wanted, part)),
                  printable(suggestion((*wanted)[part], words)) +
                      (words.empty() ? "there are none" : "there are: " + named(words, kMostNamed)));
    }
    left = std::move(fitting);
  }
  return fail(ErrorKind::bad_input, what);
}

}  // namespace effk::report
