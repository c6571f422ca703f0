#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "harness/base/install_layout.h"
#include "harness/base/system_program.h"
#include "harness/cli/commands.h"
#include "harness/counters/instrument.h"
#include "harness/counters/self_test.h"
#include "harness/sandbox/policy.h"

namespace effk::cli {
namespace {

enum class Grade { pass, caution, fail };

struct Check {
  std::string name;
  Grade grade = Grade::pass;
  std::string found;
  std::string next;
};

const char* to_string(Grade grade) {
  return grade == Grade::pass ? "PASS" : grade == Grade::caution ? "CAUTION" : "FAIL";
}

std::string with_thousands(std::uint64_t number) {
  const std::string digits = fmt::to_string(number);
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += ',';
    text += digits[i];
  }
  return text;
}

Check check_instrument(std::string_view name, const InstallLayout& layout, bool another_works) {
  Check check{fmt::format("instrument {}", name), Grade::pass, {}, {}};
  const auto blame = [&](const Error& error) {
    check.grade = another_works ? Grade::caution : Grade::fail;
    check.found = error.why.empty() ? error.what : error.what + ": " + error.why;
    check.next = error.next;
    return check;
  };
  const auto instrument = counters::make_instrument(name, layout);
  if (!instrument) return blame(instrument.error());
  const auto test = counters::run_self_test(**instrument, layout);
  if (!test) return blame(test.error());
  check.found = fmt::format("counts {} for {}; {}", with_thousands(test->counted.value),
                            with_thousands(test->known.value), (*instrument)->traits().version);
  const double share = static_cast<double>(test->counted.value) / static_cast<double>(test->known.value);
  if (share < 0.999 || share > 1.001) check.grade = Grade::fail;
  return check;
}

Check check_confinement() {
  const std::string found = sandbox::in_force();
  const bool whole = found.find("none") == std::string::npos;
  return {"confinement", whole ? Grade::pass : Grade::caution, found,
          whole ? "" : "runs are confined by what there is, and record it"};
}

Check check_program(const char* name, const char* package, const char* needed_for) {
  if (const auto path = system_program(name)) return {name, Grade::pass, path->string(), {}};
  return {name, Grade::fail, fmt::format("missing, and needed for {}", needed_for),
          fmt::format("sudo apt-get install {}", package)};
}

void print(const std::vector<Check>& checks, const std::string& choice) {
  for (const Check& check : checks) {
    fmt::print("{:<7} {:<20} {}\n", to_string(check.grade), check.name, check.found);
    if (!check.next.empty()) fmt::print("{:<28} next: {}\n", "", check.next);
  }
  fmt::print("\nauto takes {}\n", choice);
}

void print_json(const std::vector<Check>& checks, const std::string& choice) {
  nlohmann::ordered_json json = {{"schema", 1}, {"auto", choice}};
  for (const Check& check : checks) {
    json["checks"].push_back({{"name", check.name},
                              {"grade", to_string(check.grade)},
                              {"found", check.found},
                              {"next", check.next}});
  }
  fmt::print("{}\n", json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace

Result<int> carry_out(const DoctorArguments& arguments) {
  const auto layout = InstallLayout::of_this_program();
  if (!layout) return tl::unexpected(layout.error());
  auto choice = counters::choose_instrument(*layout);
  std::vector<Check> checks;
  for (const std::string_view name : counters::instrument_names()) {
    checks.push_back(check_instrument(name, *layout, choice.has_value()));
  }
  checks.push_back(check_confinement());
  checks.push_back(check_program("g++", "g++", "C++ samples and generators"));
  checks.push_back(check_program("python3", "python3", "Python samples"));
  const std::string reason = choice ? choice->reason : "nothing: " + choice.error().what;
  if (arguments.json) {
    print_json(checks, reason);
  } else {
    print(checks, reason);
  }
  for (const Check& check : checks) {
    if (check.grade == Grade::fail) return exit_status(ErrorKind::environment);
  }
  return 0;
}

}  // namespace effk::cli
