// tests/toolchain/driver_process.h -- a driver and the least supervisor that can speak with it: no sandbox,
// no counter.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "harness/base/unique_fd.h"
#include "harness/toolchain/drivers/job.h"

namespace effk::toolchain {

struct TestJob {
  std::string source;
  std::string entry = "f";
  std::string arguments = std::string("\x09\0\0\0\0", 5);  // an empty tuple
  std::string filter;                                      // struct sock_filter[]
  std::string attributes;                                  // struct perf_event_attr[]
  int codec = -1;                                          // C++: descriptors of the two libraries
  int solution = -1;
  char answer_to_loaded = EFFK_GO;
  std::function<void(pid_t)> at_mark_zero = [](pid_t) {};
  std::function<void(std::string&)> forge = [](std::string&) {};  // changes the bytes of the job file
};

struct TestOutcome {
  int wait_status = 0;
  std::string marks;  // as received: "SLD"
  std::vector<UniqueFd> events;
  std::string result_file;
  std::string output;

  bool exited_with(int status) const;
  bool killed_by(int signal) const;
  // Kind and payload, if the result file holds exactly one result.
  std::optional<std::uint32_t> kind() const;
  std::string payload() const;
};

class DriverProcess {
 public:
  ~DriverProcess();
  DriverProcess(const DriverProcess&) = delete;
  DriverProcess& operator=(const DriverProcess&) = delete;

  TestOutcome run(const TestJob& job);
  // Sends this packet with `descriptors` descriptors and returns the driver's exit status.
  int break_protocol(const std::string& packet, int descriptors);
  // Closes the control socket; returns the driver's wait status.
  int close();
  const std::string& version() const { return version_; }

 protected:
  // `code` is a file of libexec. Throws std::runtime_error if the driver does not say that it is ready.
  DriverProcess(const std::string& code, const std::vector<std::string>& argv);

 private:
  pid_t pid_ = -1;
  UniqueFd control_;
  std::string version_;
};

class PythonDriverProcess : public DriverProcess {
 public:
  explicit PythonDriverProcess(const std::vector<std::string>& preload = {});
};

class CppDriverProcess : public DriverProcess {
 public:
  CppDriverProcess();
};

}  // namespace effk::toolchain
