#include "harness/cli/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "harness/base/nearest_word.h"
#include "harness/cli/option_checks.h"
#include "harness/counters/instrument.h"
#include "harness/importers/kinds.h"
#include "harness/score/peer_scores.h"
#include "harness/session/bench.h"
#include "harness/session/version.h"
#include "harness/submissions/intake.h"

namespace effk::cli {
namespace {

constexpr const char* kPurpose =
    "Counts the instructions that generated code needs to solve a problem, and\n"
    "scores it against expert reference solutions.";

constexpr const char* kFooter =
    "\nexit status: 0 done; 1 the answer is no (a promise is broken); 2 the command line is\n"
    "wrong; 3 a specification, submission or record is wrong; 4 this machine cannot do it;\n"
    "70 a bug in effk. What a sample does is never effk's failure. effk count ends as the\n"
    "counted program did.";

constexpr const char* kHowToCount = "effk count -- PROGRAM ARGUMENTS";

constexpr const char* kCountFooter =
    "\nThe program has effk's own streams, environment and rights: it is not confined. Its\n"
    "status becomes effk's (128 + the signal that ended it); when effk itself fails (2, 3, 4,\n"
    "70) there is no count. Processes that it starts count up to the moment when it ends.\n"
    "\n"
    "perf counts a repeated string instruction once, valgrind each iteration, icount either.\n"
    "icount refuses threads and programs that start others; it has more options of its own:\n"
    "icount --help.";

void add_suite(CLI::App& command, std::string& suite) {
  command.add_option("--suite", suite,
                     "folder of the suite\n[default: EFFK_SUITE, else this folder, else the installed one]");
}

void add_problems(CLI::App& command, std::vector<std::string>& problems) {
  command
      .add_option("--problems", problems,
                  "only these problems, by id, separated by commas; all\nis every one [default: those that "
                  "the suite selects]")
      ->delimiter(',');
}

void add_language(CLI::App& command, std::string& language, const char* what) {
  command.add_option("--language", language, what)->check(one_of({"cpp", "python"}));
}

void add_instrument(CLI::App& command, std::string& instrument) {
  std::vector<std::string> names = {"auto"};
  for (const std::string_view name : counters::instrument_names()) names.emplace_back(name);
  command
      .add_option(
          "--instrument", instrument,
          fmt::format("what counts: {}\n[default: auto, the first that works here]", fmt::join(names, ", ")))
      ->check(one_of(names));
}

CLI::Option* add_metrics(CLI::App& command, std::vector<std::string>& metrics, const std::string& also) {
  return command
      .add_option("--metrics", metrics,
                  fmt::format("print metrics of these benchmarks too:\n{}, all{}",
                              fmt::join(score::peer_family_words(), ", "), also))
      ->delimiter(',');
}

void add_jobs(CLI::App& command, int& jobs) {
  jobs = session::usable_cpus();
  command
      .add_option(
          "--jobs", jobs,
          fmt::format("measure so many at a time; counts do not depend on it [default here: {}]", jobs))
      ->check(number_from(1, 1024));
}

void add_measuring(CLI::App& command, std::string& instrument, int& jobs, std::uint64_t& seed) {
  add_instrument(command, instrument);
  add_jobs(command, jobs);
  command.add_option("--seed", seed, "seed of the stress cases; same seed, same bytes [default: 1]")
      ->check(whole_number_from(0));
}

void add_cost(CLI::App& command, RunArguments& arguments) {
  command
      .add_option("--cost", arguments.cost,
                  "score instructions or time (CPU time; --jobs is 1) [default: instructions]")
      ->check(one_of({"instructions", "time"}));
  command
      .add_option("--repetitions", arguments.repetitions,
                  "measure each case above level 0 so often, with --cost time [default: 6]")
      ->check(whole_number_from(1, 1000));
}

// What the parser cannot know of one option alone. Samples that are timed side by side slow each other down,
// so by default there is one at a time.
Result<void> settle_cost(const CLI::App& run, RunArguments& arguments) {
  const auto given = [&](const char* option) { return run.count(option) > 0; };
  if (arguments.cost != "time") {
    if (!given("--repetitions")) return {};
    return fail(ErrorKind::usage, "--repetitions goes with --cost time only",
                "an instrument repeats as often as its counts need", "effk run --help");
  }
  if (given("--instrument")) {
    return fail(ErrorKind::usage,
                fmt::format("--instrument {} does not go with --cost time", arguments.instrument),
                "instruments count instructions, and CPU time is read from the kernel's clock; a run has one "
                "of the two",
                "leave out --cost time to count, or --instrument to time");
  }
  if (!given("--jobs")) arguments.jobs = 1;
  return {};
}

// Its list of formats is the command's footer: too long for a column.
void add_format(CLI::App& command, std::string& format) {
  std::vector<std::string> names;
  std::string list = "formats of submissions, recognised by content:\n";
  for (const submissions::FormatName& known : submissions::format_names()) {
    names.emplace_back(known.name);
    list += fmt::format("  {:<14}{}\n", known.name, known.description);
  }
  command.add_option("--format", format, "read submissions as this format [default: by content]")
      ->check(one_of(names));
  command.footer(list + "docs/submissions.md shows each.");
}

// One screen: the usage line, the purpose, then what there is.
class Formatter : public CLI::Formatter {
 public:
  Formatter() { column_width(26); }
  std::string make_usage(const CLI::App* app, std::string name) const override {
    std::string usage = CLI::Formatter::make_usage(app, std::move(name));
    if (app->get_name() == "count") {
      usage.insert(usage.find_last_not_of('\n') + 1, " -- PROGRAM ARGUMENTS");
    }
    return usage;
  }
  std::string make_option_opts(const CLI::Option* option) const override {
    const bool takes_a_value = option->get_type_size() != 0 && option->get_items_expected_max() != 0;
    return takes_a_value && !option->get_positional() ? " X" : "";
  }
};

struct Commands {
  CountArguments count;
  DoctorArguments doctor;
  ListArguments list;
  ShowArguments show;
  PromptsArguments prompts;
  VerifyArguments verify;
  RunArguments run;
  ReportArguments report;
  ImportArguments import;
};

// Subcommands inherit the footer; theirs is their own page.
CLI::App* add_command(CLI::App& app, const char* name, const char* purpose) {
  CLI::App* command = app.add_subcommand(name, purpose);
  command->footer("");
  return command;
}

// What is counted follows `--`, and CLI11 never sees it: it takes words in brackets apart.
void add_count(CLI::App& app, Commands& commands) {
  CountArguments& arguments = commands.count;
  CLI::App* count = add_command(app, "count", "count the instructions of a whole program, any program");
  add_instrument(*count, arguments.instrument);
  count->add_option("--output", arguments.output, "write the count there [default: standard error]");
  count
      ->add_option("--rep", arguments.rep,
                   "a repeated string instruction counts once, or each of its iterations\n"
                   "[default: iterations where the instrument can]")
      ->check(one_of({"once", "iterations"}));
  count->add_flag("--json", arguments.json, "print the count as one JSON object");
  count->footer(kCountFooter);
}

void add_doctor(CLI::App& app, Commands& commands) {
  CLI::App* doctor =
      add_command(app, "doctor", "say whether this machine can count, and what to change if not");
  doctor->add_flag("--json", commands.doctor.json, "print the checks as JSON");
}

void add_openai_batch(CLI::App& prompts, PromptsArguments& arguments) {
  CLI::Option* batch = prompts.add_option("--openai-batch", arguments.openai_batch,
                                          "print the requests of an OpenAI batch to this model instead;\n"
                                          "its output file is what effk run reads");
  batch->check(CLI::Validator(
      [](const std::string& text) -> std::string { return text.empty() ? "must name a model" : ""; }, ""));
  prompts.add_option("-n", arguments.samples, "ask for so many samples of each, a request each [default: 1]")
      ->needs(batch)
      ->check(whole_number_from(1, 10'000));
  prompts
      .add_option("--temperature", arguments.temperature,
                  "with this temperature [default: not said, the model's own]")
      ->needs(batch)
      ->check(number_from(0, 2));
  prompts
      .add_option("--max-tokens", arguments.max_tokens,
                  "at most so many tokens an answer [default: not said]")
      ->needs(batch)
      ->check(whole_number_from(1, 10'000'000));
  prompts.footer(
      "\nThe custom_id of a request is PROBLEM/LANGUAGE/NUMBER. Send the file to a hosted endpoint's\n"
      "batch interface (OpenAI's takes 50,000 requests a file), or run vLLM on it:\n"
      "  vllm run-batch -i batch.jsonl -o answers.jsonl --model MODEL\n"
      "then: effk run answers.jsonl -o my.effk");
}

void add_suite_commands(CLI::App& app, Commands& commands) {
  CLI::App* list = add_command(app, "list", "show the problems");
  add_suite(*list, commands.list.suite);
  add_problems(*list, commands.list.problems);
  list->add_flag("--json", commands.list.json, "print JSON");

  CLI::App* show = add_command(app, "show", "show one problem: statement, signature, levels");
  show->add_option("problem", commands.show.problem, "its id")->required();
  add_suite(*show, commands.show.suite);
  show->add_flag("--json", commands.show.json, "print JSON");

  CLI::App* prompts = add_command(app, "prompts", "print JSON lines that one can feed to a model");
  prompts->add_option("problem", commands.prompts.problems, "ids [default: all]");
  add_suite(*prompts, commands.prompts.suite);
  add_language(*prompts, commands.prompts.language, "only this language: cpp or python [default: both]");
  add_openai_batch(*prompts, commands.prompts);
}

void add_verify(CLI::App& app, Commands& commands) {
  VerifyArguments& arguments = commands.verify;
  CLI::App* verify =
      add_command(app, "verify", "prove that a problem's cases, references and rivals keep their promises");
  verify->add_option("problem", arguments.problems, "ids [default: all]");
  add_suite(*verify, arguments.suite);
  add_language(*verify, arguments.language, "only this language: cpp or python [default: both]");
  add_measuring(*verify, arguments.instrument, arguments.jobs, arguments.seed);
  verify->add_flag("--json", arguments.json, "print every promise as a JSON line");
}

void add_run(CLI::App& app, Commands& commands) {
  RunArguments& arguments = commands.run;
  CLI::App* run = add_command(app, "run", "build and run submissions, and store what each sample cost");
  run->add_option(
         "submissions", arguments.submissions,
         "folders MODEL/PROBLEM/SAMPLE.{cpp,py,md,txt}\nor files of one of the formats below, also .gz")
      ->required();
  add_format(*run, arguments.format);
  run->add_option("-o,--output", arguments.output, "the run: one file that must not exist yet")->required();
  add_suite(*run, arguments.suite);
  add_problems(*run, arguments.problems);
  add_language(*run, arguments.language, "language of samples that do not say: cpp or python");
  add_measuring(*run, arguments.instrument, arguments.jobs, arguments.seed);
  add_cost(*run, arguments);
  run->add_option("--alpha", arguments.alpha,
                  "budget of a sample, as a multiple of the reference's cost [default: 2]")
      ->check(number_from(1.01, 1000));
  run->add_option("--k", arguments.k,
                  "sample counts k of eff@k and pass@k in the table, as 1,5 [default: 1,5,10]")
      ->delimiter(',')
      ->check(whole_number_from(1));
  add_metrics(*run, arguments.metrics, "\n(measures the slow_* and baseline solutions that they need)");
  run->add_option("--rival-alpha", arguments.rival_alpha,
                  "budget of these, as a multiple of the reference's cost [default: 100]")
      ->check(number_from(1.01, 100'000));
  run->add_flag("--json", arguments.json, "print the scores as JSON instead of a table");
}

void add_report(CLI::App& app, Commands& commands) {
  ReportArguments& arguments = commands.report;
  CLI::App* report =
      add_command(app, "report", "print eff@k and pass@k of a stored run, and why a sample got its score");
  report->add_option("run", arguments.run, "the file that `effk run` wrote")->required();
  report->add_option("--k", arguments.k, "sample counts k of the metrics, as 1,5 [default: 1,5,10]")
      ->delimiter(',')
      ->check(whole_number_from(1));
  report->add_option("--alpha", arguments.alpha, "score with this budget instead, at most the run's own")
      ->check(number_from(1.01, 1000));
  report
      ->add_option("--weights", arguments.weights,
                   "score with these weights of the levels instead, as 0,3,3,4")
      ->delimiter(',')
      ->check(number_from(0, 1'000'000));
  add_problems(*report, arguments.problems);
  CLI::Option* const metrics = add_metrics(*report, arguments.metrics, "");
  report->add_option("--seed", arguments.seed, "seed of the intervals [default: 1]")
      ->check(whole_number_from(0));
  report->add_flag("--details", arguments.details, "print every problem and every sample");
  report
      ->add_option("--explain", arguments.explain,
                   "say why one sample got its score: MODEL/PROBLEM/LANGUAGE/SAMPLE")
      ->excludes(metrics);
  report->add_flag("--samples", arguments.samples, "print one JSON object a sample (with --csv: one row)")
      ->excludes(metrics);
  report->add_flag("--json", arguments.json, "print the scores as JSON");
  report->add_flag("--csv", arguments.csv, "print comma-separated values");
}

void add_import(CLI::App& app, Commands& commands) {
  ImportArguments& arguments = commands.import;
  CLI::App* import = add_command(app, "import", "turn another benchmark's problem files into a suite");
  std::vector<std::string> names;
  std::string wanted = "whose files they are:";
  for (const importers::Kind& kind : importers::kinds()) {
    names.emplace_back(kind.name);
    wanted += fmt::format("\n{}: {}", kind.name, kind.wants);
  }
  import->add_option("kind", arguments.kind, wanted)->required()->check(one_of(names));
  import->add_option("files", arguments.files, "the files")->required();
  import->add_flag("--untried", arguments.untried,
                   "do not run the references to find what cannot be measured\n(coffe)");
  add_instrument(*import, arguments.instrument);
  add_jobs(*import, arguments.jobs);
  import
      ->add_option("-o,--output", arguments.output,
                   "folder of the new suite; it must be empty\nor not exist yet")
      ->required();
}

Arguments chosen(const CLI::App& app, const Commands& commands) {
  const std::string name = app.get_subcommands().front()->get_name();
  if (name == "count") return commands.count;
  if (name == "doctor") return commands.doctor;
  if (name == "list") return commands.list;
  if (name == "show") return commands.show;
  if (name == "prompts") return commands.prompts;
  if (name == "verify") return commands.verify;
  if (name == "run") return commands.run;
  if (name == "import") return commands.import;
  return commands.report;
}

std::vector<std::string> known_words(const CLI::App& app, const CLI::App* command) {
  std::vector<std::string> words;
  if (command == nullptr) {
    for (const CLI::App* one : app.get_subcommands({})) words.push_back(one->get_name());
    return words;
  }
  for (const CLI::Option* option : command->get_options()) {
    for (const std::string& name : option->get_lnames()) words.push_back("--" + name);
  }
  return words;
}

// Moves the words after `--` of `effk count` to `command`; returns how many words are left.
int take_command_to_count(int argc, char** argv, std::vector<std::string>& command) {
  if (argc < 2 || std::string_view(argv[1]) != "count") return argc;
  char** const end = argv + argc;
  char** const separator = std::find(argv, end, std::string_view("--"));
  if (separator != end) command.assign(separator + 1, end);
  return static_cast<int>(separator - argv);
}

// CLI11 says what is wrong; what was probably meant is ours.
tl::unexpected<Error> usage_error(const CLI::App& app, std::string message, int argc, char** argv) {
  const CLI::App* command = nullptr;
  std::string next;
  for (int i = 1; i < argc; ++i) {
    const std::string word = std::string(argv[i]).substr(0, std::string(argv[i]).find('='));
    const std::vector<std::string> words = known_words(app, command);
    const bool known = std::find(words.begin(), words.end(), word) != words.end();
    if (command == nullptr && known) {
      command = app.get_subcommand(word);
    } else if (!known && next.empty() && (command == nullptr || word.starts_with("--"))) {
      next = suggestion(word, words);
    }
    if (command == nullptr && !word.starts_with("-")) {
      message = fmt::format("unknown command '{}'", word);  // CLI11 only says that one is required
      break;
    }
  }
  if (command != nullptr && command->get_name() == "count" && next.empty() &&
      message.find("not expected") != std::string::npos) {
    next = fmt::format("{}, or ", kHowToCount);
  }
  next += command == nullptr ? "effk --help" : "effk " + command->get_name() + " --help";
  return fail(ErrorKind::usage, std::move(message), {}, std::move(next));
}

}  // namespace

Result<Arguments> read_command_line(int argc, char** argv) {
  Commands commands;
  CLI::App app(kPurpose, "effk");
  app.formatter(std::make_shared<Formatter>());
  app.get_formatter()->column_width(26);
  app.set_version_flag("--version", fmt::format("effk {} ({})", session::kVersion, session::kCommit));
  app.footer(kFooter);
  app.require_subcommand(1);
  add_suite_commands(app, commands);
  add_verify(app, commands);
  add_run(app, commands);
  add_report(app, commands);
  add_import(app, commands);
  add_count(app, commands);
  add_doctor(app, commands);
  argc = take_command_to_count(argc, argv, commands.count.command);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return Arguments(HelpArguments{app.help()});
  } catch (const CLI::CallForVersion& version) {
    return Arguments(HelpArguments{std::string(version.what()) + "\n"});
  } catch (const CLI::ParseError& error) {
    if (argc == 1) return Arguments(HelpArguments{app.help()});
    return usage_error(app, error.what(), argc, argv);
  }
  if (app.got_subcommand("count") && commands.count.command.empty()) {
    return fail(ErrorKind::usage, "no program is named", {}, kHowToCount);
  }
  if (app.got_subcommand("run")) {
    if (auto settled = settle_cost(*app.get_subcommand("run"), commands.run); !settled)
      return tl::unexpected(settled.error());
  }
  return chosen(app, commands);
}

}  // namespace effk::cli
