// harness/cli/arguments.h -- what was asked on the command line, as plain structs: one a command.
//
// command_line/ fills them in, commands.h says what carries them out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace effk::cli {

struct CountArguments {
  std::vector<std::string> command;  // the program and its arguments; at least one word
  std::string instrument = "auto";
  std::string output;  // empty: standard error
  std::string rep;     // "once", "iterations"; empty: the instrument's default
  bool json = false;
};

struct DoctorArguments {
  bool json = false;
};

struct ListArguments {
  std::string suite;
  std::vector<std::string> problems;
  bool json = false;
};

struct ShowArguments {
  std::string suite;
  std::string problem;
  bool json = false;
};

struct PromptsArguments {
  std::string suite;
  std::vector<std::string> problems;
  std::string language;
  std::string openai_batch;    // the model; empty: plain prompts
  std::optional<int> samples;  // -n; with openai_batch only, as all below
  std::optional<double> temperature;
  std::optional<int> max_tokens;
};

struct VerifyArguments {
  std::string suite;
  std::vector<std::string> problems;
  std::string language;
  std::string instrument = "auto";
  int jobs = 1;
  std::uint64_t seed = 1;
  bool json = false;
};

struct RunArguments {
  std::string suite;
  std::vector<std::string> submissions;
  std::string format;  // empty: recognised by content
  std::string output;
  bool resume = false;
  std::vector<std::string> reuse;  // runs to take samples over from
  std::vector<std::string> problems;
  std::string language;
  std::string instrument = "auto";
  std::string cost = "instructions";  // or "time"
  int repetitions = 6;                // of each case above level 0, by time
  std::vector<std::string> events;    // counted beside the cost, by libpfm4's names
  int jobs = 1;
  std::uint64_t seed = 1;
  double alpha = 2;
  std::vector<int> k;
  std::vector<std::string> metrics;  // of other benchmarks, as score/peer_scores.h names them
  double rival_alpha = 100;
  bool json = false;
};

struct ReportArguments {
  std::string run;
  std::vector<int> k;
  std::optional<double> alpha;
  std::vector<double> weights;
  std::vector<std::string> problems;
  std::vector<std::string> metrics;
  std::string explain;
  bool details = false;
  bool samples = false;
  bool json = false;
  bool csv = false;
  std::uint64_t seed = 1;
};

struct ExportArguments {
  std::string run;
  std::string format = "jsonl";  // or "csv"
  std::string output;            // empty: standard output
  bool without_code = false;     // with jsonl only, as below
  bool without_use = false;
};

struct MergeArguments {
  std::vector<std::string> runs;
  std::string output;
};

struct LeaderboardArguments {
  std::vector<std::string> runs;
  std::string output;           // a folder for html, else a file; empty: standard output
  std::string format = "html";  // or "markdown", "csv", "json"
  std::vector<int> k;
  std::optional<double> alpha;
  std::vector<double> weights;
  std::vector<std::string> problems;
  std::uint64_t seed = 1;
};

struct ImportArguments {
  std::string kind;  // whose format: see harness/importers/kinds.h
  std::vector<std::string> files;
  std::string output;  // the folder of the suite to write
  std::string instrument = "auto";
  int jobs = 1;
  bool untried = false;  // do not run the references
};

// Where a comparison is written besides the table; empty: nowhere; "-": standard output.
struct GateOutputs {
  bool details = false;  // of the table
  bool json = false;     // on standard output
  std::string junit;
  bool github_annotations = false;
  std::string github_summary;  // "none": not even where GITHUB_STEP_SUMMARY says
  std::string google_benchmark;
  std::string action_costs;
  std::string action_scores;
};

struct GateArguments {
  std::string run;
  std::string baseline;
  std::string limits;               // a file; empty: the default limits
  std::vector<std::string> across;  // differences of the environments that are accepted
  std::vector<std::string> problems;
  bool redrawn = false;
  bool no_confirm = false;
  std::string suite;  // to measure again with
  int jobs = 1;
  std::string today;  // YYYY-MM-DD; empty: the clock's, in UTC
  std::uint64_t seed = 1;
  GateOutputs outputs;
};

struct CompareArguments {
  std::string first;
  std::string second;               // empty: two models of the first
  std::vector<std::string> models;  // one of each run; empty: all, by name
  std::vector<std::string> problems;
  bool redrawn = false;
  bool details = false;
  bool json = false;
  std::uint64_t seed = 1;
};

// Help or a version was asked for: `text` goes to stdout.
struct HelpArguments {
  std::string text;
};

using Arguments =
    std::variant<HelpArguments, CountArguments, DoctorArguments, ListArguments, ShowArguments,
                 PromptsArguments, VerifyArguments, RunArguments, ReportArguments, LeaderboardArguments,
                 ExportArguments, MergeArguments, ImportArguments, GateArguments, CompareArguments>;

}  // namespace effk::cli
