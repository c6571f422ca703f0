#include "tests/toolchain/driver_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <cstring>
#include <stdexcept>
#include <utility>

#include "harness/base/files.h"
#include "harness/base/install_layout.h"
#include "harness/toolchain/drivers/python_bootstrap.h"

namespace effk::toolchain {
namespace {

[[noreturn]] void broken(const std::string& what) {
  throw std::runtime_error(what + ": " + std::strerror(errno));
}

std::pair<UniqueFd, UniqueFd> socket_pair() {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) < 0) broken("socketpair");
  return {UniqueFd(ends[0]), UniqueFd(ends[1])};
}

UniqueFd file_of(const std::string& bytes) {
  auto file = memory_file("test", bytes);
  if (!file) throw std::runtime_error(file.error().what);
  return std::move(*file);
}

// Out of the way of the numbers the driver expects.
UniqueFd parked(int fd) {
  return UniqueFd(fcntl(fd, F_DUPFD_CLOEXEC, 20));
}

void send_with_descriptors(int socket, const void* packet, std::size_t size, const std::vector<int>& fds) {
  iovec part{const_cast<void*>(packet), size};
  std::vector<char> control(CMSG_SPACE(sizeof(int) * fds.size()), '\0');
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  if (!fds.empty()) {
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr* attached = CMSG_FIRSTHDR(&message);
    attached->cmsg_level = SOL_SOCKET;
    attached->cmsg_type = SCM_RIGHTS;
    attached->cmsg_len = CMSG_LEN(sizeof(int) * fds.size());
    std::memcpy(CMSG_DATA(attached), fds.data(), sizeof(int) * fds.size());
  }
  if (sendmsg(socket, &message, MSG_NOSIGNAL) < 0) broken("sendmsg");
}

struct Mark {
  char letter = 0;  // 0: the child is gone
  pid_t pid = -1;
  UniqueFd event;
};

Mark receive_mark(int socket) {
  Mark mark;
  iovec part{&mark.letter, 1};
  alignas(cmsghdr) char control[256];
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = control;
  message.msg_controllen = sizeof control;
  if (recvmsg(socket, &message, MSG_CMSG_CLOEXEC) <= 0) return {};
  for (cmsghdr* c = CMSG_FIRSTHDR(&message); c; c = CMSG_NXTHDR(&message, c)) {
    if (c->cmsg_type == SCM_RIGHTS) {
      int fd;
      std::memcpy(&fd, CMSG_DATA(c), sizeof fd);
      mark.event.reset(fd);
    } else if (c->cmsg_type == SCM_CREDENTIALS) {
      ucred who;
      std::memcpy(&who, CMSG_DATA(c), sizeof who);
      mark.pid = who.pid;
    }
  }
  return mark;
}

std::string job_file(const TestJob& job) {
  EffkJob header{};
  std::string body;
  const auto add = [&](const std::string& bytes, std::uint64_t& offset, std::uint64_t& size) {
    offset = sizeof header + body.size();
    size = bytes.size();
    body += bytes;
  };
  header.magic = EFFK_JOB_MAGIC;
  add(job.filter, header.filter_offset, header.filter_size);
  add(job.attributes, header.attributes_offset, header.attributes_size);
  add(job.arguments, header.arguments_offset, header.arguments_size);
  add(job.source, header.source_offset, header.source_size);
  add(job.entry, header.entry_offset, header.entry_size);
  add("any", header.types_offset, header.types_size);
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  bytes += body;
  job.forge(bytes);
  return bytes;
}

// What a driver is promised, as far as this machine allows it: no address randomisation, 256 MiB of stack.
void prepare_for_driver() {
  personality(ADDR_NO_RANDOMIZE);
  rlimit limit;
  getrlimit(RLIMIT_STACK, &limit);
  limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 256 << 20);
  setrlimit(RLIMIT_STACK, &limit);
}

pid_t spawn_driver(int control, const std::string& code, const std::vector<std::string>& argv) {
  const auto layout = InstallLayout::of_this_program();
  if (!layout) throw std::runtime_error(layout.error().what);
  const UniqueFd library(open((layout->libexec / code).c_str(), O_RDONLY | O_CLOEXEC));
  if (!library) broken("the driver's code");
  const UniqueFd control_copy = parked(control), library_copy = parked(library.get());

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, control_copy.get(), EFFK_CONTROL_FD);
  posix_spawn_file_actions_adddup2(&actions, library_copy.get(), EFFK_DRIVER_FD);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addchdir_np(&actions, "/");
  std::vector<const char*> arguments;
  for (const auto& word : argv) arguments.push_back(word.c_str());
  arguments.push_back(nullptr);
  const char* environment[] = {"PYTHONHASHSEED=0", "LC_ALL=C.UTF-8", "LD_BIND_NOW=1", nullptr};
  prepare_for_driver();
  pid_t pid;
  const int error = posix_spawn(&pid, arguments[0], &actions, nullptr, const_cast<char**>(arguments.data()),
                                const_cast<char**>(environment));
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) throw std::runtime_error(std::string("posix_spawn: ") + std::strerror(error));
  return pid;
}

