#include "harness/measure/warm_driver.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <initializer_list>

#include "harness/base/files.h"
#include "harness/base/printable_text.h"
#include "harness/measure/control_socket.h"
#include "harness/measure/job_watch.h"
#include "harness/sandbox/confined_process.h"
#include "harness/sandbox/sample_filter.h"
#include "harness/toolchain/drivers/job.h"
#include "harness/toolchain/job_file.h"

namespace effk::measure {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kWarmUpLimit{180};
// After a kill, the driver has this long to say that its child is gone.
constexpr std::chrono::seconds kLastWordLimit{20};
// A child decodes its arguments and, in Python, compiles the source before mark 0: seconds at most, unless
// the source is made to be compiled for ever.
constexpr std::chrono::seconds kPreparationLimit{30};
constexpr std::uint64_t kLongestComplaint = 2000;
constexpr const char* kCancelled = "the measurement was interrupted";

tl::unexpected<Error> cancelled() {
  return fail(ErrorKind::environment, kCancelled);
}

// Waits until one of the descriptors can be read; -1 stands for none. False after `limit`.
bool wait_readable(std::initializer_list<int> descriptors, std::chrono::milliseconds limit) {
  pollfd polled[4];
  nfds_t count = 0;
  for (const int descriptor : descriptors) polled[count++] = {descriptor, POLLIN, 0};
  return ::poll(polled, count, static_cast<int>(limit.count())) > 0;
}

// The last seccomp filter of a child. C++ samples are opened after mark 0, by the loader, which gets the
// lowest free descriptor for it: the one behind the fixed ones.
Result<std::string> last_filter(suite::Language language, const counters::FilterNeeds& needs) {
  sandbox::SampleFilter filter;
  filter.pid_placeholder = EFFK_PID_PLACEHOLDER;
  filter.anonymous_executable_memory = needs.anonymous_executable_memory;
  if (language == suite::Language::cpp) filter.executable_file = EFFK_SOLUTION_FD + 1;
  return sandbox::sample_filter(filter);
}

// "it was ended by signal 9": of a driver that has closed its control socket.
std::string how_it_ended(sandbox::ConfinedProcess& process) {
  const auto end = process.wait_for(kLastWordLimit);
  if (!end || !*end) return "it closed its socket";
  if (const auto signal = (*end)->signal()) return fmt::format("it was ended by signal {}", *signal);
  return fmt::format("it ended with exit status {}", (*end)->exit_code().value_or(-1));
}

}  // namespace

bool was_cancelled(const Error& error) {
  return error.what == kCancelled;
}

struct WarmDriver::State {
  suite::Language language = suite::Language::cpp;
  DriverOptions options;
  std::unique_ptr<counters::Meter> meter;
  std::string side_attributes;  // of the side events
  std::string filter;
  UniqueFd control;
  UniqueFd errors;  // what the driver itself writes to stderr
  sandbox::ConfinedProcess process;
  std::string identity;

  explicit State(sandbox::ConfinedProcess started) : process(std::move(started)) {}

  bool is_cancelled() const {
    return options.cancel && wait_readable({*options.cancel}, std::chrono::milliseconds(0));
  }
  Result<void> await_ready();
  Result<void> watch(JobWatch& watch, const Job& job, int marks);
};

WarmDriver::WarmDriver(std::unique_ptr<State> state) : state_(std::move(state)) {}
WarmDriver::WarmDriver(WarmDriver&&) noexcept = default;
WarmDriver& WarmDriver::operator=(WarmDriver&&) noexcept = default;
WarmDriver::~WarmDriver() = default;

const std::string& WarmDriver::identity() const {
  return state_->identity;
}

