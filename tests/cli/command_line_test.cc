#include "harness/cli/command_line/command_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "harness/cli/command_line/command_groups.h"
#include "harness/cli/command_line/help_topics.h"

namespace effk::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

Result<Arguments> read(std::vector<std::string> words) {
  words.insert(words.begin(), "effk");
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  return read_command_line(static_cast<int>(words.size()), argv.data());
}

template <typename Command>
Command parsed(const std::vector<std::string>& words) {
  const auto arguments = read(words);
  EXPECT_TRUE(arguments) << error_text(arguments.error());
  if (!arguments || !std::holds_alternative<Command>(*arguments)) {
    ADD_FAILURE() << "another command";
    return {};
  }
  return std::get<Command>(*arguments);
}

std::string fault_of(const std::vector<std::string>& words) {
  const auto arguments = read(words);
  if (arguments) return "no fault";
  EXPECT_EQ(exit_status(arguments.error().kind), 2);
  return error_text(arguments.error());
}

TEST(CommandLine, OfRunHasEveryOption) {
  const auto run = parsed<RunArguments>(
      {"run", "one",        "two.jsonl", "-o",           "out.effk", "--suite", "S",        "--problems",
       "a,b", "--language", "python",    "--instrument", "valgrind", "--jobs",  "3",        "--seed",
       "7",   "--alpha",    "1.5",       "--k",          "1,5",      "--json",  "--format", "coffe"});
  EXPECT_EQ(run.format, "coffe");
  EXPECT_THAT(run.submissions, ElementsAre("one", "two.jsonl"));
  EXPECT_EQ(run.output, "out.effk");
  EXPECT_EQ(run.suite, "S");
  EXPECT_THAT(run.problems, ElementsAre("a", "b"));
  EXPECT_EQ(run.language, "python");
  EXPECT_EQ(run.instrument, "valgrind");
  EXPECT_EQ(run.jobs, 3);
  EXPECT_EQ(run.seed, 7u);
  EXPECT_EQ(run.alpha, 1.5);
  EXPECT_THAT(run.k, ElementsAre(1, 5));
  EXPECT_TRUE(run.json);
}

TEST(CommandLine, OfRunHasTheDefaultsThatItsHelpTells) {
  const auto run = parsed<RunArguments>({"run", "one", "-o", "out"});
  EXPECT_EQ(run.suite, "");
  EXPECT_THAT(run.problems, IsEmpty());
  EXPECT_EQ(run.language, "");
  EXPECT_EQ(run.instrument, "auto");
  EXPECT_GE(run.jobs, 1);
  EXPECT_EQ(run.seed, 1u);
  EXPECT_EQ(run.alpha, 2);
  EXPECT_THAT(run.k, IsEmpty());
  EXPECT_FALSE(run.json);
}

TEST(CommandLine, OfRunTimesOneSampleAtATimeUnlessToldOtherwise) {
  const auto run = parsed<RunArguments>({"run", "one", "-o", "out", "--cost", "time"});
  EXPECT_EQ(run.cost, "time");
  EXPECT_EQ(run.repetitions, 6);
  EXPECT_EQ(run.jobs, 1);
  const auto told =
      parsed<RunArguments>({"run", "one", "-o", "out", "--cost=time", "--repetitions", "12", "--jobs", "2"});
  EXPECT_EQ(told.repetitions, 12);
  EXPECT_EQ(told.jobs, 2);
  EXPECT_EQ(parsed<RunArguments>({"run", "one", "-o", "out"}).cost, "instructions");
  EXPECT_EQ(
      parsed<RunArguments>({"run", "one", "-o", "out", "--cost", "instructions", "--instrument", "icount"})
          .instrument,
      "icount");
}

