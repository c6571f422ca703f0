// What whole programs find as their standard streams, and how their end is told: natively, without an
// instrument, and the streams under each instrument that can run here.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <ostream>

#include "harness/measure/warm_driver.h"
#include "harness/toolchain/drivers/job.h"
#include "tests/measure/no_instrument.h"
#include "tests/measure/program_problem.h"
#include "tests/toolchain/shared_toolchain.h"
#include "tests/toolchain/value_form.h"

namespace effk::measure {
namespace {

using suite::Language;
using toolchain::built;

constexpr const char* kNative = "native";

Result<std::unique_ptr<counters::Instrument>> instrument_called(const std::string& name) {
  if (name == kNative) return std::make_unique<NoInstrument>();
  return counters::make_instrument(name, InstallLayout::of_this_program().value());
}

WarmDriver& driver(const std::string& instrument_name, Language language) {
  static std::map<std::pair<std::string, Language>, WarmDriver> drivers;
  const std::pair key(instrument_name, language);
  if (const auto known = drivers.find(key); known != drivers.end()) return known->second;
  const auto instrument = instrument_called(instrument_name);
  DriverOptions options;
  options.kind = suite::Kind::program;
  auto started = WarmDriver::start(toolchain::shared_toolchain(), language, **instrument, options);
  if (!started) throw std::runtime_error(error_text(started.error()));
  return drivers.emplace(key, std::move(*started)).first->second;
}

Execution run(Language language, const std::string& code, const std::string& input,
              const std::string& instrument = kNative) {
  const toolchain::Program program = built(program_problem(), language, code);
  const std::string arguments = form::tuple({form::text(input)});
  Job job;
  job.program = &program;
  job.arguments = arguments;
  job.output_bytes = 1 << 20;
  auto execution = driver(instrument, language).run(job);
  if (!execution) throw std::runtime_error(error_text(execution.error()));
  EXPECT_TRUE(execution->reached_mark_zero);
  return std::move(*execution);
}

// A program that gets "3 4\nzwölf und mehr\n5", and what it must print.
struct Subject {
  const char* claim;
  Language language;
  const char* code;
  const char* output;
};
constexpr const char* kInput = "3 4\nzw\xc3\xb6lf und mehr\n5";

void PrintTo(const Subject& subject, std::ostream* out) {
  *out << subject.claim;
}

constexpr Language kCpp = Language::cpp;
constexpr Language kPython = Language::python;

const Subject kSubjects[] = {
    {"ReadsByStreams", kCpp, "int main() { int a, b; std::cin >> a >> b; std::cout << a + b; }", "7"},
    {"ReadsByStreamsThatAreNotSynchronised", kCpp,
     "int main() { std::ios::sync_with_stdio(false); std::cin.tie(nullptr); int a, b; std::string c;"
     " std::cin >> a >> b >> c; std::cout << c << '\\n' << a * b << '\\n'; }",
     "zw\xc3\xb6lf\n12\n"},
    {"ReadsByScanf", kCpp,
     "int main() { int a, b; scanf(\"%d%d\", &a, &b); printf(\"%d\\n\", a - b); return 0; }", "-1\n"},
    {"ReadsByGetline", kCpp,
     "int main() { std::string line; int n = 0; while (getline(std::cin, line)) n++; std::cout << n << line; "
     "}",
     "35"},
    {"ReadsByFread", kCpp, "int main() { char b[100]; printf(\"%zu\", fread(b, 1, 100, stdin)); }", "21"},
    {"ReadsByTheSystemCall", kCpp,
     "#include <unistd.h>\nint main() { char b[100]; int n = 0, got;"
     " while ((got = read(0, b, 2)) > 0) n += got; write(1, n == 21 ? \"all\" : \"part\", n == 21 ? 3 : 4); "
     "}",
     "all"},
    {"MapsItsInput", kCpp,
     "#include <sys/mman.h>\n#include <sys/stat.h>\nint main() { struct stat s; fstat(0, &s);"
     " for (int how : {MAP_PRIVATE, MAP_SHARED}) {"
     " auto* p = (const char*)mmap(0, s.st_size, PROT_READ, how, 0, 0); fwrite(p, 1, 3, stdout); } }",
     "3 43 4"},
    {"OpensItsInputByName", kCpp,
     "int main() { std::ifstream in(\"/dev/stdin\"); int a; in >> a; std::cout << a; }", "3"},
    {"SeeksInItsInput", kCpp,
     "int main() { int a; scanf(\"%d\", &a); rewind(stdin); scanf(\"%d\", &a); printf(\"%d\", a); }", "3"},
    {"ReadsNothingBehindTheEnd", kCpp,
     "int main() { std::string all((std::istreambuf_iterator<char>(std::cin)), {}); int a = 9;"
     " std::cin.clear(); std::cin >> a; std::cout << all.size() << std::cin.eof() << std::cin.get(); }",
     "211-1"},
    {"CannotWriteItsInput", kCpp,
     "#include <unistd.h>\n#include <fcntl.h>\nint main() { std::cout << write(0, \"x\", 1)"
     " << open(\"/dev/stdin\", O_RDWR) << ftruncate(0, 0); }",
     "-1-1-1"},
    {"HasAMainWithArguments", kCpp,
     "int main(int argc, char** argv) { std::cout << argc << argv[0] << !argv[1]; }", "1solution1"},
    {"HasAMainThatReturnsByAnotherName", kCpp,
     "#define int long long\nsigned main() { int x = 1; std::cout << x << 'L'; }", "1L"},
    {"HasASecondMainInAClass", kCpp,
     "struct App { int main() { std::cout << \"inner\"; return 0; } }; int main() { return App().main(); }",
     "inner"},
    {"CallsItsOwnMain", kCpp,
     "int n = 3; int main() { if (n-- > 0) { std::cout << n; return main(); } return 0; }", "210"},
    {"ExitsFromWithin", kCpp, "void f() { printf(\"kept\"); exit(0); } int main() { f(); return 1; }",
     "kept"},
    {"PrintsInDestructorsAndHandlers", kCpp,
     "struct Last { ~Last() { std::cout << \" static\"; } } last;"
     " int main() { atexit([] { printf(\"handler\"); fflush(stdout); }); static Last inner; }",
     " statichandler static"},
    {"PrintsBeforeMain", kCpp, "int x = printf(\"early \"); int main() { printf(\"late\"); }", "early late"},
    {"PrintsErrorsElsewhere", kCpp,
     "int main() { std::cerr << \"no\"; fputs(\"no\", stderr); std::clog << \"no\"; std::cout << "
     "!!std::cerr; }",
     "1"},
    {"MixesBothLibraries", kCpp, "int main() { printf(\"a\"); std::cout << \"b\"; printf(\"c\\n\"); }",
     "abc\n"},

    {"ReadsByInput", kPython, "a, b = map(int, input().split())\nprint(a + b, input())",
     "7 zw\xc3\xb6lf und mehr\n"},
    {"ReadsAllText", kPython, "import sys\nprint(len(sys.stdin.read()))", "20\n"},
    {"ReadsAllBytes", kPython, "import sys\nprint(len(sys.stdin.buffer.read()))", "21\n"},
    {"ReadsLineByLine", kPython, "import sys\nfor line in sys.stdin: print(repr(line[-1]), end='')",
     "'\\n''\\n''5'"},
    {"ReadsByTheMethodKept", kPython, "import sys\ninput = sys.stdin.readline\nprint(input().split())",
     "['3', '4']\n"},
    {"ReadsByDescriptor", kPython, "print(open(0).read()[-1])", "5\n"},
    {"ReadsByTheSystemCall", kPython,
     "import os\nn = os.fstat(0).st_size\nos.write(1, b'%d' % len(os.read(0, n + 9)))", "21"},
    {"OpensItsInputByName", kPython, "print(open('/dev/stdin').readline())", "3 4\n\n"},
    {"RaisesAtTheEndOfItsInput", kPython,
     "for i in range(3): input()\ntry: input()\nexcept EOFError: print('end')", "end\n"},
    {"CannotWriteItsInput", kPython,
     "import os\nfor f in (lambda: os.write(0, b'x'), lambda: open('/dev/stdin', 'r+b'), lambda: "
     "os.ftruncate(0, 0)):\n"
     "  try: f(); print('could')\n  except OSError: print('not')",
     "not\nnot\nnot\n"},
    {"RunsAsMain", kPython, "import sys\nif __name__ == '__main__': print(sys.argv, __file__)",
     "['solution'] solution.py\n"},
    {"FindsItselfAsMain", kPython,
     "import sys, pickle, dataclasses\n@dataclasses.dataclass\nclass P:\n  x: "
     "int\nprint(pickle.loads(pickle.dumps(P(3))),"
     " sys.modules['__main__'].P is P)",
     "P(x=3) True\n"},
    {"HasNothingOfTheDriversNames", kPython, "print(sorted(n for n in globals() if n[:2] != '__'))", "[]\n"},
    {"ExitsFromWithin", kPython, "import sys\ndef f(): print('kept'); sys.exit()\nf()\nprint('no')",
     "kept\n"},
    {"ExitsByTheWordForPeople", kPython, "print('kept', end='')\nexit()", "kept"},
    {"ExitsWithStatusZero", kPython, "print('kept')\nraise SystemExit(0)", "kept\n"},
    {"PrintsInHandlers", kPython, "import atexit\natexit.register(print, 'last')\nprint('first')",
     "first\nlast\n"},
    {"LeavesAFileOpen", kPython, "out = open(1, 'w', closefd=False)\nout.write('written')", "written"},
    {"PutsAnotherStreamInPlace", kPython,
     "import sys, io, os\nclass Out(io.StringIO):\n  def flush(self): os.write(1, self.getvalue().encode()); "
     "self.truncate(0)\n"
     "sys.stdout = Out()\nprint('through', end='')",
     "through"},
    {"PrintsInAFinalizer", kPython,
     "class Last:\n  def __del__(self): print('gone')\nlast = Last()\nprint('here')", "here\ngone\n"},
    {"PrintsErrorsElsewhere", kPython, "import sys\nprint('no', file=sys.stderr, flush=True)\nprint('yes')",
     "yes\n"},
    {"RecursesDeeply", kPython,
     "import sys\nsys.setrecursionlimit(10**6)\ndef f(n): return n and f(n - 1) + 1\nprint(f(50000))",
     "50000\n"},
};

void expect_as_it_must_be(const Subject& subject, const std::string& instrument) {
  const Execution execution = run(subject.language, subject.code, kInput, instrument);
  EXPECT_EQ(execution.wait_status, 0) << subject.claim;
  EXPECT_EQ(execution.output, subject.output) << subject.claim;
  EXPECT_EQ(execution.result, "") << subject.claim;
}

class ProgramStreams : public testing::TestWithParam<Subject> {};

TEST_P(ProgramStreams, AreThoseOfAnyProgram) {
  expect_as_it_must_be(GetParam(), kNative);
}

INSTANTIATE_TEST_SUITE_P(, ProgramStreams, testing::ValuesIn(kSubjects), [](const auto& one) {
  return std::string(suite::to_string(one.param.language)) + "_" + one.param.claim;
});

// All subjects in one test: a driver takes seconds to start under an instrument.
class ProgramStreamsUnder : public testing::TestWithParam<const char*> {};

TEST_P(ProgramStreamsUnder, AreThoseOfAnyProgram) {
  if (const auto works = instrument_called(GetParam()); !works) GTEST_SKIP() << error_text(works.error());
  for (const Subject& subject : kSubjects) expect_as_it_must_be(subject, GetParam());
}

INSTANTIATE_TEST_SUITE_P(, ProgramStreamsUnder, testing::Values("perf", "icount", "valgrind"),
                         [](const auto& one) { return std::string(one.param); });

class ProgramEnd : public testing::TestWithParam<Language> {
 protected:
  static Execution run(const char* cpp, const char* python) {
    return measure::run(GetParam(), GetParam() == kCpp ? cpp : python, kInput);
  }
  static int status_of(const char* cpp, const char* python) {
    const int status = run(cpp, python).wait_status;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }
};

INSTANTIATE_TEST_SUITE_P(Of, ProgramEnd, testing::Values(kCpp, kPython),
                         [](const auto& one) { return std::string(suite::to_string(one.param)); });

TEST_P(ProgramEnd, HasTheStatusThatTheProgramChose) {
  EXPECT_EQ(status_of("int main() { return 3; }", "import sys\nsys.exit(3)"), 3);
  EXPECT_EQ(status_of("int main() { exit(4); }", "raise SystemExit(4)"), 4);
  EXPECT_EQ(status_of("int main() { return 256; }", "import sys\nsys.exit(256)"), 0);
  EXPECT_EQ(status_of("int main() { return -1; }", "import sys\nsys.exit(-1)"), 255);
  EXPECT_EQ(status_of("int main() { quick_exit(1); }", "import sys\nsys.exit('no answer')"), 1);
  EXPECT_EQ(status_of("#include <unistd.h>\nint main() { _exit(7); }", "import os\nos._exit(7)"), 7);
  EXPECT_EQ(status_of("int main() { abort(); }", "import os\nos.abort()"), -SIGABRT);
}

TEST_P(ProgramEnd, LosesWhatWasNotFlushedWhereTheProgramDoes) {
  const Execution execution = run("#include <unistd.h>\nint main() { printf(\"lost\"); _exit(0); }",
                                  "import os\nprint('lost')\nos._exit(0)");
  EXPECT_EQ(execution.wait_status, 0);
  EXPECT_EQ(execution.output, "");
}

TEST_P(ProgramEnd, SaysWhichExceptionLeftTheProgram) {
  const Execution execution =
      run("int main() { throw std::out_of_range(\"far\"); }", "print('before')\nraise IndexError('far')");
  const EffkResultHeader* header = reinterpret_cast<const EffkResultHeader*>(execution.result.data());
  ASSERT_GE(execution.result.size(), sizeof *header);
  EXPECT_EQ(header->kind, EFFK_RESULT_EXCEPTION);
  EXPECT_EQ(execution.result.substr(sizeof *header),
            GetParam() == kCpp ? "std::out_of_range: far" : "IndexError: far (line 2)");
}

TEST_P(ProgramEnd, IsThatOfOneProgramAlone) {
  run("int kept = 1; int main() { std::cin.setstate(std::ios::failbit); "
      "std::cout.setstate(std::ios::badbit); fclose(stdin); }",
      "import sys, builtins\nsys.stdin.close()\nsys.stdout.close()\nbuiltins.kept = 1");
  const Execution next = run("int main() { int a; std::cin >> a; std::cout << a; }",
                             "import builtins\nprint(input()[0] + str(hasattr(builtins, 'kept')))");
  EXPECT_EQ(next.wait_status, 0);
  EXPECT_EQ(next.output, GetParam() == kCpp ? "3" : "3False\n");
}

TEST_P(ProgramEnd, ComesOfALimitWhereTheProgramPrintsWithoutEnd) {
  const Execution execution =
      run("int main() { while (true) puts(\"more and more\"); }", "while True: print('more and more')");
  EXPECT_TRUE(WIFSIGNALED(execution.wait_status) && WTERMSIG(execution.wait_status) == SIGXFSZ);
  EXPECT_EQ(execution.output_bytes, 1u << 20);
  EXPECT_EQ(execution.output.size(), 1u << 20);
}

TEST(ProgramWithoutMain, IsACompileErrorThatSaysSo) {
  for (const char* code : {"", "int solve() { return 1; }", "namespace mine { int main() { return 0; } }",
                           "struct Solution { int main() { return 0; } };"}) {
    const auto outcome = toolchain::shared_toolchain().build(program_problem(), kCpp, code);
    ASSERT_TRUE(outcome) << error_text(outcome.error());
    const auto* failure = std::get_if<toolchain::CompileFailure>(&*outcome);
    ASSERT_NE(failure, nullptr) << code;
    EXPECT_EQ(
        failure->message,
        "no entry point: expected a whole program with int main() or int main(int, char**); found no main");
  }
}

TEST(ProgramInput, MayBeEmptyOrLarge) {
  for (const Language language : suite::kLanguages) {
    const char* code = language == kCpp
                           ? "int main() { long n = 0; while (getchar() >= 0) n++; printf(\"%ld\", n); }"
                           : "import sys\nsys.stdout.write(str(len(sys.stdin.buffer.read())))";
    EXPECT_EQ(run(language, code, "").output, "0");
    EXPECT_EQ(run(language, code, std::string(20'000'000, 'x')).output, "20000000");
  }
}

}  // namespace
}  // namespace effk::measure
