// What the program says, to the letter, when what it is given is wrong.
#include <gtest/gtest.h>

#include <fstream>

#include "tests/cli/workshop.h"

namespace effk {
namespace {

// As text: the command line, exit status, stderr, and stdout if there was any.
std::string outcome_of(const std::vector<std::string>& arguments, std::vector<std::string> environment = {}) {
  const EffkEnd end = run_effk({.arguments = arguments, .environment = std::move(environment)});
  return std::to_string(end.status) + "\n" + end.err + (end.out.empty() ? "" : "stdout: " + end.out);
}

std::string small(const char* option = "--suite") {
  return std::string(option) + "=" + EFFK_SMALL_SUITE;
}

// ---- the command line ----

TEST(BadCommandLine, NamesTheCommandThatWasProbablyMeant) {
  EXPECT_EQ(outcome_of({"rum", "x"}),
            "2\n"
            "effk: error: unknown command 'rum'\n"
            "  next: did you mean 'run'? effk --help\n");
}

TEST(BadCommandLine, NamesTheOptionThatWasProbablyMeant) {
  EXPECT_EQ(outcome_of({"run", "x", "-o", "y", "--instrumnet", "perf"}),
            "2\n"
            "effk: error: The following argument was not expected: --instrumnet\n"
            "  next: did you mean '--instrument'? effk run --help\n");
}

TEST(BadCommandLine, NamesWhatIsMissing) {
  EXPECT_EQ(outcome_of({"run", "x"}),
            "2\n"
            "effk: error: --output is required\n"
            "  next: effk run --help\n");
  EXPECT_EQ(outcome_of({"run", "-o", "y"}),
            "2\n"
            "effk: error: submissions is required\n"
            "  next: effk run --help\n");
}

TEST(BadCommandLine, NamesTheValuesThatAnOptionTakes) {
  EXPECT_EQ(outcome_of({"run", "x", "-o", "y", "--language", "rust"}),
            "2\n"
            "effk: error: --language: must be one of cpp, python, not 'rust'\n"
            "  next: effk run --help\n");
  EXPECT_EQ(outcome_of({"run", "x", "-o", "y", "--jobs", "0"}),
            "2\n"
            "effk: error: --jobs: must be a whole number from 1 to 1024, not '0'\n"
            "  next: effk run --help\n");
}

// ---- suites ----

TEST(BadSuite, IsToldFromAFolderWithoutOne) {
  const Workshop workshop;
  EXPECT_EQ(outcome_of({"list", "--suite", workshop.path("").string()}),
            "3\n"
            "effk: error: " +
                workshop.path("").string() +
                " is not a suite\n"
                "  why:  it has no problems/suite.json\n"
                "  next: give the folder of a suite: --suite DIR\n");
}

TEST(BadSuite, IsTakenFromTheEnvironmentAsWell) {
  EXPECT_EQ(outcome_of({"list"}, {"EFFK_SUITE=/nowhere"}),
            "3\n"
            "effk: error: /nowhere is not a suite\n"
            "  why:  it has no problems/suite.json\n"
            "  next: give the folder of a suite: --suite DIR\n");
}

TEST(BadSuite, IsSuggestedAProblemOfSimilarName) {
  EXPECT_EQ(outcome_of({"show", "add_upp", small()}),
            "3\n"
            "effk: error: unknown problem 'add_upp'\n"
            "  next: did you mean 'add_up'? all of them: effk list\n");
  EXPECT_EQ(outcome_of({"run", "/nowhere", "-o", "/nowhere/run", "--problems", "zzz", small()}),
            "3\n"
            "effk: error: unknown problem 'zzz'\n"
            "  next: all of them: effk list\n");
}

TEST(BadSuite, IsBlamedByFileAndPlaceForItsFirstFault) {
  const Workshop workshop;
  workshop.suite();
  workshop.write("suite/problems/add_up/problem.json", R"({
    "schema": 1, "title": "T", "kind": "function", "challenge": "magic", "colour": "red",
    "signature": {"name": "add up", "parameters": [{"name": "values", "type": "list[float"}], "result": "int"},
    "levels": [{"weight": 5, "cases": 0, "size": -1}]})");
  EXPECT_EQ(
      outcome_of({"list", "--suite", workshop.path("suite").string()}),
      "3\n"
      "effk: error: problems/add_up/problem.json: /colour is not a known member\n"
      "  why:  known here: schema, title, kind, challenge, tags, signature, levels, tolerance, checker, "
      "slow_below, limits, prompt, aliases, selected\n");
}

TEST(BadSuite, IsBlamedByLineWhereItIsNotJson) {
  const Workshop workshop;
  workshop.suite();
  workshop.write("suite/problems/add_up/problem.json", "{\n  \"schema\": 1,\n  \"title\": }\n");
  const std::string said = outcome_of({"list", "--suite", workshop.path("suite").string()});
  EXPECT_TRUE(
      said.starts_with("3\neffk: error: problems/add_up/problem.json: it is not JSON\n  why:  line 3: "))
      << said;
}

TEST(BadSuite, LacksAFileOfAProblem) {
  const Workshop workshop;
  const std::filesystem::path suite = workshop.suite();
  std::filesystem::remove(suite / "generators" / "add_up.cpp");
  EXPECT_EQ(outcome_of({"list", "--suite", suite.string()}),
            "3\n"
            "effk: error: cannot read " +
                (suite / "generators" / "add_up.cpp").string() +
                "\n"
                "  why:  No such file or directory\n");
}

// ---- submissions ----

TEST(BadSubmission, IsMissing) {
  EXPECT_EQ(outcome_of({"run", "/nowhere", "-o", "/nowhere/run", small()}),
            "3\n"
            "effk: error: cannot read submissions from /nowhere\n"
            "  why:  there is no such file or folder\n"
            "  next: what can be handed in: effk run --help\n");
}

TEST(BadSubmission, IsAnEmptyFolder) {
  const Workshop workshop;
  const std::string folder = workshop.path("").string();
  EXPECT_EQ(
      outcome_of({"run", folder, "-o", "/nowhere/run", small()}),
      "3\n"
      "effk: error: " +
          folder +
          " is empty\n"
          "  next: wanted: a folder MODEL/PROBLEM/SAMPLE.{cpp,py,md,txt}, or a folder of such models\n");
}

TEST(BadSubmission, HasALineThatIsCut) {
  const Workshop workshop;
  const std::string file =
      workshop
          .write("m.jsonl",
                 "{\"task_id\": \"add_up/python\", \"solution\": \"x\"}\n{\"task_id\": \"add_up\", \"solu")
          .string();
  EXPECT_EQ(outcome_of({"run", file, "-o", "/nowhere/run", small()}),
            "3\n"
            "effk: error: " +
                file +
                ":2 is cut\n"
                "  why:  the line ends after byte 27, in the middle of a JSON value\n"
                "  next: write the line anew, or remove it\n");
}

TEST(BadSubmission, IsNotText) {
  const Workshop workshop;
  const std::string file =
      workshop.write("m/add_up/1.py", "def add_up(values):\n    return '\xff\xfe'\n").string();
  EXPECT_EQ(outcome_of({"run", workshop.path("m").string(), "-o", "/nowhere/run", small()}),
            "3\n"
            "effk: error: " +
                file +
                " is not UTF-8\n"
                "  why:  byte 33 is 0xff, which no UTF-8 text has there\n"
                "  next: convert it: iconv -f ENCODING -t UTF-8\n");
}

TEST(BadSubmission, BelongsToNoProblemOfTheSuite) {
  const Workshop workshop;
  const std::string file =
      workshop.write("m.jsonl", "{\"task_id\": \"ad_up\", \"solution\": \"x\", \"language\": \"python\"}\n")
          .string();
  EXPECT_EQ(outcome_of({"run", file, "-o", "/nowhere/run", small()}),
            "3\n"
            "effk: error: no sample can be run against the suite 'small'\n"
            "  why:  of 1 found: unknown problem 'ad_up' (1)\n"
            "  next: did you mean 'add_up'? all problems: effk list\n");
}

// ---- runs ----

TEST(BadOutput, ExistsAlready) {
  const Workshop workshop;
  const std::string run = workshop.write("run", "mine").string();
  const EffkEnd end = run_effk({.arguments = {"run", workshop.references_as_submission().string(), "-o", run,
                                              small(), "--instrument", "valgrind"}});
  EXPECT_EQ(end.status, 3);
  EXPECT_EQ(last_error(end.err), "effk: error: " + run +
                                     " exists\n"
                                     "  why:  a run is never overwritten: nothing measured may be lost\n"
                                     "  next: go on with it: --resume; or choose another file with -o\n");
  EXPECT_EQ(read_file(run).value_or(""), "mine");
}

TEST(BadOutput, LiesInNoFolder) {
  const Workshop workshop;
  const EffkEnd end = run_effk({.arguments = {"run", workshop.references_as_submission().string(), "-o",
                                              "/nowhere/run", small(), "--instrument", "valgrind"}});
  EXPECT_EQ(end.status, 4);
  EXPECT_EQ(last_error(end.err),
            "effk: error: cannot create the run /nowhere/run\n"
            "  why:  unable to open database file\n"
            "  next: check that its folder exists and can be written\n");
}

TEST(BadOutput, LiesWhereNobodyCanWrite) {
  const Workshop workshop;
  const EffkEnd end = run_effk({.arguments = {"run", workshop.references_as_submission().string(), "-o",
                                              "/proc/run", small(), "--instrument", "valgrind"}});
  EXPECT_EQ(end.status, 4);
  EXPECT_EQ(last_error(end.err),
            "effk: error: cannot create the run /proc/run\n"
            "  why:  unable to open database file\n"
            "  next: check that its folder exists and can be written\n");
}

TEST(BadRun, IsMissing) {
  EXPECT_EQ(outcome_of({"report", "/nowhere/run"}),
            "3\n"
            "effk: error: cannot read the run /nowhere/run\n"
            "  why:  there is no such file\n"
            "  next: effk run SUBMISSIONS... -o /nowhere/run\n");
}

TEST(BadRun, IsNoRun) {
  const Workshop workshop;
  const std::string file =
      workshop.write("run", "just text that is long enough to be looked at as a database header\n").string();
  EXPECT_EQ(outcome_of({"report", file}),
            "3\n"
            "effk: error: cannot read the run " +
                file +
                "\n"
                "  why:  file is not a database\n");
}

TEST(BadCache, CannotBeMade) {
  const Workshop workshop;
  const EffkEnd end =
      run_effk({.arguments = {"run", workshop.references_as_submission().string(), "-o",
                              workshop.path("run").string(), small(), "--instrument", "valgrind"},
                .environment = {"EFFK_CACHE=/proc/cache"}});
  EXPECT_EQ(end.status, 4);
  EXPECT_EQ(last_error(end.err),
            "effk: error: cannot make the cache folder /proc/cache\n"
            "  why:  No such file or directory\n"
            "  next: set EFFK_CACHE to a folder that can be written\n");
}

}  // namespace
}  // namespace effk
