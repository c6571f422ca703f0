#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "harness/counters/instrument.h"
#include "harness/counters/self_test.h"

namespace effk::counters {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

TEST(Instruments, AreTriedInTheOrderPerfIcountValgrind) {
  EXPECT_THAT(instrument_names(), ElementsAre("perf", "icount", "valgrind"));
}

TEST(Instruments, RefuseAnUnknownNameAndListTheKnownOnes) {
  const auto made = make_instrument("abacus", InstallLayout{});
  ASSERT_FALSE(made);
  EXPECT_EQ(error_text(made.error()),
            "effk: error: unknown instrument 'abacus'\n"
            "  next: one of: perf, icount, valgrind, or auto\n");
  EXPECT_EQ(made.error().kind, ErrorKind::usage);
}

TEST(Instruments, SayWhichFileAnInstallationLacks) {
  const auto made =
      make_instrument("valgrind", InstallLayout{"/nowhere/libexec/effk", "/nowhere/share/effk"});
  ASSERT_FALSE(made);
  EXPECT_EQ(error_text(made.error()),
            "effk: error: valgrind cannot count here\n"
            "  why:  this installation has no /nowhere/libexec/effk/effk-valgrind-amd64-linux\n"
            "  next: build it again where valgrind 3.19 is installed: sudo apt install valgrind\n");
}

TEST(ChooseInstrument, TakesTheFirstThatWorksAndSaysWhyNotThoseBeforeIt) {
  const auto layout = InstallLayout::of_this_program();
  ASSERT_TRUE(layout) << error_text(layout.error());
  std::string refusals;
  for (const std::string_view name : instrument_names()) {
    const auto made = make_instrument(name, *layout);
    if (made) {
      const auto choice = choose_instrument(*layout);
      ASSERT_TRUE(choice);
      EXPECT_EQ(choice->instrument->traits().name, name);
      EXPECT_EQ(choice->reason, refusals.empty() ? std::string(name) : std::string(name) + ": " + refusals);
      return;
    }
    if (!refusals.empty()) refusals += "; ";
    refusals += made.error().what + " (" + made.error().why + ")";
  }
  GTEST_SKIP() << "no instrument works here: " << refusals;
}

TEST(ChooseInstrument, IsAnErrorThatNamesEveryRefusalWhenNoneWorks) {
  const InstallLayout nowhere{"/nowhere/libexec/effk", "/nowhere/share/effk"};
  if (make_instrument("perf", nowhere)) GTEST_SKIP() << "perf works here";
  const auto choice = choose_instrument(nowhere);
  ASSERT_FALSE(choice);
  EXPECT_THAT(choice.error().why, StartsWith("perf cannot count here ("));
  EXPECT_THAT(choice.error().why, HasSubstr("; valgrind cannot count here ("));
}

TEST(SelfTest, CountsTheKnownLoopWithEveryInstrumentThatWorks) {
  const auto layout = InstallLayout::of_this_program();
  ASSERT_TRUE(layout);
  int tested = 0;
  for (const std::string_view name : instrument_names()) {
    const auto instrument = make_instrument(name, *layout);
    if (!instrument) continue;
    ++tested;
    const auto result = run_self_test(**instrument, *layout, 1'000'000);
    ASSERT_TRUE(result) << error_text(result.error());
    EXPECT_EQ(result->known.value, 2'000'000U);
    if ((*instrument)->traits().deterministic) {
      EXPECT_EQ(result->counted, result->known) << name;
    }
  }
  if (tested == 0) GTEST_SKIP() << "no instrument works here";
}

}  // namespace
}  // namespace effk::counters
