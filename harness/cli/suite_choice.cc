#include "harness/cli/suite_choice.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "harness/base/install_layout.h"

namespace effk::cli {

Result<suite::Suite> open_suite(const std::string& asked) {
  namespace fs = std::filesystem;
  if (!asked.empty()) return suite::load_suite(asked);
  if (const char* named = std::getenv("EFFK_SUITE"); named != nullptr && *named != '\0')
    return suite::load_suite(named);
  std::error_code error;
  if (fs::is_regular_file("problems/suite.json", error)) return suite::load_suite(fs::current_path());
  const auto layout = InstallLayout::of_this_program();
  if (!layout) return tl::unexpected(layout.error());
  return suite::load_suite(layout->share / "suite");
}

Result<std::vector<std::string>> select_problems(const suite::Suite& suite,
                                                 const std::vector<std::string>& named) {
  std::vector<std::string> ids;
  const auto add_every = [&](bool also_not_selected) {
    for (const suite::Problem& problem : suite.problems) {
      if (problem.selected || also_not_selected) ids.push_back(problem.id);
    }
  };
  for (const std::string& id : named) {
    if (id == "all") {
      add_every(true);
      continue;
    }
    const auto problem = suite::find_problem(suite, id);
    if (!problem) return tl::unexpected(problem.error());
    ids.push_back((*problem)->id);
  }
  if (named.empty()) add_every(false);
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

}  // namespace effk::cli
