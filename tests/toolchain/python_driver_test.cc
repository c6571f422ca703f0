// What the Python driver does with samples that are honest or just broken.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>

#include "tests/toolchain/driver_process.h"
#include "tests/toolchain/value_form.h"

namespace effk::toolchain {
namespace {

using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class PythonDriver : public ::testing::Test {
 protected:
  TestOutcome run(const std::string& source, const std::string& arguments = form::tuple({})) {
    TestJob job;
    job.source = source;
    job.arguments = arguments;
    return driver_.run(job);
  }
  // The text of a result that must be of this kind and come from a child that ended by itself.
  std::string text_of(std::uint32_t kind, const std::string& source) {
    const TestOutcome outcome = run(source);
    EXPECT_TRUE(outcome.exited_with(0)) << outcome.wait_status;
    EXPECT_EQ(outcome.kind(), kind) << outcome.payload();
    return outcome.payload();
  }

  PythonDriverProcess driver_;
};

TEST_F(PythonDriver, SaysWhichInterpreterItIs) {
  EXPECT_THAT(driver_.version(), StartsWith("CPython 3.11."));
}

TEST_F(PythonDriver, EndsQuietlyWhenTheControlSocketCloses) {
  EXPECT_EQ(driver_.close(), 0);
}

TEST_F(PythonDriver, CallsTheFunctionBetweenTheMarksForLoadAndCall) {
  const TestOutcome outcome =
      run("def f(a, b): return a + b", form::tuple({form::integer(40), form::integer(2)}));
  EXPECT_EQ(outcome.marks, "SLD");
  EXPECT_TRUE(outcome.exited_with(0));
  EXPECT_EQ(outcome.kind(), EFFK_RESULT_VALUE);
  EXPECT_EQ(outcome.payload(), form::integer(42));
}

TEST_F(PythonDriver, CallsTheMethodOfAClassSolution) {
  EXPECT_EQ(run("class Solution:\n  def __init__(self): self.x = 7\n  def f(self): return self.x").payload(),
            form::integer(7));
}

TEST_F(PythonDriver, MakesTheInstanceAfterTheMarkForLoad) {
  TestJob job;
  job.source = "class Solution:\n  def __init__(self): print('made', flush=True)\n  def f(self): return 1";
  job.answer_to_loaded = EFFK_STOP;
  EXPECT_EQ(driver_.run(job).output, "");
}

TEST_F(PythonDriver, PrefersAFunctionToAClassSolution) {
  EXPECT_EQ(run("class Solution:\n  def f(self): return 1\ndef f(): return 2").payload(), form::integer(2));
}

TEST_F(PythonDriver, StopsAfterLoadingWhenToldTo) {
  TestJob job;
  job.source = "print('loaded', flush=True)\ndef f(): print('called', flush=True)";
  job.answer_to_loaded = EFFK_STOP;
  const TestOutcome outcome = driver_.run(job);
  EXPECT_EQ(outcome.marks, "SL");
  EXPECT_EQ(outcome.output, "loaded\n");
  EXPECT_EQ(outcome.result_file, "");
  EXPECT_TRUE(outcome.exited_with(0));
}

TEST_F(PythonDriver, RunsTheBodyAsAModuleNamedSolution) {
  EXPECT_EQ(run("import sys\ndef f(): return [__name__, __file__, sys.modules[__name__].f is f, sys.argv]")
                .payload(),
            form::list({form::text("solution"), form::text("solution.py"), form::boolean(true),
                        form::list({form::text("solution")})}));
}

TEST_F(PythonDriver, LoadsModulesThatLookThemselvesUp) {
  EXPECT_EQ(run("from dataclasses import dataclass, astuple\nfrom typing import NamedTuple, ClassVar\n"
                "from enum import IntEnum\n"
                "@dataclass(order=True, frozen=True)\nclass P:\n  x: 'int'\n  y: ClassVar[int] = 3\n"
                "class N(NamedTuple):\n  a: int\n"
                "class E(IntEnum):\n  A = 5\n"
                "import pickle\n"
                "def f(): return [astuple(P(1)), N(2), E.A, pickle.loads(pickle.dumps(P(4))).x]")
                .payload(),
            form::list({form::tuple({form::integer(1)}), form::tuple({form::integer(2)}), form::integer(5),
                        form::integer(4)}));
}

TEST_F(PythonDriver, HasNoInput) {
  EXPECT_EQ(run("import sys\ndef f(): return sys.stdin.read()").payload(), form::text(""));
}

TEST_F(PythonDriver, SendsWhatASamplePrintsToTheOutputFile) {
  const TestOutcome outcome =
      run("import sys\ndef f():\n print('out', flush=True)\n print('err', file=sys.stderr)\n return 0");
  EXPECT_EQ(outcome.output, "out\nerr\n");
}

TEST_F(PythonDriver, KillsASampleThatPrintsBeyondTheLimitOfFileSize) {
  TestJob job;
  job.source = "def f():\n for i in range(100000): print('x' * 100)\n return 1";
  job.at_mark_zero = [](pid_t pid) {
    const rlimit limit{1 << 20, 1 << 20};
    ASSERT_EQ(prlimit(pid, RLIMIT_FSIZE, &limit, nullptr), 0);
  };
  const TestOutcome outcome = driver_.run(job);
  EXPECT_TRUE(outcome.killed_by(SIGXFSZ)) << outcome.wait_status;
  EXPECT_EQ(outcome.output.size(), std::size_t{1} << 20);
}

TEST_F(PythonDriver, RecursesThreeHundredThousandDeep) {
  rlimit stack;
  getrlimit(RLIMIT_STACK, &stack);
  if (stack.rlim_cur < (256 << 20)) GTEST_SKIP() << "the hard limit of stack is below 256 MiB";
  EXPECT_EQ(run("def f(n=300000): return 0 if n == 0 else 1 + f(n - 1)").payload(), form::integer(300000));
  EXPECT_EQ(run("from functools import cache\n@cache\ndef g(n): return 0 if n == 0 else 1 + g(n - 1)\n"
                "def f(): return g(150000)")
                .payload(),
            form::integer(150000));
}

TEST_F(PythonDriver, EndsEndlessRecursionWithRecursionError) {
  rlimit stack;
  getrlimit(RLIMIT_STACK, &stack);
  if (stack.rlim_cur < (256 << 20)) GTEST_SKIP() << "the hard limit of stack is below 256 MiB";
  for (const char* source :
       {"def f(): return f()", "def f(*a): return list(map(f, [1]))", "def f(*a): return max([1], key=f)",
        "class A:\n  def __getattr__(s, n): return s.x\ndef f(): return A().x",
        "class A:\n  def __iter__(s): return list(s)\ndef f(): return list(A())",
        "class A:\n  def __add__(s, x): return s + x\ndef f(): return A() + 1",
        "class A:\n  def __format__(s, x): return f'{s:3}'\ndef f(): return f'{A():3}'",
        "from functools import cache\n@cache\ndef g(n): return g(n + 1)\ndef f(): return g(0)"})
    EXPECT_THAT(text_of(EFFK_RESULT_EXCEPTION, source), StartsWith("RecursionError: ")) << source;
}

// ---- failures of the sample ----

TEST_F(PythonDriver, NamesTheExceptionItsMessageAndItsLine) {
  EXPECT_EQ(text_of(EFFK_RESULT_EXCEPTION, "def g(): raise ValueError('no\\nway')\n\ndef f():\n  g()"),
            "ValueError: no way (line 1)");
  EXPECT_EQ(text_of(EFFK_RESULT_EXCEPTION, "def f(): return {}[7]"), "KeyError: 7 (line 1)");
  EXPECT_EQ(text_of(EFFK_RESULT_EXCEPTION, "def f():\n  return [][0]"),
            "IndexError: list index out of range (line 2)");
  EXPECT_EQ(text_of(EFFK_RESULT_EXCEPTION, "def f(): open('/nowhere/at all')"),
            "FileNotFoundError: No such file or directory (line 1)");
  EXPECT_EQ(text_of(EFFK_RESULT_EXCEPTION, "import json\ndef f(x): pass"),
            "TypeError: f() missing 1 required positional argument: 'x'");
  EXPECT_EQ(text_of(EFFK_RESULT_EXCEPTION, "import nowhere_to_be_found"),
            "ModuleNotFoundError: No module named 'nowhere_to_be_found' (line 1)");
}

TEST_F(PythonDriver, ReportsAnExceptionOfTheModuleBodyBeforeTheMarkForLoad) {
  const TestOutcome outcome = run("1 / 0\ndef f(): return 1");
  EXPECT_EQ(outcome.marks, "S");
  EXPECT_EQ(outcome.kind(), EFFK_RESULT_EXCEPTION);
  EXPECT_EQ(outcome.payload(), "ZeroDivisionError: division by zero (line 1)");
}

TEST_F(PythonDriver, DoesNotTakeAnExitForSuccess) {
  EXPECT_EQ(text_of(EFFK_RESULT_EXCEPTION, "import sys\ndef f(): sys.exit(0)"), "SystemExit: 0 (line 2)");
  EXPECT_EQ(text_of(EFFK_RESULT_EXCEPTION, "def f(): exit()"), "SystemExit (line 1)");
  EXPECT_EQ(text_of(EFFK_RESULT_EXCEPTION, "raise KeyboardInterrupt"), "KeyboardInterrupt (line 1)");
  const TestOutcome outcome = run("import os\ndef f(): os._exit(0)");
  EXPECT_TRUE(outcome.exited_with(0));
  EXPECT_EQ(outcome.result_file, "");
}

TEST_F(PythonDriver, TellsTooLittleMemoryFromOtherExceptions) {
  EXPECT_EQ(text_of(EFFK_RESULT_NO_MEMORY, "def f(): return [0] * (1 << 55)"), "MemoryError (line 1)");
}

TEST_F(PythonDriver, SurvivesACrashOfASample) {
  const TestOutcome outcome = run("import faulthandler\ndef f(): faulthandler._sigsegv()");
  EXPECT_TRUE(outcome.killed_by(SIGSEGV)) << outcome.wait_status;
  EXPECT_EQ(outcome.marks, "SL");
  EXPECT_EQ(run("def f(): return 1").payload(), form::integer(1));
}

TEST_F(PythonDriver, SaysThatThereIsNoEntryPoint) {
  for (const char* source : {"def g(): pass", "f = 3", "class Solution:\n  def g(self): pass", ""})
    EXPECT_EQ(text_of(EFFK_RESULT_NO_ENTRY, source),
              "no function 'f', and no class 'Solution' with such a method")
        << source;
}

TEST_F(PythonDriver, ReportsASourceThatDoesNotCompileBeforeAnyMark) {
  const TestOutcome outcome = run("def f():\n  return 1 +\n");
  EXPECT_EQ(outcome.marks, "");
  EXPECT_EQ(outcome.payload(), "SyntaxError: invalid syntax (line 2)");
  EXPECT_EQ(text_of(EFFK_RESULT_NO_ENTRY, "def f():\nreturn 1"),
            "IndentationError: expected an indented block after function definition on line 1 (line 2)");
  EXPECT_THAT(text_of(EFFK_RESULT_NO_ENTRY, std::string("x = 1\0", 6)), HasSubstr("null bytes"));
  EXPECT_THAT(text_of(EFFK_RESULT_NO_ENTRY, "\xff"), ContainsRegex("^SyntaxError"));
  EXPECT_THAT(text_of(EFFK_RESULT_NO_ENTRY, "x = " + std::string(5000, '(')),
              ContainsRegex("^(Syntax|Memory)Error"));
  std::string sum = "x = 1";
  for (int i = 0; i < 200000; ++i) sum += "+a";
  EXPECT_THAT(text_of(EFFK_RESULT_NO_ENTRY, sum), StartsWith("RecursionError"));
}

TEST_F(PythonDriver, ReadsSourcesAsPythonReadsFiles) {
  EXPECT_EQ(run("\xef\xbb\xbf"
                "def f(): return 'ü'")
                .payload(),
            form::text("ü"));
  EXPECT_EQ(run("# -*- coding: latin-1 -*-\r\ndef f(): return '\xfc'\r\n").payload(), form::text("ü"));
}

TEST_F(PythonDriver, RefusesResultsThatAreNoValues) {
  EXPECT_EQ(text_of(EFFK_RESULT_BAD_TYPE, "def f(): return (i for i in range(3))"),
            "the result has in it 'generator', which is not a list: return list() of it");
  for (const char* list : {"{}.keys()", "map(abs, [])", "range(3)", "__import__('collections').deque()",
                           "zip()", "__import__('array').array('i')"})
    EXPECT_THAT(text_of(EFFK_RESULT_BAD_TYPE, std::string("def f(): return [1, ") + list + "]"),
                HasSubstr("which is not a list"))
        << list;
  EXPECT_EQ(text_of(EFFK_RESULT_BAD_TYPE, "class Node: pass\ndef f(): return {1: [Node()]}"),
            "the result has in it 'Node', which is none of None, bool, int, float, str, bytes, list, tuple, "
            "set, dict");
  EXPECT_THAT(text_of(EFFK_RESULT_BAD_TYPE, "def f(): return 1j"), HasSubstr("'complex'"));
  EXPECT_THAT(text_of(EFFK_RESULT_BAD_TYPE, "def f():\n a = []\n a.append(a)\n return a"), HasSubstr("1000"));
}

TEST_F(PythonDriver, PreloadsWhatTheSuiteLists) {
  const std::string source = "import sys\ndef f(): return 'wave' in sys.modules";
  EXPECT_EQ(run(source).payload(), form::boolean(false));
  TestJob job;
  job.source = source;
  EXPECT_EQ(PythonDriverProcess({"wave"}).run(job).payload(), form::boolean(true));
}

TEST_F(PythonDriver, DoesNotGetReadyWithoutAModuleOfThePreloadList) {
  EXPECT_THROW(PythonDriverProcess({"nowhere_to_be_found"}), std::runtime_error);
}

TEST_F(PythonDriver, HasImportedWhatSamplesUse) {
  EXPECT_EQ(run("import sys\n"
                "names = '''typing dataclasses enum collections heapq bisect itertools functools operator "
                "math cmath\n"
                "random re string fractions decimal statistics datetime json hashlib copy array queue "
                "asyncio inspect\n"
                "os sys time'''.split()\n"
                "def f(): return [name for name in names if name not in sys.modules]")
                .payload(),
            form::list({}));
}

TEST_F(PythonDriver, HasNoCtypes) {
  EXPECT_EQ(run("def f():\n  tried = 0\n  import sys\n"
                "  for name in ['ctypes', '_ctypes', '_hashlib', '_testcapi', 'cffi']:\n"
                "    sys.modules.pop(name, None)\n"
                "    try: __import__(name)\n"
                "    except ImportError: tried += 1\n"
                "  return tried")
                .payload(),
            form::integer(5));
}

TEST_F(PythonDriver, HashesWithoutOpenSsl) {
  EXPECT_EQ(run("import hashlib\ndef f(): return [hashlib.sha256(b'abc').hexdigest()[:8], "
                "hashlib.md5(b'abc').hexdigest()[:8]]")
                .payload(),
            form::list({form::text("ba7816bf"), form::text("90015098")}));
}

}  // namespace
}  // namespace effk::toolchain
