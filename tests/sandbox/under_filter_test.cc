// Whole programs under the sample filter, natively and under valgrind, whose own calls it filters too.
#include <fcntl.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "harness/base/files.h"
#include "harness/sandbox/sample_filter.h"
#include "tests/sandbox/support.h"

namespace effk::sandbox {
namespace {

constexpr std::uint32_t kPlaceholder = 0x3eff0b1d;
constexpr const char* kValgrind = "/usr/bin/valgrind.bin";

class UnderFilter : public ::testing::TestWithParam<bool> {
 protected:
  void SetUp() override {
    if (GetParam() && !std::filesystem::exists(kValgrind)) GTEST_SKIP() << "valgrind is not installed";
  }

  ToolOutcome run(const std::string& what) {
    SampleFilter options;
    options.pid_placeholder = kPlaceholder;
    options.anonymous_executable_memory = GetParam();
    options.executable_file = 6;
    options.mark_socket = 3;
    const auto filter = sample_filter(options);
    EXPECT_TRUE(filter.has_value());

    ToolRequest request;
    ProcessRequest& process = request.process;
    const std::filesystem::path program = beside_this_program("sandbox_filtered");
    const std::string number = fmt::format("{:#x}", kPlaceholder);
    if (GetParam()) {
      process.argv = {"valgrind", "-q", "--tool=none", "--vgdb=no", program, number, what};
      process.executable = kValgrind;
      process.policy.executable = {"/usr/libexec/valgrind", program};
      process.policy.readable = {"/proc/self"};
      process.policy.writable = {"/tmp"};
      process.environment = {"VALGRIND_LIB=/usr/libexec/valgrind"};
    } else {
      process.argv = {"filtered", number, what};
      process.executable = program;
    }
    allow_system_libraries(process.policy);
    process.policy.readable.push_back(beside_this_program("sandbox_plugin.so"));
    const UniqueFd null(::open("/dev/null", O_RDWR | O_CLOEXEC));
    const UniqueFd plugin(::open(beside_this_program("sandbox_plugin.so").c_str(), O_RDONLY | O_CLOEXEC));
    const auto result = memory_file("result", std::string(4096, '\xc3'));
    EXPECT_TRUE(result.has_value());
    ::fchmod(result->get(), mode_of_result_);
    process.descriptors = {{null.get(), 3}, {result->get(), 4}, {plugin.get(), 5}};
    request.input = *filter;
    return outcome_of(request);
  }

  mode_t mode_of_result_ = 0;
};

TEST_P(UnderFilter, AProgramComputesAndAllocates) {
  const ToolOutcome outcome = run("work");
  EXPECT_TRUE(outcome.succeeded()) << outcome.errors;
  EXPECT_EQ(outcome.output, "19900000\n");
}

TEST_P(UnderFilter, AProgramDiesOfItsOwnFaults) {
  EXPECT_EQ(run("segv").end.signal(), SIGSEGV);
  EXPECT_EQ(run("abort").end.signal(), SIGABRT);
}

TEST_P(UnderFilter, ASampleIsLoadedFromItsDescriptor) {
  const ToolOutcome outcome = run("load");
  EXPECT_EQ(outcome.end.exit_code(), 42) << outcome.output << outcome.errors;
}

TEST_P(UnderFilter, AFileOfModeZeroCannotBeMappedAsCode) {
  EXPECT_EQ(run("own-code").end.exit_code(), EACCES);
  // The reason for the mode: what is readable again can be mapped, since it gets the sample's number.
  mode_of_result_ = 0600;
  EXPECT_EQ(run("own-code").end.exit_code(), 0);
}

std::string instrument_name(const ::testing::TestParamInfo<bool>& info) {
  return info.param ? "UnderValgrind" : "Natively";
}

INSTANTIATE_TEST_SUITE_P(, UnderFilter, ::testing::Bool(), instrument_name);

}  // namespace
}  // namespace effk::sandbox
