#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "harness/base/install_layout.h"
#include "harness/base/system_program.h"
#include "harness/cli/commands.h"
#include "harness/cli/grade.h"
#include "harness/cli/output.h"
#include "harness/counters/counter_conditions.h"
#include "harness/counters/instrument.h"
#include "harness/counters/self_test.h"
#include "harness/report/layout.h"
#include "harness/sandbox/policy.h"
#include "harness/toolchain/python_command.h"

namespace effk::cli {
namespace {

struct Check {
  std::string name;
  Grade grade = Grade::pass;
  std::string found;
  std::string next;
};

std::string found_by(const Error& error) {
  return error.why.empty() ? error.what : error.what + ": " + error.why;
}

Check check_instrument(std::string_view name, const InstallLayout& layout, bool another_works) {
  Check check{fmt::format("instrument {}", name), Grade::pass, {}, {}};
  const auto blame = [&](const Error& error) {
    check.grade = another_works ? Grade::caution : Grade::fail;
    check.found = found_by(error);
    check.next = error.next;
    return check;
  };
  const auto instrument = counters::make_instrument(name, layout);
  if (!instrument) return blame(instrument.error());
  const auto test = counters::run_self_test(**instrument, layout);
  if (!test) return blame(test.error());
  check.found = fmt::format("counts {} for {}; {}", report::grouped(test->counted.value),
                            report::grouped(test->known.value), (*instrument)->traits().version);
  const double share = static_cast<double>(test->counted.value) / static_cast<double>(test->known.value);
  if (share < 0.999 || share > 1.001) check.grade = Grade::fail;
  return check;
}

// What a person can change about it, whether or not perf counts now.
Check check_counters() {
  const auto conditions = counters::counter_conditions();
  Check check{"counters", Grade::pass, counters::in_words(conditions), {}};
  if (conditions.watchdog) {
    check.grade = Grade::caution;
    check.next = "sudo sysctl kernel.nmi_watchdog=0 leaves one more for --events";
  }
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

// Not any python3: the drivers are built for one version.
Check check_python() {
  const auto path = toolchain::python_interpreter();
  if (path) return {"python3", Grade::pass, path->string(), {}};
  return {"python3", Grade::fail, found_by(path.error()), path.error().next};
}

void print(const std::vector<Check>& checks, const std::string& choice) {
  for (const Check& check : checks) {
    print_out("{} {:<20} {}\n", grade_column(check.grade, style_of(stdout)), check.name, check.found);
    if (!check.next.empty()) print_out("{:<28} next: {}\n", "", check.next);
  }
  print_out("\nauto takes {}\n", choice);
}

void print_json(const std::vector<Check>& checks, const std::string& choice) {
  nlohmann::ordered_json json = {{"schema", 1}, {"auto", choice}};
  for (const Check& check : checks) {
    json["checks"].push_back({{"name", check.name},
                              {"grade", to_string(check.grade)},
                              {"found", check.found},
                              {"next", check.next}});
  }
  print_out("{}\n", json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
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
  checks.push_back(check_counters());
  checks.push_back(check_confinement());
  checks.push_back(check_program("g++", "g++", "C++ samples and generators"));
  checks.push_back(check_python());
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
