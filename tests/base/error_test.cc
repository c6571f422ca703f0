#include "harness/base/error.h"

#include <gtest/gtest.h>

#include <cerrno>

namespace effk {
namespace {

TEST(ErrorText, HasALineForEachPart) {
  const Error error{ErrorKind::environment, "cannot count instructions on this machine",
                    "kernel.perf_event_paranoid is 4, and must be 2 or lower",
                    "sudo sysctl kernel.perf_event_paranoid=2"};
  EXPECT_EQ(error_text(error),
            "effk: error: cannot count instructions on this machine\n"
            "  why:  kernel.perf_event_paranoid is 4, and must be 2 or lower\n"
            "  next: sudo sysctl kernel.perf_event_paranoid=2\n");
}

TEST(ErrorText, LeavesOutEmptyParts) {
  EXPECT_EQ(error_text({ErrorKind::internal, "it broke", "", ""}), "effk: error: it broke\n");
  EXPECT_EQ(error_text({ErrorKind::usage, "unknown problem 'x'", "", "effk list"}),
            "effk: error: unknown problem 'x'\n  next: effk list\n");
}

TEST(FailErrno, TellsTheNumberInWords) {
  const Result<int> result = fail_errno(ErrorKind::bad_input, "cannot read x", ENOENT, "look there");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::bad_input);
  EXPECT_EQ(error_text(result.error()),
            "effk: error: cannot read x\n  why:  No such file or directory\n  next: look there\n");
}

TEST(ExitStatus, DiffersForEveryKind) {
  EXPECT_EQ(exit_status(ErrorKind::usage), 2);
  EXPECT_EQ(exit_status(ErrorKind::bad_input), 3);
  EXPECT_EQ(exit_status(ErrorKind::environment), 4);
  EXPECT_EQ(exit_status(ErrorKind::internal), 70);
}

}  // namespace
}  // namespace effk