Result<WarmDriver> WarmDriver::start(const toolchain::Toolchain& toolchain, suite::Language language,
                                     const counters::Instrument& instrument, const DriverOptions& options) {
  auto meter = instrument.attach(options.cpu);
  if (!meter) return tl::unexpected(meter.error());
  auto command = toolchain.driver(language, options.kind);
  if (!command) return tl::unexpected(command.error());
  auto filter = last_filter(language, instrument.traits().filter);
  if (!filter) return tl::unexpected(filter.error());
  auto control = socket_pair(false);
  if (!control) return tl::unexpected(control.error());

  auto errors = memory_file("errors");
  if (!errors) return tl::unexpected(errors.error());
  const counters::Launch& launch = (*meter)->launch();
  sandbox::ProcessRequest request;
  request.argv = launch.prefix;
  request.argv.insert(request.argv.end(), command->argv.begin(), command->argv.end());
  // The descriptor's number is one of the driver's: here it is not open yet, and says nothing to the sandbox.
  if (launch.prefix.empty() && command->code_is_program) request.executable_descriptor = command->code.get();
  request.environment = command->environment;
  request.environment.insert(request.environment.end(), launch.environment.begin(), launch.environment.end());
  request.descriptors = {{errors->get(), STDERR_FILENO},
                         {control->theirs.get(), EFFK_CONTROL_FD},
                         {command->code.get(), EFFK_DRIVER_FD}};
  if (command->start_folder) request.descriptors.push_back({command->start_folder.get(), EFFK_START_FD});
  for (const auto& descriptor : launch.descriptors) {
    request.descriptors.push_back({descriptor.source, descriptor.target});
  }
  sandbox::Policy& policy = request.policy;
  policy.readable = command->readable;
  policy.readable.insert(policy.readable.end(), launch.readable.begin(), launch.readable.end());
  policy.executable = policy.readable;
  policy.writable = launch.writable;
  const std::string side_attributes = options.events ? options.events->attributes() : "";
  policy.may_count_events = !(*meter)->event_attributes({}).empty() || !side_attributes.empty();
  policy.may_signal_others = true;
  policy.namespaces = options.namespaces;
  policy.cpu = options.cpu;
  auto process = sandbox::ConfinedProcess::start(request);
  if (!process) return tl::unexpected(process.error());

  auto state = std::make_unique<State>(std::move(*process));
  state->language = language;
  state->options = options;
  state->meter = std::move(*meter);
  state->side_attributes = side_attributes;
  state->filter = std::move(*filter);
  state->control = std::move(control->ours);
  state->errors = std::move(*errors);
  control->theirs.reset();
  if (auto ready = state->await_ready(); !ready) return tl::unexpected(ready.error());
  return WarmDriver(std::move(state));
}

Result<void> WarmDriver::State::await_ready() {
  const auto deadline = Clock::now() + kWarmUpLimit;
  const std::string what = fmt::format("the {} driver does not start", suite::to_string(language));
  while (!wait_readable({control.get()}, std::chrono::milliseconds(50))) {
    if (is_cancelled()) return cancelled();
    if (Clock::now() > deadline) {
      return fail(ErrorKind::environment, what,
                  fmt::format("it was not ready after {} s", kWarmUpLimit.count()), "effk doctor");
    }
  }
  const auto packet = receive_packet(control.get());
  if (!packet) return tl::unexpected(packet.error());
  EffkReady ready{};
  if (!*packet || (*packet)->bytes.size() != sizeof ready) {
    const std::string words =
        printable_line(read_descriptor(errors.get(), kLongestComplaint), kLongestComplaint);
    return fail(ErrorKind::environment, what,
                how_it_ended(process) + " while it warmed up" + (words.empty() ? "" : ": " + words),
                "effk doctor");
  }
  std::memcpy(&ready, (*packet)->bytes.data(), sizeof ready);
  if (ready.magic != EFFK_READY_MAGIC || ready.version != 1) {
    return fail(ErrorKind::environment, what, "it belongs to another version of effk", "install effk again");
  }
  ready.text[sizeof ready.text - 1] = '\0';
  identity = ready.text;
  return {};
}

