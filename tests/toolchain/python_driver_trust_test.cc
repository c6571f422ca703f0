// What the driver promises whatever a job or a sample contains.
#include <gtest/gtest.h>
#include <linux/filter.h>
#include <linux/perf_event.h>
#include <linux/seccomp.h>
#include <sys/personality.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstddef>
#include <cstring>
#include <set>

#include "tests/toolchain/driver_process.h"
#include "tests/toolchain/value_form.h"

namespace effk::toolchain {
namespace {

template <typename T>
std::string bytes_of(const T& object) {
  return std::string(reinterpret_cast<const char*>(&object), sizeof object);
}

TestJob job_of(const std::string& source, const std::string& arguments = form::tuple({})) {
  TestJob job;
  job.source = source;
  job.arguments = arguments;
  return job;
}

TEST(PythonDriverTrust, MakesFourHundredChildrenAlike) {
  PythonDriverProcess driver;
  const TestJob job = job_of(
      "import random, gc\n"
      "class C: pass\n"
      "def f(x):\n"
      "  objects = {C() for _ in range(200)}\n"
      "  return [id(object()), hash(object()), random.random(), [id(y) for y in x], [id(o) for o in "
      "objects],\n"
      "          hash('text'), list({'a', 'b', 'c'}), id(x), gc.get_count(), gc.get_stats()]",
      form::tuple(
          {form::list({form::text("one"), form::list({}), form::real(0.5), form::integer(1 << 20)})}));
  const std::string first = driver.run(job).payload();
  ASSERT_GT(first.size(), 200U);
  for (int i = 0; i < 400; ++i) ASSERT_EQ(driver.run(job).payload(), first) << "child " << i;
}

TEST(PythonDriverTrust, IsTheSameAfterOtherJobsHaveRun) {
  PythonDriverProcess driver;
  const TestJob job = job_of("import random\ndef f(): return [id(object()), id([]), random.random()]");
  const std::string first = driver.run(job).payload();
  driver.run(
      job_of("x = [[i] for i in range(100000)]\nimport random\nrandom.seed(3)\ndef f(): return len(x)"));
  driver.run(job_of("def f(): raise ValueError"));
  driver.run(job_of("def f(:"));
  driver.run(job_of("import faulthandler\nfaulthandler._sigsegv()"));
  EXPECT_EQ(driver.run(job).payload(), first);
}

TEST(PythonDriverTrust, PutsArgumentsWhereTheyWouldLieForAnyOtherSource) {
  PythonDriverProcess driver;
  const std::string arguments =
      form::tuple({form::list(std::vector<std::string>(50000, form::integer(1 << 20))),
                   form::text(std::string(300000, 'x'))});
  const std::string source = "def f(x, y): return [id(x), id(x[9]), id(x[-1]), id(y)]\n";
  const std::string bare = driver.run(job_of(source, arguments)).payload();
  EXPECT_EQ(driver.run(job_of(source + "#" + std::string(200000, 'x'), arguments)).payload(), bare);
}

TEST(PythonDriverTrust, IsTheSameInAnotherDriver) {
  const TestJob job = job_of(
      "import random\n"
      "def f(): return [random.random(), hash('text'), id(object()), id(random), id([0] * 1000000)]");
  const std::string first = PythonDriverProcess().run(job).payload();
  if ((personality(0xffffffff) & ADDR_NO_RANDOMIZE) == 0)
    GTEST_SKIP() << "personality(ADDR_NO_RANDOMIZE) is refused here";
  EXPECT_EQ(PythonDriverProcess().run(job).payload(), first);
}

TEST(PythonDriverTrust, StartsTheSampleWithACollectorThatHasSeenTheArgumentsOnly) {
  PythonDriverProcess driver;
  const std::string source = "import gc\nstate = [gc.get_count(), gc.get_stats()]\ndef f(): return state\n";
  std::string functions;
  for (int i = 0; i < 3000; ++i)
    functions += "def g" + std::to_string(i) + "(x=(1, 2)): return [lambda: x, [x]]\n";
  const std::string bare = driver.run(job_of(source)).payload();
  EXPECT_EQ(driver.run(job_of(source + functions)).payload(), bare);
  EXPECT_EQ(driver.run(job_of("import gc\ndef f(): return gc.get_freeze_count() > 10000")).payload(),
            form::boolean(true));
}

TEST(PythonDriverTrust, LeavesASampleItsFixedDescriptorsAndNoOther) {
  PythonDriverProcess driver;
  const std::string source =
      "import os\n"
      "def is_open(n):\n"
      "  try: os.fstat(n)\n"
      "  except OSError: return False\n"
      "  return True\n"
      "def f(): return [n for n in range(2000) if is_open(n)]";
  EXPECT_EQ(
      driver.run(job_of(source)).payload(),
      form::list({form::integer(0), form::integer(1), form::integer(2), form::integer(3), form::integer(4)}));
}

TEST(PythonDriverTrust, HasUnmappedTheJobAtMarkZero) {
  PythonDriverProcess driver;
  const TestJob job = job_of("def f(): return 'memfd' in open('/proc/self/maps').read()");
  EXPECT_EQ(driver.run(job).payload(), form::boolean(false));
}

TEST(PythonDriverTrust, HoldsNoPathOfTheInstallation) {
  PythonDriverProcess driver;
  const TestJob job = job_of(
      "import gc, sys, __main__\n"
      "def f(): return [m for m in sys.modules if 'effk' in m] + [x for x in vars(__main__) if x[0] != '_'] "
      "+ sys.path");
  EXPECT_EQ(driver.run(job).payload(), form::list({form::text("serve"), form::text("version"),
                                                   form::text("gc"), form::text("/usr/lib/python3.11")}));
}

// The filter: kill() only of the process itself, all else allowed.
std::string filter_of_own_pid() {
  const sock_filter program[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_kill, 0, 3),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args[0])),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, EFFK_PID_PLACEHOLDER, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | 99),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  return bytes_of(program);
}

