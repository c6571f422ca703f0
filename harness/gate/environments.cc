#include "harness/gate/environments.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "harness/base/nearest_word.h"
#include "harness/record/conditions.h"

namespace effk::gate {
namespace {

constexpr std::string_view kUnit = "cost";
constexpr std::size_t kMostNamed = 5;

// "compiler.digest" -> "compiler", as --across has it.
std::string family(const std::string& key) {
  return key.starts_with("libstdc++") ? "libstdc++" : key.substr(0, key.find('.'));
}

bool accepts(const std::vector<std::string>& across, const std::string& key) {
  if (key == kUnit) return false;
  return std::any_of(across.begin(), across.end(), [&](const std::string& word) {
    return word == kEverything || key == word || key.starts_with(word + ".");
  });
}

// In the order of the baseline's.
std::vector<std::string> problems_of_other_content(const record::RunRecord& baseline,
                                                   const record::RunRecord& run) {
  std::map<std::string, std::string> digests;
  for (const record::ProblemRecord& one : run.problems) digests[one.problem] = one.digest;
  std::vector<std::string> names;
  for (const record::ProblemRecord& one : baseline.problems) {
    const auto same = digests.find(one.problem);
    if (same != digests.end() && same->second != one.digest) names.push_back(one.problem);
  }
  return names;
}

std::string problems_in_words(const std::vector<std::string>& names) {
  const auto shown = static_cast<std::ptrdiff_t>(std::min(names.size(), kMostNamed));
  std::string text =
      fmt::format("suite: {} of the same name {} other content: {}",
                  names.size() == 1 ? "a problem" : fmt::format("{} problems", names.size()),
                  names.size() == 1 ? "has" : "have", fmt::join(names.begin(), names.begin() + shown, ", "));
  if (names.size() > kMostNamed) text += fmt::format(" and {} more", names.size() - kMostNamed);
  return text;
}

Result<void> check_words(const record::RunRecord& baseline, const record::RunRecord& run,
                         const std::vector<std::string>& across) {
  std::set<std::string> known{"suite"};
  for (const auto* environment : {&baseline.environment, &run.environment}) {
    for (const auto& [key, value] : *environment) known.insert({key, family(key)});
  }
  for (const std::string& word : across) {
    if (word == kEverything || known.count(word) > 0) continue;
    return fail(ErrorKind::usage, fmt::format("--across: '{}' is nothing that an environment has", word), {},
                suggestion(word, {known.begin(), known.end()}) +
                    "usual ones: compiler, libc, libstdc++, interpreter, suite");
  }
  return {};
}

}  // namespace

Result<Meeting> meet(const record::RunRecord& baseline, const record::RunRecord& run,
                     const std::vector<std::string>& across) {
  if (auto checked = check_words(baseline, run, across); !checked) return tl::unexpected(checked.error());
  Meeting meeting;
  std::vector<std::string> refused;
  std::set<std::string> families;  // of what was refused
  const auto add = [&](const std::string& key, const std::string& words) {
    if (accepts(across, key)) {
      meeting.accepted.push_back(words);
    } else {
      refused.push_back(words);
      families.insert(family(key));
    }
  };
  for (const record::Difference& one :
       record::differences(baseline.environment, run.environment, record::Meeting::compared)) {
    const std::string words = record::words(one, "the baseline", "the run");
    if (one.refused) {
      add(one.key, words);
    } else {
      meeting.notes.push_back(words);
    }
  }
  if (const auto problems = problems_of_other_content(baseline, run); !problems.empty())
    add("suite", problems_in_words(problems));
  if (refused.empty()) return meeting;
  const bool is_unit = families.count(std::string(kUnit)) > 0;
  return fail(ErrorKind::bad_input, "the run and its baseline were made under conditions that differ",
              fmt::format("{}", fmt::join(refused, "; ")),
              is_unit ? "times and counts are never compared: measure both in the same way"
                      : fmt::format("measure the baseline anew, or compare with relative limits: --across {}",
                                    fmt::join(families, ",")));
}

}  // namespace effk::gate