TEST(CommandLine, OfRunDoesNotMixTimeWithInstruments) {
  for (const char* const instrument : {"icount", "auto"}) {
    EXPECT_EQ(
        fault_of({"run", "one", "-o", "out", "--cost", "time", "--instrument", instrument}),
        "effk: error: --instrument " + std::string(instrument) +
            " does not go with --cost time\n"
            "  why:  instruments count instructions, and CPU time is read from the kernel's clock; a run "
            "has one of the two\n"
            "  next: leave out --cost time to count, or --instrument to time\n");
  }
  EXPECT_EQ(fault_of({"run", "one", "-o", "out", "--instrument", "time"}),
            "effk: error: --instrument: must be one of auto, perf, icount, valgrind, not 'time'\n"
            "  next: effk run --help\n");
}

TEST(CommandLine, OfRunRepeatsForTimeOnly) {
  EXPECT_EQ(fault_of({"run", "one", "-o", "out", "--repetitions", "3"}),
            "effk: error: --repetitions goes with --cost time only\n"
            "  why:  an instrument repeats as often as its counts need\n"
            "  next: effk run --help\n");
  EXPECT_EQ(fault_of({"run", "one", "-o", "out", "--cost", "time", "--repetitions", "0"}),
            "effk: error: --repetitions: must be a whole number from 1 to 1000, not '0'\n"
            "  next: effk run --help\n");
  EXPECT_EQ(fault_of({"run", "one", "-o", "out", "--cost", "tiem"}),
            "effk: error: --cost: must be one of instructions, time, not 'tiem' (did you mean time?)\n"
            "  next: effk run --help\n");
}

TEST(CommandLine, OfPromptsAsksForABatch) {
  const auto prompts = parsed<PromptsArguments>(
      {"prompts", "--openai-batch", "org/model", "-n", "5", "--temperature", "0.8", "--max-tokens", "512"});
  EXPECT_EQ(prompts.openai_batch, "org/model");
  EXPECT_EQ(prompts.samples, 5);
  EXPECT_EQ(prompts.temperature, 0.8);
  EXPECT_EQ(prompts.max_tokens, 512);
  EXPECT_EQ(parsed<PromptsArguments>({"prompts"}).samples, std::nullopt);
  EXPECT_EQ(fault_of({"prompts", "-n", "5"}),
            "effk: error: -n requires --openai-batch\n  next: effk prompts --help\n");
  EXPECT_EQ(
      fault_of({"prompts", "--openai-batch", "m", "-n", "0"}),
      "effk: error: -n: must be a whole number from 1 to 10000, not '0'\n  next: effk prompts --help\n");
}

TEST(CommandLine, SuggestsTheFormatThatWasMeant) {
  EXPECT_EQ(fault_of({"run", "x", "-o", "y", "--format", "enamle"}),
            "effk: error: --format: must be one of folder, zip, openai-batch, jsonl, coffe, mercury, enamel, "
            "bigcode, "
            "not 'enamle' (did you mean enamel?)\n  next: effk run --help\n");
}

TEST(CommandLine, OfReportHasEveryOption) {
  const auto report = parsed<ReportArguments>({"report", "r", "--k", "10", "--alpha", "1.2", "--weights",
                                               "0,3,3,4.5", "--problems", "x", "--seed", "9", "--details",
                                               "--explain", "m/p/cpp/s", "--samples", "--json", "--csv"});
  EXPECT_EQ(report.run, "r");
  EXPECT_THAT(report.k, ElementsAre(10));
  EXPECT_EQ(report.alpha, 1.2);
  EXPECT_THAT(report.weights, ElementsAre(0, 3, 3, 4.5));
  EXPECT_EQ(report.explain, "m/p/cpp/s");
  EXPECT_TRUE(report.details && report.samples && report.json && report.csv);
  EXPECT_EQ(parsed<ReportArguments>({"report", "r"}).alpha, std::nullopt);
}

TEST(CommandLine, OfCountHasEveryOptionAndTheProgramAsItStands) {
  const auto count = parsed<CountArguments>({"count", "--instrument", "icount", "--output=F", "--rep", "once",
                                             "--json", "--", "run", "[1,2]", "", "--json", "--", "{}"});
  EXPECT_THAT(count.command, ElementsAre("run", "[1,2]", "", "--json", "--", "{}"));
  EXPECT_EQ(count.instrument, "icount");
  EXPECT_EQ(count.output, "F");
  EXPECT_EQ(count.rep, "once");
  EXPECT_TRUE(count.json);
  const auto defaults = parsed<CountArguments>({"count", "--", "x"});
  EXPECT_EQ(defaults.instrument, "auto");
  EXPECT_EQ(defaults.output + defaults.rep, "");
  EXPECT_FALSE(defaults.json);
}

