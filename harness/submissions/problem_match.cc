#include "harness/submissions/problem_match.h"

#include <algorithm>

#include "harness/submissions/text_checks.h"

namespace effk::submissions {
namespace {

constexpr std::size_t kMostDigits = 18;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string as_identifier(std::string_view written) {
  std::string name(written);
  for (char& c : name) {
    const bool fits = is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!fits) c = '_';
  }
  return name;
}

std::optional<std::uint64_t> number_of(const suite::Problem& problem) {
  for (const std::string& alias : problem.aliases) {
    if (const auto number = number_at_end(alias)) return number;
  }
  return number_at_end(problem.id);
}

}  // namespace

std::optional<std::uint64_t> number_at_end(std::string_view name) {
  std::size_t digits = 0;
  while (digits < name.size() && is_digit(name[name.size() - digits - 1])) ++digits;
  if (digits == 0 || digits > kMostDigits) return std::nullopt;
  std::uint64_t number = 0;
  for (const char c : name.substr(name.size() - digits))
    number = 10 * number + static_cast<unsigned>(c - '0');
  return number;
}

ProblemIndex::ProblemIndex(const suite::Suite& suite) : suite_(&suite) {
  for (const suite::Problem& problem : suite.problems) in_order_.push_back(&problem);
  std::sort(in_order_.begin(), in_order_.end(),
            [](const suite::Problem* a, const suite::Problem* b) { return natural_less(a->id, b->id); });
  bool all_numbered = !in_order_.empty();
  for (const suite::Problem* problem : in_order_) {
    for (const std::string& alias : problem->aliases) by_alias_.try_emplace(alias, problem);
    if (problem->prompt) by_prompt_.try_emplace(*problem->prompt, problem);
    const auto number = number_of(*problem);
    if (!number) {
      all_numbered = false;
      continue;
    }
    const auto [entry, fresh] = by_number_.try_emplace(*number, problem);
    if (!fresh) {
      entry->second = nullptr;
      all_numbered = false;
    }
  }
  if (all_numbered) highest_number_ = by_number_.rbegin()->first;
}

const suite::Problem* ProblemIndex::by_name(std::string_view written) const {
  if (const suite::Problem* problem = suite_->find(written)) return problem;
  if (const auto alias = by_alias_.find(written); alias != by_alias_.end()) return alias->second;
  return suite_->find(as_identifier(written));
}

TaskId ProblemIndex::by_task_id(std::string_view written) const {
  if (const suite::Problem* problem = suite_->find(written)) return {problem, std::nullopt};
  if (const std::size_t slash = written.rfind('/'); slash != written.npos) {
    const auto language = suite::parse_language(written.substr(slash + 1));
    if (language) return {by_name(written.substr(0, slash)), language};
  }
  return {by_name(written), std::nullopt};
}

const suite::Problem* ProblemIndex::by_number(std::uint64_t number) const {
  const auto found = by_number_.find(number);
  return found == by_number_.end() ? nullptr : found->second;
}

const suite::Problem* ProblemIndex::by_prompt(std::string_view prompt) const {
  const auto found = by_prompt_.find(prompt);
  return found == by_prompt_.end() ? nullptr : found->second;
}

}  // namespace effk::submissions
