// `effk leaderboard` as users meet it. What its page does in a browser: tests/browser.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "tests/cli/workshop.h"
#include "tests/store/old_run.h"

namespace effk {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

EffkEnd leaderboard(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "leaderboard");
  return run_effk({.arguments = std::move(arguments)});
}

class Leaderboard : public testing::Test {
 protected:
  // A run of many models on ten problems, that no one measured: few enough for the oracle to enumerate.
  Leaderboard() {
    const std::string command = std::string(EFFK_MADE_UP_RUN) + " '" + run() + "' 10 10 2";
    if (std::system(command.c_str()) != 0) throw std::runtime_error("made_up_run failed");
  }

  std::string run() const { return workshop_.path("run.effk").string(); }
  std::string site() const { return workshop_.path("some/site").string(); }

  Workshop workshop_;
};

TEST_F(Leaderboard, GroupsModelsAsAnotherProgramDoesFromTheSamples) {
  const EffkEnd board = leaderboard({run(), "--format", "json"});
  ASSERT_EQ(board.status, 0) << board.err;
  const EffkEnd samples = run_effk({.arguments = {"report", run(), "--samples"}});
  const auto board_file = workshop_.write("board.json", board.out);
  const auto samples_file = workshop_.write("samples.jsonl", samples.out);
  const std::string command = std::string("python3 ") + EFFK_LEADERBOARD_ORACLE + " '" + board_file.string() +
                              "' '" + samples_file.string() + "'";
  EXPECT_EQ(WEXITSTATUS(std::system(command.c_str())), 0);
  // Else the oracle was asked nothing.
  const auto rows = nlohmann::json::parse(board.out)["rows"];
  EXPECT_EQ(rows.size(), 10U);
  EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row["group_last"] > 1; }));
}

TEST_F(Leaderboard, WritesThePageIntoAFolderAndTheSameBytesAgain) {
  const EffkEnd first = leaderboard({run(), "-o", site()});
  if (first.status == 4) GTEST_SKIP() << first.err;  // built without the page
  ASSERT_EQ(first.status, 0) << first.err;
  EXPECT_EQ(first.out, "");
  EXPECT_THAT(first.err, HasSubstr("some/site/index.html"));
  const std::string page = read_file(workshop_.path("some/site/index.html")).value();
  EXPECT_THAT(page, StartsWith("<!doctype html>"));
  EXPECT_THAT(page, HasSubstr("default-src 'none'; script-src 'sha256-"));
  ASSERT_EQ(leaderboard({run(), "-o", site()}).status, 0);
  EXPECT_TRUE(page == read_file(workshop_.path("some/site/index.html")).value());
}

TEST_F(Leaderboard, NeverReplacesAPageThatIsNotItsOwn) {
  workshop_.write("some/site/index.html", "<!doctype html><title>mine</title>");
  const EffkEnd end = leaderboard({run(), "-o", site()});
  if (end.status == 4) GTEST_SKIP() << end.err;
  EXPECT_EQ(end.status, 3);
  EXPECT_EQ(last_error(end.err), "effk: error: will not replace " + site() +
                                     "/index.html\n"
                                     "  why:  it is no leaderboard that effk made\n"
                                     "  next: name another folder with -o, or move the file away\n");
  EXPECT_EQ(read_file(workshop_.path("some/site/index.html")).value(), "<!doctype html><title>mine</title>");
}

TEST_F(Leaderboard, SaysWhatABuildWithoutThePageCanStillDo) {
  const std::filesystem::path copy = workshop_.path("installed/bin/effk");
  std::filesystem::create_directories(workshop_.path("installed/bin"));
  std::filesystem::create_directories(workshop_.path("installed/libexec/effk"));
  std::filesystem::copy_file(EFFK_PROGRAM, copy);
  const EffkEnd end = run_effk({.arguments = {"leaderboard", run(), "-o", site()}, .program = copy});
  EXPECT_EQ(end.status, 4);
  EXPECT_EQ(last_error(end.err),
            "effk: error: this effk was built without the leaderboard's page\n"
            "  why:  there is no " +
                workshop_.path("installed/share/effk/leaderboard/page.mustache").string() +
                "\n"
                "  next: build it with -DEFFK_LEADERBOARD=ON, or take --format markdown, csv or json\n");
  EXPECT_EQ(run_effk({.arguments = {"leaderboard", run(), "--format", "csv"}, .program = copy}).status, 0);
}

TEST_F(Leaderboard, NeedsAFolderForAPage) {
  const EffkEnd end = leaderboard({run()});
  EXPECT_EQ(end.status, 2);
  EXPECT_EQ(end.err,
            "effk: error: a page needs a folder to be put into\n"
            "  next: -o SITE, or --format markdown, csv or json for standard output\n");
}

TEST_F(Leaderboard, PrintsATableOrWritesItToAFile) {
  for (const char* format : {"markdown", "csv", "json"}) {
    const EffkEnd printed = leaderboard({run(), "--format", format});
    ASSERT_EQ(printed.status, 0) << printed.err;
    const std::string file = workshop_.path(format).string();
    ASSERT_EQ(leaderboard({run(), "--format", format, "-o", file}).status, 0);
    EXPECT_TRUE(printed.out == read_file(file).value()) << format;
    EXPECT_FALSE(printed.out.empty());
  }
}

TEST_F(Leaderboard, ShowsRunsOfOlderSchemas) {
  for (const int version : {1, 2}) {
    const std::filesystem::path old = workshop_.path("old" + std::to_string(version) + ".effk");
    store::make_old_run(version, old);
    const EffkEnd end = leaderboard({old.string(), "-o", site()});
    if (end.status == 4) GTEST_SKIP() << end.err;
    EXPECT_EQ(end.status, 0) << end.err;
  }
}

}  // namespace
}  // namespace effk
