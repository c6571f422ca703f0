#include "harness/submissions/intake_summary.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/submissions/text_checks.h"

namespace effk::submissions {
namespace {

constexpr std::size_t kMostLetters = 100;  // of the problems that one line names

std::string plural(int count, const char* word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

std::string named(const std::map<std::string, int>& problems) {
  std::vector<std::string> names;
  names.reserve(problems.size());
  for (const auto& [problem, count] : problems) names.push_back(shown(problem));
  std::sort(names.begin(), names.end(), natural_less);
  std::string text;
  std::size_t told = 0;
  while (told < names.size() && (told == 0 || text.size() + names[told].size() <= kMostLetters)) {
    text += fmt::format("{}{}", told == 0 ? "" : ", ", names[told]);
    ++told;
  }
  if (told < names.size()) text += fmt::format(" and {} more", names.size() - told);
  return text;
}

}  // namespace

std::string source_line(const Source& source) {
  const SampleCounts& samples = source.samples;
  std::string line = fmt::format(
      "{} ({}): {} of {}; {} matched", source.origin, source.format, plural(samples.found, "sample"),
      plural(static_cast<int>(source.found_problems.size()), "problem"), samples.matched);
  if (samples.without_code > 0) line += fmt::format(" ({} without code)", samples.without_code);
  return line + fmt::format(", {} skipped", samples.skipped);
}

std::vector<std::string> skip_lines(const Source& source) {
  std::vector<std::pair<int, std::string>> counted;
  for (const auto& [kind, problems] : source.skipped) {
    int count = 0;
    for (const auto& [problem, samples] : problems) count += samples;
    counted.emplace_back(count, fmt::format("{} skipped: {} ({})", count, kind, named(problems)));
  }
  std::stable_sort(counted.begin(), counted.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> lines;
  lines.reserve(counted.size());
  for (auto& [count, line] : counted) lines.push_back(std::move(line));
  return lines;
}

}  // namespace effk::submissions