TEST(CommandLine, OfCountWithoutAProgramSaysWhereItGoes) {
  const std::string fault = "effk: error: no program is named\n  next: effk count -- PROGRAM ARGUMENTS\n";
  EXPECT_EQ(fault_of({"count"}), fault);
  EXPECT_EQ(fault_of({"count", "--json", "--"}), fault);
  EXPECT_EQ(fault_of({"count", "ls"}),
            "effk: error: The following argument was not expected: ls\n"
            "  next: effk count -- PROGRAM ARGUMENTS, or effk count --help\n");
  EXPECT_EQ(fault_of({"count", "--jsno", "--", "ls"}),
            "effk: error: The following argument was not expected: --jsno\n"
            "  next: did you mean '--json'? effk count --help\n");
  EXPECT_EQ(fault_of({"count", "--rep", "twice", "--", "ls"}),
            "effk: error: --rep: must be one of once, iterations, not 'twice'\n"
            "  next: effk count --help\n");
}

TEST(CommandLine, OfTheOtherCommandsIsRead) {
  EXPECT_TRUE(parsed<DoctorArguments>({"doctor", "--json"}).json);
  EXPECT_EQ(parsed<ListArguments>({"list", "--suite=S"}).suite, "S");
  EXPECT_EQ(parsed<ShowArguments>({"show", "inversions"}).problem, "inversions");
  EXPECT_THAT(parsed<PromptsArguments>({"prompts", "a", "b", "--language", "cpp"}).problems,
              ElementsAre("a", "b"));
  EXPECT_THAT(parsed<VerifyArguments>({"verify"}).problems, IsEmpty());
}

TEST(CommandLine, WithAMisspeltCommandGetsASuggestion) {
  EXPECT_EQ(fault_of({"reprot", "r"}),
            "effk: error: unknown command 'reprot'\n  next: did you mean 'report'? effk --help\n");
  EXPECT_EQ(fault_of({"frobnicate"}), "effk: error: unknown command 'frobnicate'\n  next: effk --help\n");
}

TEST(CommandLine, WithAMisspeltOptionGetsASuggestion) {
  EXPECT_EQ(fault_of({"run", "one", "-o", "out", "--instument", "perf"}),
            "effk: error: The following argument was not expected: --instument\n"
            "  next: did you mean '--instrument'? effk run --help\n");
  EXPECT_EQ(fault_of({"run", "one", "-o", "out", "--job=3"}),
            "effk: error: The following argument was not expected: --job=3\n"
            "  next: did you mean '--jobs'? effk run --help\n");
  EXPECT_EQ(fault_of({"report", "r", "--explian=m/p/cpp/s"}),
            "effk: error: The following argument was not expected: --explian=m/p/cpp/s\n"
            "  next: did you mean '--explain'? effk report --help\n");
}

TEST(CommandLine, WithAMisspeltOptionOfTheProgramGetsASuggestion) {
  EXPECT_EQ(fault_of({"--versoin"}),
            "effk: error: A subcommand is required\n  next: did you mean '--version'? effk --help\n");
}

TEST(CommandLine, WithOneDashForTwoGetsASuggestion) {
  EXPECT_EQ(fault_of({"run", "one", "-o", "out", "-jobs"}),
            "effk: error: The following argument was not expected: -jobs\n"
            "  next: did you mean '--jobs'? effk run --help\n");
}

TEST(CommandLine, WithAnOptionOfAnotherCommandNamesThatCommand) {
  EXPECT_EQ(fault_of({"doctor", "--rival-alpha=3"}),
            "effk: error: The following argument was not expected: --rival-alpha=3\n"
            "  why:  --rival-alpha is an option of effk run\n"
            "  next: effk doctor --help\n");
  EXPECT_EQ(fault_of({"--json", "list"}),
            "effk: error: The following argument was not expected: --json\n"
            "  why:  options follow the command\n"
            "  next: effk list --json\n");
}

