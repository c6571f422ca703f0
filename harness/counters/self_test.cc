#include "harness/counters/self_test.h"

#include <fmt/format.h>

#include "harness/counters/count_driver.h"
#include "harness/counters/known_loop.h"

namespace effk::counters {
namespace {

Result<Instructions> count_loop(Meter& meter, CountDriver& driver, std::uint64_t iterations) {
  auto begun = driver.begin(meter, EFFK_WORK_LOOP, iterations);
  if (!begun) return tl::unexpected(begun.error());
  auto ended = driver.proceed();
  if (!ended) return tl::unexpected(ended.error());
  if (*ended != CountDriver::At::end || driver.wait_status() != 0) {
    return fail(ErrorKind::environment, "the self-test's child ended early",
                fmt::format("its wait status is {}", driver.wait_status()));
  }
  return meter.read();
}

}  // namespace

Result<SelfTest> run_self_test(const Instrument& instrument, const InstallLayout& layout,
                               std::uint64_t iterations) {
  auto meter = instrument.attach({});
  if (!meter) return tl::unexpected(meter.error());
  auto driver = CountDriver::start(**meter, layout.libexec / "effk-count-loop");
  if (!driver) return tl::unexpected(driver.error());
  // The first child translates, warms and faults in; it is not measured.
  if (auto warm = count_loop(**meter, *driver, 1); !warm) return tl::unexpected(warm.error());
  const auto once = count_loop(**meter, *driver, iterations);
  if (!once) return tl::unexpected(once.error());
  const auto twice = count_loop(**meter, *driver, 2 * iterations);
  if (!twice) return tl::unexpected(twice.error());
  return SelfTest{Instructions{iterations * kKnownLoopInstructions}, *twice - *once};
}

}  // namespace effk::counters