TEST(PythonDriverTrust, InstallsTheFilterWithTheChildsOwnPid) {
  PythonDriverProcess driver;
  TestJob job = job_of(
      "import os\n"
      "def f():\n"
      "  os.kill(os.getpid(), 0)\n"
      "  try: os.kill(os.getppid(), 0)\n"
      "  except OSError as e: return e.errno");
  job.filter = filter_of_own_pid();
  for (int i = 0; i < 3; ++i) EXPECT_EQ(driver.run(job).payload(), form::integer(99));
}

TEST(PythonDriverTrust, NeedsOnlyReadAndWriteForMarksAndResultsAfterTheFilter) {
  PythonDriverProcess driver;
  const auto allow = [](unsigned int call) {
    return std::vector<sock_filter>{BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1),
                                    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
  };
  TestJob job = job_of("def f(): return 3");
  job.filter = bytes_of(sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)));
  for (const unsigned int call : {SYS_read, SYS_write, SYS_exit_group})
    for (const sock_filter& step : allow(call)) job.filter += bytes_of(step);
  job.filter += bytes_of(sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS));
  const TestOutcome outcome = driver.run(job);
  EXPECT_EQ(outcome.marks, "SLD");
  EXPECT_EQ(outcome.payload(), form::integer(3));
}

perf_event_attr software_event(std::uint64_t which) {
  perf_event_attr attributes{};
  attributes.size = sizeof attributes;
  attributes.type = PERF_TYPE_SOFTWARE;
  attributes.config = which;
  attributes.exclude_kernel = 1;
  return attributes;
}

std::uint64_t reading_of(const UniqueFd& event) {
  std::uint64_t value = 0;
  EXPECT_EQ(read(event.get(), &value, sizeof value), static_cast<ssize_t>(sizeof value));
  return value;
}

TEST(PythonDriverTrust, SendsEachPerfEventBeforeMarkZeroInTheJobsOrder) {
  const perf_event_attr clock = software_event(PERF_COUNT_SW_TASK_CLOCK);
  const perf_event_attr nothing = software_event(PERF_COUNT_SW_DUMMY);
  const UniqueFd own(static_cast<int>(syscall(SYS_perf_event_open, &clock, 0, -1, -1, 0UL)));
  if (!own) GTEST_SKIP() << "perf_event_open is refused here: " << std::strerror(errno);
  PythonDriverProcess driver;
  TestJob job = job_of("def f(): return sum(range(100000))");
  job.attributes = bytes_of(nothing) + bytes_of(clock) + bytes_of(nothing);
  const TestOutcome outcome = driver.run(job);
  EXPECT_EQ(outcome.marks, "EEESLD");
  ASSERT_EQ(outcome.events.size(), 3U);
  EXPECT_EQ(reading_of(outcome.events[0]), 0U);
  EXPECT_GT(reading_of(outcome.events[1]), 0U);
  EXPECT_EQ(reading_of(outcome.events[2]), 0U);
}

