#include "harness/sandbox/tool.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>
#include <vector>

#include "harness/base/files.h"

namespace effk::sandbox {
namespace {

// How long killed processes may take to die.
constexpr std::chrono::seconds kPatience{30};

using Clock = std::chrono::steady_clock;

// One stream of the program, collected without ever waiting for it.
class Capture {
 public:
  static Result<Capture> make(std::uint64_t limit_bytes) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return fail_errno(ErrorKind::environment, "cannot make a pipe", errno);
    Capture capture;
    capture.reading_.reset(ends[0]);
    capture.writing_.reset(ends[1]);
    capture.limit_ = limit_bytes;
    // Our end alone: the program's end keeps waiting when the pipe is full.
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
    return capture;
  }

  int program_end() const { return writing_.get(); }
  void close_program_end() { writing_.reset(); }
  int descriptor() const { return reading_.get(); }  // -1 once closed by everybody else
  bool exceeded() const { return exceeded_; }
  std::string take() { return std::move(text_); }

  // Reads what there is.
  void read_available() {
    std::array<char, 65536> buffer;
    while (reading_) {
      const ssize_t count = ::read(reading_.get(), buffer.data(), buffer.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0 && errno == EAGAIN) return;
      if (count <= 0) {
        reading_.reset();
        return;
      }
      const std::uint64_t room = limit_ - text_.size();
      const auto bytes = static_cast<std::uint64_t>(count);
      text_.append(buffer.data(), static_cast<std::size_t>(std::min(room, bytes)));
      if (bytes > room) {
        exceeded_ = true;
        reading_.reset();
      }
    }
  }

 private:
  UniqueFd reading_, writing_;
  std::uint64_t limit_ = 0;
  std::string text_;
  bool exceeded_ = false;
};

// Milliseconds for poll(); at least 0.
int left_until(Clock::time_point deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, 3'600'000));
}

// Follows the program until it and all that it started are gone. ConfinedProcess bounds the time that takes.
void follow(ConfinedProcess& process, const ToolRequest& request, Clock::time_point deadline, Capture& output,
            Capture& errors, ToolOutcome& outcome) {
  const int cancel = request.cancel_descriptor.value_or(-1);
  bool running = true;
  while (running) {
    // poll() passes over negative descriptors.
    std::array<pollfd, 4> events = {{{process.end_descriptor(), POLLIN, 0},
                                     {output.descriptor(), POLLIN, 0},
                                     {errors.descriptor(), POLLIN, 0},
                                     {cancel, POLLIN, 0}}};
    const int ready = ::poll(events.data(), events.size(), left_until(deadline));
    if (ready < 0 && errno != EINTR) return;
    if (ready < 0) continue;
    output.read_available();
    errors.read_available();
    if (events[0].revents != 0) return;
    outcome.output_exceeded = output.exceeded() || errors.exceeded();
    outcome.cancelled = events[3].revents != 0;
    outcome.timed_out = !outcome.output_exceeded && !outcome.cancelled && Clock::now() >= deadline;
    running = !outcome.output_exceeded && !outcome.cancelled && !outcome.timed_out;
  }
}

}  // namespace

bool ToolOutcome::succeeded() const {
  return !timed_out && !output_exceeded && !cancelled && end.exit_code() == 0;
}

Result<ToolOutcome> run_tool(const ToolRequest& request) {
  auto output = Capture::make(request.output_limit_bytes);
  if (!output) return tl::unexpected(output.error());
  auto errors = Capture::make(request.output_limit_bytes);
  if (!errors) return tl::unexpected(errors.error());
  auto input = memory_file("input", request.input);
  if (!input) return tl::unexpected(input.error());

  ProcessRequest wanted = request.process;
  std::erase_if(wanted.descriptors, [](const Descriptor& d) { return d.target >= 0 && d.target <= 2; });
  wanted.descriptors.push_back({input->get(), 0});
  wanted.descriptors.push_back({output->program_end(), 1});
  wanted.descriptors.push_back({errors->program_end(), 2});

  const Clock::time_point begin = Clock::now();
  auto process = ConfinedProcess::start(wanted);
  if (!process) return tl::unexpected(process.error());
  output->close_program_end();
  errors->close_program_end();

  ToolOutcome outcome;
  follow(*process, request, begin + request.wall_limit, *output, *errors, outcome);
  process->kill_all();
  auto end = process->wait_for(kPatience);
  if (!end) return tl::unexpected(end.error());
  if (!*end) {
    return fail(ErrorKind::environment, fmt::format("cannot end {}", wanted.argv[0]),
                "it does not die of SIGKILL; is it waiting for a device?");
  }
  outcome.end = **end;
  outcome.wall = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin);
  // What the program wrote last. Nobody holds the other ends any more, and if somebody did, we would not
  // wait.
  output->read_available();
  errors->read_available();
  outcome.output_exceeded = outcome.output_exceeded || output->exceeded() || errors->exceeded();
  outcome.output = output->take();
  outcome.errors = errors->take();
  return outcome;
}

}  // namespace effk::sandbox