TEST(CommandLine, TakesOneWordForAListSoThatArgumentsMayFollow) {
  const auto run = parsed<RunArguments>({"run", "--k", "1,5", "--problems", "a", "x", "y", "-o", "out"});
  EXPECT_THAT(run.submissions, ElementsAre("x", "y"));
  EXPECT_THAT(run.problems, ElementsAre("a"));
  EXPECT_THAT(run.k, ElementsAre(1, 5));
  EXPECT_THAT(parsed<ReportArguments>({"report", "r", "--k", "1", "--k", "2,3"}).k, ElementsAre(1, 2, 3));
}

TEST(CommandLine, WithoutWhatACommandNeedsNamesIt) {
  EXPECT_EQ(fault_of({"run", "-o", "out"}),
            "effk: error: submissions is required\n  next: effk run --help\n");
  EXPECT_EQ(fault_of({"run", "one"}), "effk: error: --output is required\n  next: effk run --help\n");
  EXPECT_EQ(fault_of({"show"}), "effk: error: problem is required\n  next: effk show --help\n");
  EXPECT_EQ(fault_of({"run", "one", "-o"}),
            "effk: error: --output: 1 required FILE missing\n  next: effk run --help\n");
}

TEST(CommandLine, WithAValueOutOfRangeShowsIt) {
  EXPECT_EQ(fault_of({"run", "one", "-o", "out", "--jobs", "0"}),
            "effk: error: --jobs: must be a whole number from 1 to 1024, not '0'\n  next: effk run --help\n");
  EXPECT_EQ(
      fault_of({"run", "one", "-o", "out", "--jobs", "many"}),
      "effk: error: --jobs: must be a whole number from 1 to 1024, not 'many'\n  next: effk run --help\n");
  EXPECT_EQ(fault_of({"run", "one", "-o", "out", "--alpha", "1"}),
            "effk: error: --alpha: must be a number from 1.01 to 1000, not '1'\n  next: effk run --help\n");
  EXPECT_EQ(fault_of({"run", "one", "-o", "out", "--language", "rust"}),
            "effk: error: --language: must be one of cpp, python, not 'rust'\n  next: effk run --help\n");
  EXPECT_EQ(
      fault_of({"run", "one", "-o", "out", "--instrument", "valgrid"}),
      "effk: error: --instrument: must be one of auto, perf, icount, valgrind, not 'valgrid' (did you mean "
      "valgrind?)\n"
      "  next: effk run --help\n");
  EXPECT_EQ(fault_of({"run", "one", "-o", "out", "--seed", "-1"}),
            "effk: error: --seed: must be a whole number from 0 on, not '-1'\n  next: effk run --help\n");
  EXPECT_EQ(fault_of({"run", "one", "-o", "out", "--k", "0"}),
            "effk: error: --k: must be a whole number from 1 on, not '0'\n  next: effk run --help\n");
  EXPECT_EQ(fault_of({"report", "r", "--k", "1,x"}),
            "effk: error: --k: must be a whole number from 1 on, not 'x'\n  next: effk report --help\n");
  EXPECT_EQ(fault_of({"report", "r", "--k", "1.5"}),
            "effk: error: --k: must be a whole number from 1 on, not '1.5'\n  next: effk report --help\n");
  EXPECT_EQ(
      fault_of({"report", "r", "--alpha", "inf"}),
      "effk: error: --alpha: must be a number from 1.01 to 1000, not 'inf'\n  next: effk report --help\n");
  EXPECT_EQ(
      fault_of({"report", "r", "--weights", "0,-1"}),
      "effk: error: --weights: must be a number from 0 to 1000000, not '-1'\n  next: effk report --help\n");
}

std::string help_of(const std::vector<std::string>& words) {
  return parsed<HelpArguments>(words).text;
}