TEST(PythonDriverTrust, RefusesAPerfEventThatCannotBe) {
  PythonDriverProcess driver;
  TestJob job = job_of("def f(): return 1");
  job.attributes = std::string(sizeof(perf_event_attr), '\xee');
  const TestOutcome outcome = driver.run(job);
  EXPECT_EQ(outcome.marks, "");
  EXPECT_TRUE(outcome.exited_with(EFFK_EXIT_NO_EVENT));
}

TEST(PythonDriverTrust, RefusesHalfAPerfEvent) {
  PythonDriverProcess driver;
  TestJob job = job_of("def f(): return 1");
  job.attributes = std::string(sizeof(perf_event_attr) / 2, '\0');
  const TestOutcome outcome = driver.run(job);
  EXPECT_EQ(outcome.marks, "");
  EXPECT_TRUE(outcome.exited_with(EFFK_EXIT_BAD_JOB));
}

TEST(PythonDriverTrust, RefusesAFilterThatTheKernelRefuses) {
  PythonDriverProcess driver;
  TestJob job = job_of("def f(): return 1");
  job.filter = std::string(8, '\xee');
  EXPECT_TRUE(driver.run(job).exited_with(EFFK_EXIT_NO_FILTER));
}

// ---- jobs that no supervisor sends ----

TEST(PythonDriverTrust, RefusesAJobFileCutAnywhere) {
  PythonDriverProcess driver;
  TestJob job =
      job_of("def f(x): return 1", form::tuple({form::list({form::integer(1), form::text("abc")})}));
  std::size_t whole = 0;
  job.forge = [&](std::string& bytes) { whole = bytes.size(); };
  EXPECT_EQ(driver.run(job).payload(), form::integer(1));
  for (std::size_t size = 0; size < whole; ++size) {
    job.forge = [&](std::string& bytes) { bytes.resize(size); };
    const TestOutcome outcome = driver.run(job);
    ASSERT_TRUE(outcome.exited_with(EFFK_EXIT_BAD_JOB))
        << size << " of " << whole << " bytes: " << outcome.wait_status;
    ASSERT_EQ(outcome.marks, "") << size;
  }
}

TEST(PythonDriverTrust, RefusesAJobWhosePartsLieOutsideTheFile) {
  PythonDriverProcess driver;
  TestJob job = job_of("def f(): return 1");
  for (std::size_t field = offsetof(EffkJob, filter_offset); field < sizeof(EffkJob); field += 8) {
    for (const std::uint64_t forged : {~std::uint64_t{0}, std::uint64_t{1} << 63, std::uint64_t{100000}}) {
      job.forge = [&](std::string& bytes) { std::memcpy(&bytes[field], &forged, sizeof forged); };
      const TestOutcome outcome = driver.run(job);
      ASSERT_TRUE(outcome.exited_with(EFFK_EXIT_BAD_JOB))
          << "field at " << field << ": " << outcome.wait_status;
    }
  }
}

TEST(PythonDriverTrust, RefusesMalformedArguments) {
  PythonDriverProcess driver;
  std::string too_deep = form::none();
  for (int i = 0; i < 1001; ++i) too_deep = form::tuple({too_deep});
  const std::vector<std::string> malformed = {
      "",
      form::list({}),  // not a tuple
      form::integer(1),
      form::tuple({}) + "x",                               // something after the end
      form::tuple({"\x0c"}),                               // an unknown tag
      form::tagged(9, "\xff\xff\xff\xff"),                 // a count without items
      form::tuple({form::tagged(6, "\xff\xff\xff\x7f")}),  // a length without bytes
      form::tuple({form::text("\xff")}),                   // not UTF-8
      form::tuple({form::set({form::list({})})}),          // not hashable
      form::tuple({form::dict({{form::list({}), form::none()}})}),
      too_deep,
  };
  for (const auto& arguments : malformed) {
    const TestOutcome outcome = driver.run(job_of("def f(*x): return 1", arguments));
    EXPECT_TRUE(outcome.exited_with(EFFK_EXIT_BAD_JOB))
        << outcome.wait_status << " " << ::testing::PrintToString(arguments);
    EXPECT_EQ(outcome.marks, "");
  }
}

