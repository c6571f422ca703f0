#include "harness/session/bench.h"

#include <fmt/format.h>
#include <sched.h>

#include <algorithm>
#include <vector>

#include "harness/counters/time_instrument.h"

namespace effk::session {
namespace {

std::vector<int> usable_cpu_numbers() {
  cpu_set_t set;
  CPU_ZERO(&set);
  std::vector<int> numbers;
  if (::sched_getaffinity(0, sizeof set, &set) != 0) return numbers;
  for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
    if (CPU_ISSET(static_cast<unsigned>(cpu), &set)) numbers.push_back(cpu);
  }
  return numbers;
}

// Under a translator the kernel and the processor see the translator at work.
Result<counters::SideEvents> open_events(const BenchOptions& options, const counters::Instrument& instrument,
                                         const std::string& reason) {
  if (options.events.empty()) return counters::SideEvents();
  const std::string& name = instrument.traits().name;
  if (!instrument.traits().runs_natively) {
    return fail(ErrorKind::usage, fmt::format("--events does not go with the instrument {}", name),
                fmt::format("{} translates code while it runs, and the events would be the translation's{}",
                            name, options.instrument == "auto" ? "; auto took " + reason : ""),
                "--cost time, or --instrument perf on a machine with counters (effk doctor)");
  }
  auto events = counters::SideEvents::open(options.events);
  if (!events) return events;
  const auto meter = instrument.attach({});
  if (!meter) return tl::unexpected(meter.error());
  if (auto fit = events->fit_beside((*meter)->event_attributes({})); !fit) return tl::unexpected(fit.error());
  return events;
}

}  // namespace

int usable_cpus() {
  return std::max(1, static_cast<int>(usable_cpu_numbers().size()));
}

Result<Bench> Bench::open(const suite::Suite& suite, const BenchOptions& options,
                          const Interruption& interruption) {
  Bench bench;
  bench.options_ = options;
  bench.interruption_ = &interruption;
  const auto layout = InstallLayout::of_this_program();
  if (!layout) return tl::unexpected(layout.error());
  auto cache = cache_folder();
  if (!cache) return tl::unexpected(cache.error());
  bench.cache_ = std::move(*cache);
  if (options.timed_repetitions) {
    auto clock = counters::make_time_instrument(*options.timed_repetitions);
    if (!clock) return tl::unexpected(clock.error());
    bench.instrument_ = std::move(*clock);
    bench.instrument_reason_ = "time: --cost time";
  } else if (options.instrument == "auto") {
    auto choice = counters::choose_instrument(*layout);
    if (!choice) return tl::unexpected(choice.error());
    bench.instrument_ = std::move(choice->instrument);
    bench.instrument_reason_ = std::move(choice->reason);
  } else {
    auto instrument = counters::make_instrument(options.instrument, *layout);
    if (!instrument) return tl::unexpected(instrument.error());
    bench.instrument_ = std::move(*instrument);
    bench.instrument_reason_ = options.instrument + ": as asked";
  }
  auto events = open_events(options, *bench.instrument_, bench.instrument_reason_);
  if (!events) return tl::unexpected(events.error());
  bench.events_ = std::make_shared<const counters::SideEvents>(std::move(*events));
  auto toolchain =
      toolchain::Toolchain::open({*layout, bench.cache_, suite.python_preload, interruption.descriptor()});
  if (!toolchain) return tl::unexpected(toolchain.error());
  bench.toolchain_ = std::make_unique<toolchain::Toolchain>(std::move(*toolchain));
  return bench;
}

Drivers Bench::drivers(int worker) const {
  measure::DriverOptions options;
  options.cancel = interruption_->descriptor();
  options.events = events_;
  const std::vector<int> cpus = usable_cpu_numbers();
  if (!cpus.empty()) options.cpu = cpus[static_cast<std::size_t>(worker) % cpus.size()];
  return Drivers(*toolchain_, *instrument_, options);
}

Result<cases::Generator> Bench::generator(const suite::Problem& problem) const {
  return cases::Generator::open(problem, *toolchain_, {cache_, options_.seed, interruption_->descriptor()});
}

}  // namespace effk::session