// Fewer lines than a small terminal has, and none that it would break.
void expect_one_screen(const std::string& help) {
  std::istringstream lines(help);
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    EXPECT_LE(line.size(), 100u) << line;
    EXPECT_TRUE(line.empty() || line.back() != ' ') << line;
  }
  EXPECT_LE(count, 40) << help;
}

std::vector<Command> every_command() {
  std::vector<Command> all;
  for (const auto& group : {suite_commands(), measuring_commands(), result_commands()})
    all.insert(all.end(), group.begin(), group.end());
  return with_program_commands(all);
}

TEST(Help, OfEveryCommandFitsOnOneScreen) {
  for (const Command& command : every_command()) {
    SCOPED_TRACE(command.name);
    const std::string help = help_of({command.name, "--help"});
    expect_one_screen(help);
    EXPECT_THAT(help, StartsWith("usage: effk " + command.name + " "));
    EXPECT_EQ(help, help_of({"help", command.name}));
  }
}

TEST(Help, OfTheProgramFitsOnOneScreenAndNamesEveryCommandAndTopic) {
  const std::string help = help_of({"--help"});
  expect_one_screen(help);
  for (const Command& command : every_command()) EXPECT_THAT(help, HasSubstr("  " + command.name + " "));
  for (const HelpTopic& topic : help_topics()) {
    EXPECT_THAT(help, HasSubstr("  " + topic.name + " "));
    expect_one_screen(help_of({"help", topic.name}));
    EXPECT_EQ(help_of({"help", topic.name}), topic.text);
  }
  EXPECT_THAT(help, HasSubstr("exit status"));
  EXPECT_EQ(help_of({}), help);
  EXPECT_EQ(help_of({"-h"}), help);
  EXPECT_EQ(help_of({"help"}), help);
}

TEST(Help, ShowsADefaultWithEveryOptionThatTakesAValue) {
  for (const Command& command : every_command()) {
    for (const Option& option : command.options()) {
      SCOPED_TRACE(command.name + " " + option.names);
      EXPECT_EQ(option.otherwise.empty(), option.is_flag() || option.required);
      EXPECT_EQ(option.value.empty(), option.is_flag() || option.is_argument());
      EXPECT_NE(option.help, "");
    }
  }
}

TEST(Help, HasExamplesThatTheCommandLineTakes) {
  for (const Command& command : every_command()) {
    EXPECT_FALSE(command.examples.empty()) << command.name;
    for (const std::string& example : command.examples) {
      std::istringstream line(example.substr(0, example.find_first_of("|>")));
      std::vector<std::string> words;
      for (std::string word; line >> word;) words.push_back(word);
      if (words.front() != "effk") continue;
      words.erase(words.begin());
      const auto read_as = read(words);
      EXPECT_TRUE(read_as) << example << "\n" << error_text(read_as.error());
    }
  }
}

TEST(Help, OfAMisspeltTopicSuggestsOne) {
  EXPECT_THAT(fault_of({"help", "reprot"}), HasSubstr("not 'reprot' (did you mean report?)\n"));
}

TEST(CommandLine, ReadsAnImport) {
  const auto import = parsed<ImportArguments>({"import", "enamel", "a.csv", "-o", "suite"});
  EXPECT_EQ(import.kind, "enamel");
  EXPECT_EQ(import.files, std::vector<std::string>{"a.csv"});
  EXPECT_EQ(import.output, "suite");
  EXPECT_FALSE(import.untried);
  EXPECT_TRUE(parsed<ImportArguments>({"import", "coffe", "folder", "-o", "suite", "--untried"}).untried);
  EXPECT_EQ(fault_of({"import", "enamle", "a.csv", "-o", "suite"}).substr(0, 83),
            "effk: error: kind: must be one of coffe, enamel, not 'enamle' (did you mean enamel?");
  EXPECT_EQ(fault_of({"import", "enamel", "-o", "suite"}),
            "effk: error: files is required\n  next: effk import --help\n");
}

TEST(Version, IsOneLine) {
  const std::string version = help_of({"--version"});
  EXPECT_THAT(version, testing::MatchesRegex("effk [0-9.]+ \\([0-9a-z]+\\)\n"));
}

}  // namespace
}  // namespace effk::cli