TEST(PythonDriverTrust, EndsWhenTheControlSocketSpeaksAnotherProtocol) {
  const EffkJobPacket good{EFFK_JOB_MAGIC, 4}, wrong_magic{1, 4}, wrong_count{EFFK_JOB_MAGIC, 6},
      two{EFFK_JOB_MAGIC, 2};
  EXPECT_EQ(PythonDriverProcess().break_protocol(bytes_of(wrong_magic), 4), 70);
  EXPECT_EQ(PythonDriverProcess().break_protocol(bytes_of(wrong_count), 4), 70);
  EXPECT_EQ(PythonDriverProcess().break_protocol(bytes_of(two), 2), 70);
  EXPECT_EQ(PythonDriverProcess().break_protocol(bytes_of(good) + "more", 4), 70);
  EXPECT_EQ(PythonDriverProcess().break_protocol(bytes_of(good).substr(0, 7), 4), 70);
  EXPECT_EQ(PythonDriverProcess().break_protocol(bytes_of(good), 0), 70);
}

// ---- samples that lie ----

TEST(PythonDriverTrust, DescribesExceptionsWithoutRunningTheSamplesCode) {
  PythonDriverProcess driver;
  const TestOutcome outcome = driver.run(job_of(
      "import os\n"
      "def evil(*a): os._exit(9)\n"
      "class M(type):\n  __name__ = property(evil)\n"
      "class E(ValueError, metaclass=M): pass\n"
      "class S(str): pass\n"
      "def f():\n"
      "  e = E('text', S('x'))\n"
      "  for n in ['__str__', '__repr__', '__getattribute__', '__del__', 'args']: setattr(E, n, evil)\n"
      "  raise e"));
  EXPECT_EQ(outcome.payload(), "E (line 10)");
  EXPECT_TRUE(outcome.exited_with(0));
}

TEST(PythonDriverTrust, KeepsFailureTextsToOneShortLineOfUtf8) {
  PythonDriverProcess driver;
  for (const char* sign : {"x", "é", "日", "😀", "\\n", "\\ud800"}) {
    const std::string payload =
        driver.run(job_of(std::string("def f(): raise ValueError('") + sign + "' * 10000)")).payload();
    EXPECT_LE(payload.size(), 500U);
    EXPECT_GT(payload.size(), 400U) << sign;
    EXPECT_EQ(payload.find('\n'), std::string::npos);
    EXPECT_EQ(payload.substr(payload.size() - 9), " (line 1)");
    // Valid UTF-8 is what Python reads back as it was.
    EXPECT_EQ(driver.run(job_of("def f(b): return b.decode()", form::tuple({form::raw(payload)}))).payload(),
              form::text(payload));
  }
  const std::string name = "type('日' * 9999, (Exception,), {})";
  EXPECT_LE(driver.run(job_of("def f(): raise " + name)).payload().size(), 500U);
}

TEST(PythonDriverTrust, EndsAChildThatHasClosedItsMarks) {
  PythonDriverProcess driver;
  const TestOutcome outcome = driver.run(job_of("import os\nos.close(3)\ndef f(): return 1"));
  EXPECT_EQ(outcome.marks, "S");
  EXPECT_EQ(outcome.result_file, "");
}

TEST(PythonDriverTrust, DoesNotServeASampleThatCallsTheDriver) {
  PythonDriverProcess driver;
  const TestOutcome outcome =
      driver.run(job_of("import os, __main__\nos.close(3)\ndef f(): return 1\n__main__.serve('x')"));
  EXPECT_FALSE(outcome.kind());
  EXPECT_EQ(driver.run(job_of("def f(): return 1")).payload(), form::integer(1));
}

TEST(PythonDriverTrust, RunsNoExitHandlersAndNoFinalizers) {
  PythonDriverProcess driver;
  const TestOutcome outcome =
      driver.run(job_of("import atexit, os\natexit.register(lambda: os.write(1, b'atexit'))\n"
                        "class C:\n  def __del__(self): os.write(1, b'del')\nc = C()\ndef f(): return 1"));
  EXPECT_EQ(outcome.output, "");
  EXPECT_EQ(outcome.payload(), form::integer(1));
}

}  // namespace
}  // namespace effk::toolchain