Result<void> WarmDriver::State::watch(JobWatch& watch, const Job& job, int marks) {
  const auto started = Clock::now();
  std::optional<Clock::time_point> killed;
  // Looking at a clock disturbs what is timed: fewer looks then.
  const std::chrono::milliseconds interval(!job.budget || meter->wakes_at_budget()      ? 20
                                           : job.unit == CostUnit::cpu_time_nanoseconds ? 5
                                                                                        : 1);
  while (true) {
    wait_readable({control.get(), watch.listens() ? marks : -1, options.cancel.value_or(-1)}, interval);
    if (is_cancelled()) return cancelled();
    if (watch.listens()) {
      if (auto answered = watch.answer_marks(marks); !answered) return answered;
    }
    auto packet = receive_packet(control.get());
    if (!packet) return tl::unexpected(packet.error());
    if (*packet) return watch.end((*packet)->bytes);
    if (killed) {
      if (Clock::now() - *killed > kLastWordLimit) {
        return fail(ErrorKind::environment, "a driver does not report the end of a killed child",
                    fmt::format("it was waited for {} s", kLastWordLimit.count()));
      }
      continue;
    }
    if (auto within = watch.keep_within_budget(); !within) return within;
    watch.keep_within_time();
    if (!watch.has_started() && Clock::now() - started > kPreparationLimit) {
      if (language != suite::Language::python) {
        return fail(ErrorKind::environment, "a child does not reach mark 0",
                    fmt::format("it was waited for {} s", kPreparationLimit.count()));
      }
      // It compiles. Only the driver knows the child, so both go; the next job will find the driver gone.
      process.kill_all();
      watch.give_up();
      return {};
    }
    if (watch.killed()) killed = Clock::now();
  }
}

Result<Execution> WarmDriver::run(const Job& job) {
  State& state = *state_;
  const toolchain::Program& program = *job.program;
  const std::string attributes = state.meter->event_attributes(job.budget) + state.side_attributes;
  auto job_bytes =
      memory_file("job", toolchain::job_file({state.filter, attributes, job.arguments, program.source,
                                              program.entry_point, program.result_type}));
  if (!job_bytes) return tl::unexpected(job_bytes.error());
  auto result = memory_file("result");
  if (!result) return tl::unexpected(result.error());
  auto output = memory_file("output");
  if (!output) return tl::unexpected(output.error());
  // Mode 0: a sample cannot open its own descriptors again and map what it wrote there as code.
  ::fchmod(result->get(), 0);
  ::fchmod(output->get(), 0);
  auto marks = socket_pair(true);
  if (!marks) return tl::unexpected(marks.error());

  std::vector<int> descriptors = {job_bytes->get(), result->get(), output->get(), marks->theirs.get()};
  if (program.language == suite::Language::cpp) {
    // A program has no codec, and its driver does not look at the descriptor.
    descriptors.push_back((program.codec ? program.codec : program.solution)->get());
    descriptors.push_back(program.solution->get());
  }
  if (auto prepared = state.meter->prepare(); !prepared) return tl::unexpected(prepared.error());
  const EffkJobPacket packet = {EFFK_JOB_MAGIC, static_cast<std::uint32_t>(descriptors.size())};
  const auto started = Clock::now();
  if (auto sent = send_packet(state.control.get(), {reinterpret_cast<const char*>(&packet), sizeof packet},
                              descriptors);
      !sent) {
    return tl::unexpected(sent.error());
  }
  marks->theirs.reset();

  JobWatch watch(job, *state.meter, state.options.events.get());
  if (auto watched = state.watch(watch, job, marks->ours.get()); !watched)
    return tl::unexpected(watched.error());
  Execution execution = watch.take_execution();
  execution.use.wall_us =
      std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - started).count();
  execution.output_bytes = descriptor_size(output->get());
  if (program.kind == suite::Kind::program)
    execution.output = read_descriptor(output->get(), job.output_bytes);
  execution.result = read_descriptor(result->get(), job.output_bytes + sizeof(EffkResultHeader));
  return execution;
}

}  // namespace effk::measure
