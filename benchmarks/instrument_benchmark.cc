// How much slower programs run under each instrument than natively: a table in Markdown.
//
// In every round each workload runs natively and under every instrument, one right after the other, so what
// else the machine does falls on all of them; a ratio is of two runs of one round, and the table has the
// median of the rounds with the least and the greatest. Time is processor time of all processes together.
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/utsname.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "harness/base/files.h"
#include "harness/base/install_layout.h"
#include "harness/base/system_program.h"
#include "harness/counters/instrument.h"
#include "harness/counters/program_process.h"

namespace effk {
namespace {

using Command = std::vector<std::string>;

struct Workload {
  std::string name;
  Command command;
  Command baseline = {};          // what it does besides; its time is taken off
  int repetitions = 1;            // in one measurement
  int parts = 1;                  // of which the time of one is told
  bool tells_difference = false;  // in milliseconds, instead of a ratio
};

// Runs a command to its end, under an instrument or natively.
struct Way {
  std::string name;
  std::string version;
  std::function<Result<int>(const Command&)> run;
};

std::string workload(const std::string& name) {
  return std::string(EFFK_WORKLOADS) + "/" + name;
}

std::vector<Workload> all_workloads(const std::string& python) {
  const auto script = [&](const char* name) {
    return Command{python, "-S", std::string(EFFK_WORKLOAD_SOURCES) + "/" + name};
  };
  constexpr int kChildren = 1000;
  const auto forking = [&](const char* work) {
    return Command{workload("forking"), std::to_string(kChildren), work};
  };
  return {
      {"xorshift loop", {workload("xorshift_loop")}},
      {"loop of four instructions", {workload("four_instruction_loop")}},
      {"std::sort, 5 M integers", {workload("sort_integers")}},
      {"std::unordered_map", {workload("hash_map")}},
      {"virtual calls, recursion", {workload("virtual_calls")}},
      {"CPython: dict and str", script("dict_and_str.py")},
      {"CPython: recursion, sort, re", script("mixed.py")},
      {"CPython: start and end (-S -c pass)", {python, "-S", "-c", "pass"}, {}, 10, 10},
      {"forked child that does nothing", forking("nothing"), {workload("forking"), "0"}, 1, kChildren},
      {"forked child that does little", forking("little"), {workload("forking"), "0"}, 1, kChildren},
      {"static program that does nothing, ms more", {workload("nothing")}, {}, 20, 20, true},
  };
}

Way natively() {
  return {"native", "", [](const Command& command) {
            return counters::run_program({command.front(), command, {}, -1, {}});
          }};
}

std::vector<Way> all_ways(bool with_callgrind) {
  std::vector<Way> ways = {natively()};
  const auto layout = InstallLayout::of_this_program();
  if (!layout) throw std::runtime_error(error_text(layout.error()));
  for (const std::string_view name : counters::instrument_names()) {
    auto made = counters::make_instrument(name, *layout);
    if (!made) {
      fmt::print(stderr, "without {}: {}\n", name, made.error().why);
      continue;
    }
    const std::shared_ptr<counters::Instrument> instrument = std::move(*made);
    const auto run = [instrument](const Command& command) -> Result<int> {
      const auto counted =
          instrument->count_program({command.front(), command, instrument->traits().repeat_rules.front()});
      if (!counted) return tl::unexpected(counted.error());
      return counted->wait_status;
    };
    ways.push_back({std::string(name), instrument->traits().version, run});
  }
  const auto valgrind = system_program("valgrind");
  if (with_callgrind && valgrind) {
    const auto run = [program = valgrind->string()](const Command& command) {
      Command whole = {program, "--tool=callgrind", "--callgrind-out-file=/dev/null", "--quiet", "--vgdb=no"};
      whole.insert(whole.end(), command.begin(), command.end());
      return counters::run_program({program, whole, {}, -1, {}});
    };
    ways.push_back({"callgrind", "for comparison", run});
  }
  return ways;
}

double processor_seconds() {
  rusage use{};
  ::getrusage(RUSAGE_CHILDREN, &use);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  };
  return seconds(use.ru_utime) + seconds(use.ru_stime);
}

double measure(const Way& way, const Command& command, int repetitions) {
  const double before = processor_seconds();
  for (int i = 0; i < repetitions; ++i) {
    const auto status = way.run(command);
    if (!status) throw std::runtime_error(error_text(status.error()));
    if (*status != 0) throw std::runtime_error(fmt::format("{} ended with {}", command.front(), *status));
  }
  return processor_seconds() - before;
}

// Seconds of one part.
double measure(const Way& way, const Workload& workload) {
  double seconds = measure(way, workload.command, workload.repetitions);
  if (!workload.baseline.empty()) seconds -= measure(way, workload.baseline, workload.repetitions);
  return seconds / workload.parts;
}

struct Spread {
  double median = 0;
  double least = 0;
  double greatest = 0;
};

Spread spread_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  const double median = values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  return {median, values.front(), values.back()};
}

// Seconds by workload, way and round.
using Times = std::vector<std::vector<std::vector<double>>>;

Times measure_all(const std::vector<Workload>& workloads, const std::vector<Way>& ways, int rounds) {
  Times times(workloads.size(), std::vector<std::vector<double>>(ways.size()));
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < workloads.size(); ++i) {
      fmt::print(stderr, "round {} of {}: {}\n", round + 1, rounds, workloads[i].name);
      for (std::size_t j = 0; j < ways.size(); ++j) times[i][j].push_back(measure(ways[j], workloads[i]));
    }
  }
  return times;
}

