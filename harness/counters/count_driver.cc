#include "harness/counters/count_driver.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/socket.h>

#include <algorithm>
#include <boost/process/args.hpp>
#include <boost/process/child.hpp>
#include <boost/process/env.hpp>
#include <boost/process/environment.hpp>
#include <boost/process/exe.hpp>
#include <boost/process/extend.hpp>
#include <boost/process/io.hpp>
#include <cerrno>
#include <cstring>
#include <vector>

#include "harness/counters/open_failure.h"

namespace effk::counters {
namespace {

namespace bp = boost::process;

// Puts descriptors where the started program expects them. Every source goes above all targets first: one may
// sit on a number that another is to have.
class PlaceDescriptors : public bp::extend::handler {
 public:
  explicit PlaceDescriptors(std::vector<Launch::Descriptor> descriptors)
      : descriptors_(std::move(descriptors)) {}

  template <typename Executor>
  void on_exec_setup(Executor&) const {
    constexpr int kAboveTargets = 100;
    int high[8];
    for (std::size_t i = 0; i < descriptors_.size(); ++i) {
      high[i] = ::fcntl(descriptors_[i].source, F_DUPFD_CLOEXEC, kAboveTargets);
    }
    for (std::size_t i = 0; i < descriptors_.size(); ++i) ::dup2(high[i], descriptors_[i].target);
  }

 private:
  std::vector<Launch::Descriptor> descriptors_;
};

bp::environment environment_of(const Launch& launch) {
  bp::environment environment;
  for (const std::string& assignment : launch.environment) {
    const std::size_t equals = assignment.find('=');
    environment[assignment.substr(0, equals)] = assignment.substr(equals + 1);
  }
  return environment;
}

}  // namespace

struct CountDriver::Process {
  bp::child child;
};

CountDriver::CountDriver(UniqueFd socket, std::unique_ptr<Process> process)
    : socket_(std::move(socket)), process_(std::move(process)) {}

CountDriver::CountDriver(CountDriver&&) noexcept = default;

CountDriver::~CountDriver() {
  socket_.reset();
  std::error_code error;
  if (process_) process_->child.wait(error);
}

Result<CountDriver> CountDriver::start(const Meter& meter, const std::filesystem::path& program, int output) {
  const Launch& launch = meter.launch();
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) {
    return fail_errno(ErrorKind::environment, "cannot make a socket", errno);
  }
  UniqueFd ours(ends[0]);
  const UniqueFd theirs(ends[1]);
  std::vector<std::string> command = launch.prefix;
  command.push_back(program.string());
  const std::string executable = command.front();
  command.erase(command.begin());
  std::vector<Launch::Descriptor> descriptors = launch.descriptors;
  descriptors.push_back({theirs.get(), EFFK_COUNT_SOCKET});
  if (output >= 0) {
    descriptors.push_back({output, 1});
    descriptors.push_back({output, 2});
  }
  std::error_code error;
  auto process = std::make_unique<Process>();
  process->child = bp::child(bp::exe = executable, bp::args = command, environment_of(launch),
                             bp::std_in<bp::null, bp::std_out> bp::null, bp::std_err > bp::null,
                             PlaceDescriptors(std::move(descriptors)), error);
  if (error) {
    return fail(ErrorKind::environment, fmt::format("cannot start {}", executable), error.message());
  }
  return CountDriver(std::move(ours), std::move(process));
}

Result<EffkCountReport> CountDriver::receive(UniqueFd* event) {
  EffkCountReport report{};
  iovec part{&report, sizeof report};
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))];
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control;
  message.msg_controllen = sizeof control;
  ssize_t got = 0;
  do {
    got = ::recvmsg(socket_.get(), &message, MSG_CMSG_CLOEXEC);
  } while (got < 0 && errno == EINTR);
  if (got != sizeof report) {
    return fail(ErrorKind::environment, "the counted program is gone",
                got < 0 ? std::strerror(errno) : "it ended before it told anything");
  }
  if (const cmsghdr* header = CMSG_FIRSTHDR(&message); header != nullptr && header->cmsg_type == SCM_RIGHTS) {
    int fd = -1;
    std::memcpy(&fd, CMSG_DATA(header), sizeof fd);
    UniqueFd passed(fd);
    if (event != nullptr) *event = std::move(passed);
  }
  return report;
}

Result<void> CountDriver::begin(Meter& meter, std::uint32_t work, std::uint64_t argument,
                                std::optional<Cost> budget) {
  EffkCountJob job{};
  job.work = work;
  job.argument = argument;
  const std::string attributes = meter.event_attributes(budget);
  job.attributes_size = static_cast<std::uint32_t>(std::min(attributes.size(), sizeof job.attributes));
  std::memcpy(job.attributes, attributes.data(), job.attributes_size);
  if (auto prepared = meter.prepare(); !prepared) return prepared;
  if (::send(socket_.get(), &job, sizeof job, MSG_NOSIGNAL) < 0) {
    return fail_errno(ErrorKind::environment, "the counted program is gone", errno);
  }
  UniqueFd event;
  const auto report = receive(&event);
  if (!report) return tl::unexpected(report.error());
  if (report->says == EFFK_SAYS_NO_EVENT) {
    const int error_number = report->number;
    if (auto end = receive(nullptr); !end) return tl::unexpected(end.error());
    return tl::unexpected(open_failure(error_number, perf_event_paranoid()));
  }
  if (report->says != EFFK_SAYS_MARK) {
    return fail(ErrorKind::environment, "the counted child ended before mark 0",
                fmt::format("its wait status is {}", report->number));
  }
  child_ = report->number;
  return meter.start(child_, std::move(event));
}

Result<void> CountDriver::release() {
  if (::send(socket_.get(), "g", 1, MSG_NOSIGNAL) < 0) {
    return fail_errno(ErrorKind::environment, "the counted program is gone", errno);
  }
  return {};
}

Result<CountDriver::At> CountDriver::wait_for_report() {
  const auto report = receive(nullptr);
  if (!report) return tl::unexpected(report.error());
  if (report->says == EFFK_SAYS_MARK) return At::mark;
  wait_status_ = report->number;
  return At::end;
}

Result<CountDriver::At> CountDriver::proceed() {
  if (auto released = release(); !released) return tl::unexpected(released.error());
  return wait_for_report();
}

}  // namespace effk::counters
