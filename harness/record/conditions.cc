#include "harness/record/conditions.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace effk::record {
namespace {

// How much a key weighs.
enum class Weight { none, warned, refused };

struct Rule {
  std::string_view key;  // one that ends in '*' stands for all that begin so
  Weight joined;
  Weight taken_over;
  Weight compared;
};

constexpr Rule kRules[] = {
    {"cost", Weight::refused, Weight::refused, Weight::refused},
    {"instrument", Weight::refused, Weight::refused, Weight::refused},
    {"seed", Weight::refused, Weight::refused, Weight::refused},
    {"alpha", Weight::refused, Weight::refused, Weight::refused},
    {"allowance", Weight::refused, Weight::refused, Weight::refused},
    {"suite.load", Weight::refused, Weight::refused, Weight::refused},
    {"correctness_slack", Weight::refused, Weight::refused, Weight::refused},
    {"compiler*", Weight::refused, Weight::refused, Weight::refused},
    {"libc*", Weight::refused, Weight::refused, Weight::refused},
    {"libstdc++.digest", Weight::refused, Weight::refused, Weight::refused},
    {"interpreter*", Weight::refused, Weight::refused, Weight::refused},
    {"baseline", Weight::refused, Weight::refused, Weight::refused},
    {"python.preload", Weight::refused, Weight::refused, Weight::refused},
    {"suite", Weight::refused, Weight::none, Weight::warned},
    {"suite.digest", Weight::refused, Weight::none, Weight::warned},
    {"rivals", Weight::refused, Weight::none, Weight::none},
    {"effk.commit", Weight::refused, Weight::refused, Weight::none},
    {"instrument.reason", Weight::none, Weight::none, Weight::none},
    {"instrument.unprotected", Weight::none, Weight::none, Weight::none},
    {"machine.*", Weight::none, Weight::none, Weight::none},
    {"*", Weight::refused, Weight::refused, Weight::warned},
};

constexpr std::string_view kMachineKeys[] = {"cpu", "cpu.microcode", "kernel", "sandbox"};

bool matches(std::string_view pattern, std::string_view key) {
  if (pattern.back() != '*') return key == pattern;
  return key.starts_with(pattern.substr(0, pattern.size() - 1));
}

bool is_of_machine(std::string_view key) {
  return std::find(std::begin(kMachineKeys), std::end(kMachineKeys), key) != std::end(kMachineKeys);
}

Weight weight_of(std::string_view key, Meeting meeting) {
  const Rule& rule = *std::find_if(std::begin(kRules), std::end(kRules),
                                   [&](const Rule& one) { return matches(one.key, key); });
  if (meeting == Meeting::compared) return rule.compared;
  return meeting == Meeting::joined ? rule.joined : rule.taken_over;
}

std::string value_of(const Environment& environment, const std::string& key) {
  if (key == "cost") return std::string(to_string(cost_unit(environment)));
  const auto found = environment.find(key);
  return found == environment.end() ? "" : found->second;
}

// Addresses reach counts through hash tables; how else code is confined does not.
bool has_fixed_addresses(std::string_view sandbox) {
  return sandbox.find("fixed_addresses") != std::string_view::npos;
}

// Whether these values stand for the same conditions.
bool agree(std::string_view key, std::string_view first, std::string_view second, bool exact) {
  if (first == second) return true;
  if (!exact || !is_of_machine(key)) return false;
  return key != "sandbox" || has_fixed_addresses(first) == has_fixed_addresses(second);
}

}  // namespace

bool counts_exactly(const Environment& environment) {
  const std::string instrument = value_of(environment, "instrument");
  return instrument == "icount" || instrument == "valgrind";
}

std::vector<Difference> differences(const Environment& first, const Environment& second, Meeting meeting) {
  std::set<std::string> keys;
  for (const auto& [key, value] : first) keys.insert(key);
  for (const auto& [key, value] : second) keys.insert(key);
  const bool exact = counts_exactly(first) && counts_exactly(second);
  std::vector<Difference> found;
  for (const std::string& key : keys) {
    const std::string one = value_of(first, key);
    const std::string other = value_of(second, key);
    if (agree(key, one, other, exact)) continue;
    Weight weight = weight_of(key, meeting);
    const bool both_say = first.count(key) == second.count(key) || key == "cost";
    if (!both_say && meeting == Meeting::compared) weight = std::min(weight, Weight::warned);
    if (weight != Weight::none) found.push_back({key, one, other, weight == Weight::refused});
  }
  return found;
}

bool any_refused(const std::vector<Difference>& differences) {
  return std::any_of(differences.begin(), differences.end(),
                     [](const Difference& one) { return one.refused; });
}

std::string words(const Difference& difference, const std::string& first_name,
                  const std::string& second_name) {
  const auto shown = [](const std::string& value) {
    return value.empty() ? std::string("not recorded") : "'" + value + "'";
  };
  return difference.key + " is " + shown(difference.first) + " in " + first_name + " and " +
         shown(difference.second) + " in " + second_name;
}

}  // namespace effk::record