std::string native_cell(const std::vector<double>& seconds) {
  const double median = spread_of(seconds).median;
  return median < 0.01 ? fmt::format("{:.3f} ms", 1e3 * median) : fmt::format("{:.2f} s", median);
}

std::string cell(const std::vector<double>& native, const std::vector<double>& counted, bool difference) {
  std::vector<double> values;
  for (std::size_t i = 0; i < native.size(); ++i) {
    values.push_back(difference ? 1e3 * (counted[i] - native[i]) : counted[i] / native[i]);
  }
  const Spread spread = spread_of(values);
  return fmt::format("{:.2f} [{:.2f}, {:.2f}]", spread.median, spread.least, spread.greatest);
}

std::string table(const std::vector<Workload>& workloads, const std::vector<Way>& ways, const Times& times) {
  std::string text = "| workload |";
  std::string rule = "|---|";
  for (const Way& way : ways) {
    text += fmt::format(" {} |", way.name);
    rule += "---:|";
  }
  text += "\n" + rule + "\n";
  for (std::size_t i = 0; i < workloads.size(); ++i) {
    text += fmt::format("| {} | {} |", workloads[i].name, native_cell(times[i][0]));
    for (std::size_t j = 1; j < ways.size(); ++j) {
      text += fmt::format(" {} |", cell(times[i][0], times[i][j], workloads[i].tells_difference));
    }
    text += "\n";
  }
  return text;
}

std::string processor() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
  }
  return "unknown";
}

std::string page(const std::string& command, int rounds, const std::string& body,
                 const std::vector<Way>& ways) {
  utsname kernel{};
  ::uname(&kernel);
  double load[1] = {};
  ::getloadavg(load, 1);
  char date[16];
  const std::time_t now = std::time(nullptr);
  std::strftime(date, sizeof date, "%Y-%m-%d", std::gmtime(&now));
  std::string text = "# How much slower programs run under the instruments\n\n";
  text += fmt::format("    {}\n\n", command);
  text +=
      fmt::format("{}; Linux {}; {}; load when it ended {:.1f}.", processor(), kernel.release, date, load[0]);
  for (const Way& way : ways) {
    if (!way.version.empty()) text += fmt::format(" {}: {}.", way.name, way.version);
  }
  text += fmt::format(
      "\n\nProcessor time as a multiple of native: the median of {} rounds, and in brackets the least and "
      "the\n"
      "greatest. In a round each way runs once, right after the other.\n\n",
      rounds);
  return text + body;
}

struct Options {
  int rounds = 5;
  std::string output;
  std::string only;
  bool with_callgrind = true;
};

constexpr const char* kUsage =
    "usage: instrument_benchmark [--rounds=N] [--output=FILE] [--only=TEXT] [--without-callgrind]\n"
    "\n"
    "Compares the time that programs need under each instrument with what they need natively. Run it on a\n"
    "machine that does nothing else.\n"
    "\n"
    "  --rounds=N           measure so often [default: 5]\n"
    "  --output=FILE        write the page there [default: standard output]\n"
    "  --only=TEXT          only workloads with this in their names\n"
    "  --without-callgrind  leave out the comparison with callgrind, which takes most of the time\n";

Options read_options(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    const std::string value = word.substr(std::min(word.size(), word.find('=') + 1));
    if (word.starts_with("--rounds=") && std::atoi(value.c_str()) > 0) {
      options.rounds = std::atoi(value.c_str());
    } else if (word.starts_with("--output=")) {
      options.output = value;
    } else if (word.starts_with("--only=")) {
      options.only = value;
    } else if (word == "--without-callgrind") {
      options.with_callgrind = false;
    } else {
      std::fputs(kUsage, word == "--help" ? stdout : stderr);
      std::exit(word == "--help" ? 0 : 2);
    }
  }
  return options;
}

int benchmark(int argc, char** argv) {
  const Options options = read_options(argc, argv);
  ::setenv("PYTHONHASHSEED", "0", 1);
  ::setenv("PYTHONDONTWRITEBYTECODE", "1", 1);
  const auto python = system_program("python3");
  std::vector<Workload> workloads;
  for (Workload& one : all_workloads(python ? std::filesystem::canonical(*python).string() : "")) {
    const bool can_run = !one.command.front().empty();
    if (can_run && one.name.find(options.only) != std::string::npos) workloads.push_back(std::move(one));
  }
  const std::vector<Way> ways = all_ways(options.with_callgrind);
  const Times times = measure_all(workloads, ways, options.rounds);
  std::string command = "instrument_benchmark";
  for (int i = 1; i < argc; ++i) command += fmt::format(" {}", argv[i]);
  const std::string text = page(command, options.rounds, table(workloads, ways, times), ways);
  if (options.output.empty()) {
    std::fputs(text.c_str(), stdout);
    return 0;
  }
  std::filesystem::create_directories(std::filesystem::absolute(options.output).parent_path());
  const auto written = write_file_atomically(options.output, text);
  if (!written) throw std::runtime_error(error_text(written.error()));
  return 0;
}

}  // namespace
}  // namespace effk

int main(int argc, char** argv) {
  try {
    return effk::benchmark(argc, argv);
  } catch (const std::exception& trouble) {
    fmt::print(stderr, "{}\n", trouble.what());
    return 1;
  }
}
