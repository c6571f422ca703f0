#include <gtest/gtest.h>

#include "harness/cli/terminal_progress.h"

namespace effk::cli {
namespace {

struct Row {
  std::size_t done, total;
  double seconds;
  const char* text;
};

TEST(ProgressText, HasNumberRateAndTimeLeft) {
  const Row rows[] = {
      {0, 360, 0, "samples    0/360  0%"},
      {0, 360, 50, "samples    0/360  0%"},
      {1, 360, 0.5, "samples    1/360  0%"},  // too early for a rate
      {124, 360, 59, "samples    124/360  34%  2.1/s  1:52 left"},
      {359, 360, 100, "samples    359/360  99%  3.6/s  0:00 left"},
      {360, 360, 100, "samples    360/360  100%  1:40 in all, 3.6/s"},
      {360, 360, 0.4, "samples    360/360  100%"},
      {1, 10000, 1, "samples    1/10000  0%  1.0/s  2:46:39 left"},
      {7200, 7200, 7199.6, "samples    7200/7200  100%  2:00:00 in all, 1.0/s"},
      {0, 0, 0, "samples    0/0"},
      {0, 0, 9, "samples    0/0"},
  };
  for (const Row& row : rows) EXPECT_EQ(progress_text("samples", row.done, row.total, row.seconds), row.text);
}

TEST(ProgressText, KeepsTheNumbersInOneColumn) {
  EXPECT_EQ(progress_text("references", 1, 2, 0).find('1'), progress_text("canaries", 1, 2, 0).find('1'));
}

// What a phase of `total` steps prints to something that is no terminal.
std::string printed(std::size_t total) {
  testing::internal::CaptureStderr();
  TerminalProgress progress;
  progress.begin_phase("samples", total);
  for (std::size_t i = 0; i < total; ++i) progress.step_done("one");
  return testing::internal::GetCapturedStderr();
}

TEST(TerminalProgress, PrintsATenthAtATimeWhereThereIsNoTerminal) {
  const std::string text = printed(1000);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 10);
  EXPECT_NE(text.find("samples    500/1000  50%"), std::string::npos) << text;
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
}

TEST(TerminalProgress, PrintsEveryStepOfAShortPhase) {
  EXPECT_EQ(printed(2), "samples    1/2  50%\nsamples    2/2  100%\n");
  EXPECT_EQ(printed(0), "");
}

}  // namespace
}  // namespace effk::cli
