// A run that is stopped in its midst ends soon, leaves nobody behind, and keeps what it had measured.
#include <gtest/gtest.h>
#include <signal.h>

#include "harness/store/run_reader.h"
#include "tests/cli/workshop.h"

namespace effk {
namespace {

// Generous: an idle machine needs a few hundred milliseconds.
constexpr std::chrono::seconds kSoon{10};

constexpr const char* kSleeps = "import time\n\n\ndef add_up(values):\n    time.sleep(4)\n    return 0\n";
constexpr const char* kCompilesLong = R"(#include <vector>
template <int Depth, int Which>
struct Bomb {
  static constexpr long value = Bomb<Depth - 1, 2 * Which>::value + Bomb<Depth - 1, 2 * Which + 1>::value;
};
template <int Which>
struct Bomb<0, Which> {
  static constexpr long value = 1;
};
long long add_up(const std::vector<long long>&) { return Bomb<30, 0>::value; }
)";

// A quick sample, then one that takes its time.
class InterruptionTest : public ::testing::Test {
 protected:
  EffkProcess::Request request(const std::string& name, const std::string& slow) const {
    const bool python = name.ends_with(".py");
    workshop_.write(
        "m/add_up/1" + std::string(python ? ".py" : ".cpp"),
        python ? "def add_up(values):\n    return -1\n"
               : "#include <vector>\nlong long add_up(const std::vector<long long>&) { return -1; }\n");
    workshop_.write("m/add_up/" + name, slow);
    return {.arguments = {"run", workshop_.path("m").string(), "-o", run_.string(), "--suite",
                          EFFK_SMALL_SUITE, "--instrument", "valgrind", "--jobs", "1"}};
  }

  void expect_the_first_sample_is_stored() const {
    const auto run = store::read_run(run_);
    ASSERT_TRUE(run) << error_text(run.error());
    EXPECT_FALSE(run->complete);
    EXPECT_EQ(run->references.size(), 1U);
    ASSERT_EQ(run->samples.size(), 1U);
    EXPECT_EQ(run->samples[0].sample, "1");
    EXPECT_EQ(run->samples[0].verdict, record::Verdict::wrong_answer);
  }

  Workshop workshop_;
  std::filesystem::path run_ = workshop_.path("run");
};

class InterruptionBySignalTest : public InterruptionTest, public ::testing::WithParamInterface<int> {};

TEST_P(InterruptionBySignalTest, StopsASampleAndKeepsWhatWasMeasured) {
  EffkProcess effk(request("2.py", kSleeps));
  ASSERT_TRUE(effk.says("samples    1/2", std::chrono::seconds(200)));
  effk.send(GetParam());
  const EffkEnd end = effk.wait(kSoon);
  EXPECT_EQ(end.status, 130) << end.err;
  EXPECT_EQ(end.outlived_by, 0);
  const std::string last = "\ninterrupted: 1 samples are stored in " + run_.string() + "\n";
  EXPECT_TRUE(end.err.ends_with(last)) << end.err;
  expect_the_first_sample_is_stored();
}

INSTANTIATE_TEST_SUITE_P(, InterruptionBySignalTest, ::testing::Values(SIGINT, SIGTERM, SIGHUP),
                         [](const auto& one) { return std::string(::sigabbrev_np(one.param)); });

TEST_F(InterruptionTest, StopsACompiler) {
  EffkProcess effk(request("2.cpp", kCompilesLong));
  ASSERT_TRUE(effk.says("samples    1/2", std::chrono::seconds(200)));
  effk.send(SIGINT);
  const EffkEnd end = effk.wait(kSoon);
  EXPECT_EQ(end.status, 130) << end.err;
  EXPECT_EQ(end.outlived_by, 0);
  expect_the_first_sample_is_stored();
}

TEST_F(InterruptionTest, StopsWhileTheReferencesAreMeasured) {
  EffkProcess effk(request("2.py", kSleeps));
  ASSERT_TRUE(effk.says("instrument valgrind", std::chrono::seconds(200)));
  effk.send(SIGINT);
  const EffkEnd end = effk.wait(kSoon);
  EXPECT_EQ(end.status, 130) << end.err;
  EXPECT_EQ(end.outlived_by, 0);
}

TEST_F(InterruptionTest, EndsAtOnceOfASecondSignal) {
  EffkProcess effk(request("2.py", kSleeps));
  ASSERT_TRUE(effk.says("samples    1/2", std::chrono::seconds(200)));
  effk.send(SIGINT);
  effk.send(SIGINT);
  const EffkEnd end = effk.wait(kSoon);
  EXPECT_EQ(end.status, 130) << end.err;
  EXPECT_EQ(end.outlived_by, 0);
  expect_the_first_sample_is_stored();
}

TEST_F(InterruptionTest, LeavesNobodyBehindWhenItIsKilled) {
  EffkProcess effk(request("2.py", kSleeps));
  ASSERT_TRUE(effk.says("samples    1/2", std::chrono::seconds(200)));
  effk.send(SIGKILL);
  const EffkEnd end = effk.wait(kSoon);
  EXPECT_EQ(end.status, 128 + SIGKILL);
  EXPECT_EQ(end.outlived_by, 0);
  expect_the_first_sample_is_stored();
}

}  // namespace
}  // namespace effk
