// What a real bash completes with the script that effk prints.
#include <gmock/gmock.h>

#include <sstream>

#include "tests/cli/workshop.h"

namespace effk {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

using Words = std::vector<std::string>;

Words lines_of(const std::string& text) {
  std::istringstream stream(text);
  Words lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// What is offered for the last of `words`, taken apart as bash does it: --suite=x is three.
Words completed(const Words& words) {
  const char* const script = R"(
set -u
source <("$0" completion bash) || exit 99
COMP_WORDS=("$0" "$@")
COMP_CWORD=$#
_effk
((${#COMPREPLY[@]} == 0)) || printf '%s\n' "${COMPREPLY[@]}"
)";
  Words arguments = {"-c", script, EFFK_PROGRAM};
  arguments.insert(arguments.end(), words.begin(), words.end());
  const EffkEnd end = run_effk({.arguments = arguments, .folder = EFFK_SMALL_SUITE, .program = "/bin/bash"});
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_EQ(end.err, "");
  return lines_of(end.out);
}

// The words at the beginnings of the help's lines, split at the comma of "-o,--output".
Words first_words(const std::string& help, const std::string& beginning) {
  Words found;
  for (const std::string& line : lines_of(help)) {
    if (!line.starts_with("  " + beginning)) continue;
    std::istringstream names(line.substr(2, line.find(' ', 2) - 2));
    for (std::string name; std::getline(names, name, ',');) found.push_back(name);
  }
  return found;
}

Words commands() {
  std::string help = run_effk({.arguments = {"--help"}}).out;
  help = help.substr(help.find("commands:"));
  return first_words(help.substr(0, help.find("\n\n")), "");
}

TEST(Completion, KnowsEveryCommandOfTheHelp) {
  const Words offered = completed({""});
  EXPECT_THAT(commands(), Contains("run"));
  for (const std::string& command : commands()) EXPECT_THAT(offered, Contains(command));
  EXPECT_THAT(completed({"sh"}), ElementsAre("show"));
}

TEST(Completion, KnowsEveryOptionOfEveryCommand) {
  for (const std::string& command : commands()) {
    SCOPED_TRACE(command);
    Words options = first_words(run_effk({.arguments = {command, "--help"}}).out, "-");
    options.emplace_back("--help");
    EXPECT_THAT(completed({command, "-"}), testing::UnorderedElementsAreArray(options));
  }
}

TEST(Completion, OffersTheValuesThatAnOptionCanHave) {
  EXPECT_THAT(completed({"run", "--instrument", ""}), ElementsAre("auto", "perf", "icount", "valgrind"));
  EXPECT_THAT(completed({"run", "x", "--instrument", "=", "v"}), ElementsAre("valgrind"));
  EXPECT_THAT(completed({"run", "--instrument", "="}), Contains("perf"));
  EXPECT_THAT(completed({"run", "--format", "en"}), ElementsAre("enamel"));
  EXPECT_THAT(completed({"run", "--language", "p"}), ElementsAre("python"));
  EXPECT_THAT(completed({"report", "r", "--metrics", "coffe,ev"}), ElementsAre("coffe,evalperf"));
  EXPECT_THAT(completed({"help", "form"}), ElementsAre("formats"));
  EXPECT_THAT(completed({"run", "--seed", ""}), IsEmpty());
}

TEST(Completion, OffersTheProblemsOfTheSuite) {
  const Words all = {"add_up", "pick_pairs", "sum_lines"};
  EXPECT_EQ(completed({"show", ""}), all) << "the folder that bash stands in is a suite";
  EXPECT_EQ(completed({"verify", "add_up", "--suite", EFFK_SMALL_SUITE, ""}), all);
  EXPECT_EQ(completed({"verify", "--suite", "=", EFFK_SMALL_SUITE, "p"}), Words{"pick_pairs"});
  EXPECT_EQ(completed({"run", "x", "--problems", "add_up,p"}), Words{"add_up,pick_pairs"});
  EXPECT_THAT(completed({"verify", "--suite", "/nowhere", ""}), IsEmpty());
}

TEST(Completion, OffersFilesWhereOneIsWanted) {
  EXPECT_THAT(completed({"run", "prob"}), ElementsAre("problems"));
  EXPECT_THAT(completed({"run", "x", "-o", "prob"}), ElementsAre("problems"));
  EXPECT_THAT(completed({"import", ""}), ElementsAre("coffe", "enamel"));
  EXPECT_THAT(completed({"import", "enamel", "prob"}), ElementsAre("problems"));
  EXPECT_THAT(completed({"list", ""}), Not(Contains("problems"))) << "it takes no files";
}

TEST(Completion, OffersProgramsAfterTheDashesOfCount) {
  EXPECT_THAT(completed({"count", "--json", "--", "bas"}), Contains("bash"));
  EXPECT_THAT(completed({"count", "--", "cat", "prob"}), ElementsAre("problems"));
  EXPECT_THAT(completed({"count", "bas"}), IsEmpty());
}

TEST(Completion, LiesInTheTreeWhereAnInstallationTakesItFrom) {
  const auto file = read_file(EFFK_BUILD "/share/bash-completion/completions/effk");
  ASSERT_TRUE(file);
  EXPECT_EQ(*file, run_effk({.arguments = {"completion", "bash"}}).out);
  EXPECT_THAT(*file, StartsWith("# bash completion of effk"));
}

}  // namespace
}  // namespace effk