std::vector<std::string> python_argv(const std::vector<std::string>& preload) {
  std::vector<std::string> argv = {EFFK_PYTHON};
  argv.insert(argv.end(), kPythonFlags.begin(), kPythonFlags.end());
  argv.emplace_back(kPythonBootstrap);
  argv.insert(argv.end(), preload.begin(), preload.end());
  return argv;
}

}  // namespace

bool TestOutcome::exited_with(int status) const {
  return WIFEXITED(wait_status) && WEXITSTATUS(wait_status) == status;
}

bool TestOutcome::killed_by(int signal) const {
  return WIFSIGNALED(wait_status) && WTERMSIG(wait_status) == signal;
}

std::optional<std::uint32_t> TestOutcome::kind() const {
  EffkResultHeader header;
  if (result_file.size() < sizeof header) return std::nullopt;
  std::memcpy(&header, result_file.data(), sizeof header);
  if (header.magic != EFFK_RESULT_MAGIC || header.payload_size != result_file.size() - sizeof header)
    return std::nullopt;
  return header.kind;
}

std::string TestOutcome::payload() const {
  return kind() ? result_file.substr(sizeof(EffkResultHeader)) : std::string("no result");
}

DriverProcess::DriverProcess(const std::string& code, const std::vector<std::string>& argv) {
  auto [mine, theirs] = socket_pair();
  control_ = std::move(mine);
  pid_ = spawn_driver(theirs.get(), code, argv);
  theirs.reset();
  EffkReady ready{};
  if (recv(control_.get(), &ready, sizeof ready, 0) != static_cast<ssize_t>(sizeof ready) ||
      ready.magic != EFFK_READY_MAGIC) {
    close();
    throw std::runtime_error("the driver did not get ready");
  }
  version_ = ready.text;
}

PythonDriverProcess::PythonDriverProcess(const std::vector<std::string>& preload)
    : DriverProcess("effk-python-driver.so", python_argv(preload)) {}

// Executed through its descriptor, as the harness does.
CppDriverProcess::CppDriverProcess() : DriverProcess("effk-cpp-driver", {"/proc/self/fd/4"}) {}

DriverProcess::~DriverProcess() {
  close();
}

int DriverProcess::close() {
  int status = -1;
  control_.reset();
  if (pid_ > 0) waitpid(pid_, &status, 0);
  pid_ = -1;
  return status;
}

int DriverProcess::break_protocol(const std::string& packet, int descriptors) {
  send_with_descriptors(control_.get(), packet.data(), packet.size(),
                        std::vector<int>(static_cast<std::size_t>(descriptors), 2));
  char nothing;
  const ssize_t answer = recv(control_.get(), &nothing, 1, 0);
  const int status = close();
  return answer <= 0 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TestOutcome DriverProcess::run(const TestJob& job) {
  const UniqueFd file = file_of(job_file(job)), result = file_of(""), output = file_of("");
  auto [marks, child_marks] = socket_pair();
  const int yes = 1;
  setsockopt(marks.get(), SOL_SOCKET, SO_PASSCRED, &yes, sizeof yes);
  std::vector<int> descriptors = {file.get(), result.get(), output.get(), child_marks.get()};
  if (job.solution >= 0) descriptors.insert(descriptors.end(), {job.codec, job.solution});
  const EffkJobPacket packet{EFFK_JOB_MAGIC, static_cast<std::uint32_t>(descriptors.size())};
  send_with_descriptors(control_.get(), &packet, sizeof packet, descriptors);
  child_marks.reset();

  TestOutcome outcome;
  for (Mark mark = receive_mark(marks.get()); mark.letter != 0; mark = receive_mark(marks.get())) {
    outcome.marks += mark.letter;
    if (mark.letter == EFFK_MARK_EVENT) {
      outcome.events.push_back(std::move(mark.event));
      continue;
    }
    if (mark.letter == EFFK_MARK_START) job.at_mark_zero(mark.pid);
    const char answer = mark.letter == EFFK_MARK_LOADED ? job.answer_to_loaded : EFFK_GO;
    send(marks.get(), &answer, 1, MSG_NOSIGNAL);
  }
  EffkChildEnd end{};
  if (recv(control_.get(), &end, sizeof end, 0) != static_cast<ssize_t>(sizeof end)) broken("no child end");
  outcome.wait_status = end.wait_status;
  outcome.result_file = read_descriptor(result.get(), 1ULL << 30);
  outcome.output = read_descriptor(output.get(), 1ULL << 30);
  return outcome;
}

}  // namespace effk::toolchain
