#include "harness/counters/core_pmu.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <linux/perf_event.h>

#include <cstring>
#include <fstream>

#include "harness/base/temporary_folder.h"
#include "harness/counters/event_encoding.h"

namespace effk::counters {
namespace {

using testing::ElementsAre;

// A folder like /sys/bus/event_source/devices.
class EventSources : public testing::Test {
 protected:
  void write(const std::string& file, const std::string& line) {
    const auto path = folder_.path() / file;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << line << '\n';
  }

  void add(const std::string& name, const std::string& type, const std::string& cpus,
           const std::string& event) {
    write(name + "/type", type);
    write(name + "/cpus", cpus);
    write(name + "/events/" + event.substr(0, event.find(' ')), event.substr(event.find(' ') + 1));
  }

  std::vector<CorePmu> found() const { return core_pmus(folder_.path()); }

  TemporaryFolder folder_ = TemporaryFolder::beneath(std::filesystem::temp_directory_path()).value();
};

TEST_F(EventSources, OfAHybridProcessorAreToldApartByTheirCpus) {
  add("cpu_core", "4", "0-3,8", "instructions event=0xc0");
  add("cpu_atom", "10", "4-7", "instructions event=0xc1");
  const auto pmus = found();
  ASSERT_EQ(pmus.size(), 2u);
  EXPECT_EQ(pmus[0].name, "cpu_atom");
  EXPECT_EQ(pmus[0].type, 10u);
  EXPECT_EQ(pmus[0].instructions, 0xc1u);
  EXPECT_THAT(pmus[0].cpus, ElementsAre(4, 5, 6, 7));
  EXPECT_THAT(pmus[1].cpus, ElementsAre(0, 1, 2, 3, 8));
}

TEST_F(EventSources, OfArmCallTheEventInstRetired) {
  add("armv8_cortex_a53", "8", "0", "inst_retired event=0x08");
  ASSERT_EQ(found().size(), 1u);
  EXPECT_EQ(found()[0].instructions, 8u);
}

TEST_F(EventSources, ThatAreNoCoresOrCannotBeReadAreLeftOut) {
  write("uncore_imc/type", "12");
  write("uncore_imc/cpumask", "0");
  write("cpu/type", "4");
  write("cpu/events/instructions", "event=0xc0");
  add("no_type", "", "0", "instructions event=0xc0");
  add("no_cpus", "9", "", "instructions event=0xc0");
  add("other_cpus", "9", "all", "instructions event=0xc0");
  add("more_fields", "9", "0", "instructions event=0xc0,umask=0x1");
  add("no_event", "9", "0", "cycles event=0x3c");
  EXPECT_TRUE(found().empty());
  EXPECT_TRUE(core_pmus(folder_.path() / "nowhere").empty());
}

TEST(CountedOn, ACpuOfAnotherKindAnEventIsChangedAndNothingElse) {
  const std::vector<CorePmu> pmus = {{"cpu_core", 4, 0xc0, {0, 1}}, {"cpu_atom", 10, 0xc1, {2}}};
  const std::string before = encode_event("PERF_COUNT_HW_INSTRUCTIONS").value();
  const std::string after = counted_on(2, pmus, before);
  perf_event_attr event;
  ASSERT_EQ(after.size(), sizeof event);
  std::memcpy(&event, after.data(), sizeof event);
  EXPECT_EQ(event.type, 10u);
  EXPECT_EQ(event.config, 0xc1u);
  event.type = PERF_TYPE_HARDWARE;
  event.config = PERF_COUNT_HW_INSTRUCTIONS;
  EXPECT_EQ(std::memcmp(&event, before.data(), sizeof event), 0);
  EXPECT_EQ(counted_on(3, pmus, before), before);
}

}  // namespace
}  // namespace effk::counters
