// What machine code is refused: snippets that the system's assembler makes, with the system's disassembler as
// a second opinion of what they are.
#include "harness/toolchain/cpp/instruction_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "harness/base/files.h"
#include "harness/base/system_program.h"
#include "harness/base/temporary_folder.h"
#include "harness/toolchain/cpp/elf_sections.h"
#include "tests/toolchain/shared_toolchain.h"

namespace effk::toolchain {
namespace {

constexpr const char* kRep = "a string instruction with a rep prefix does unbounded work for one count";
constexpr const char* kBeyond = "it is beyond the declared baseline x86-64-v3";
constexpr const char* kBases = "segment bases belong to the harness";
constexpr const char* kKernel = "user programs cannot execute it";

struct Snippet {
  const char* code;
  const char* fault;  // nullptr: it is allowed
};

const Snippet kSnippets[] = {
    {"rep movsb", kRep},
    {"rep movsq", kRep},
    {"rep stosb", kRep},
    {"rep stosl", kRep},
    {"repe cmpsb", kRep},
    {"repne scasb", kRep},
    {"rep lodsb", kRep},
    {"movsb", nullptr},
    {"stosq", nullptr},
    {"cmpsb", nullptr},
    {"repz retq", nullptr},  // two bytes for a branch predictor of old
    {"endbr64", nullptr},
    {"notrack jmp *%rax", nullptr},
    {"bnd jmp *%rax", nullptr},
    {"nopw %cs:0x0(%rax,%rax,1)", nullptr},
    {"pause", nullptr},
    {"syscall", nullptr},  // the seccomp filter's business
    {"ud2", nullptr},
    {"cpuid", nullptr},
    {"rdtsc", nullptr},
    {"xgetbv", nullptr},
    {"lock cmpxchg16b (%rdi)", nullptr},
    {"popcnt %rax, %rbx", nullptr},
    {"lzcnt %rax, %rbx", nullptr},
    {"tzcnt %rax, %rbx", nullptr},
    {"pdep %rax, %rbx, %rcx", nullptr},
    {"mulx %rax, %rbx, %rcx", nullptr},
    {"movbe (%rdi), %eax", nullptr},
    {"crc32b %al, %ebx", nullptr},
    {"pshufb %xmm1, %xmm0", nullptr},
    {"vpaddd %ymm0, %ymm1, %ymm2", nullptr},
    {"vpgatherdd %ymm0, (%rdi,%ymm1,4), %ymm2", nullptr},
    {"vfmadd231pd %ymm0, %ymm1, %ymm2", nullptr},
    {"vcvtph2ps %xmm0, %ymm1", nullptr},
    {"prefetcht0 (%rdi)", nullptr},
    {"fsin", nullptr},
    {"lahf", nullptr},
    {"vpaddd %zmm0, %zmm1, %zmm2", kBeyond},
    {"vpaddd %ymm16, %ymm1, %ymm2", kBeyond},
    {"kmovw %k1, %eax", kBeyond},
    {"aesenc %xmm0, %xmm1", kBeyond},
    {"vaesenc %ymm0, %ymm1, %ymm2", kBeyond},
    {"pclmulqdq $0, %xmm0, %xmm1", kBeyond},
    {"sha256msg1 %xmm0, %xmm1", kBeyond},
    {"adcx %rax, %rbx", kBeyond},
    {"rdrand %rax", kBeyond},
    {"rdseed %rax", kBeyond},
    {"rdpid %rax", kBeyond},
    {"rdtscp", kBeyond},
    {"xbegin .", kBeyond},
    {"xsave (%rdi)", kBeyond},
    {"clwb (%rdi)", kBeyond},
    {"extrq $1, $2, %xmm0", kBeyond},
    {"vpdpbusd %ymm0, %ymm1, %ymm2", kBeyond},
    {"tpause %eax", kBeyond},
    {"wrgsbase %rax", kBases},
    {"wrfsbase %rax", kBases},
    {"rdgsbase %rax", kBases},
    {"wrpkru", kBeyond},
    {"hlt", kKernel},
    {"in $1, %al", kKernel},
    {"rdmsr", kKernel},
    {"rdpmc", kKernel},
    {"swapgs", kKernel},
    {"invlpg (%rdi)", kKernel},
};

class Assembler : public testing::Test {
 protected:
  void SetUp() override {
    assembler_ = system_program("as");
    if (!assembler_) GTEST_SKIP() << "there is no assembler (as) on this machine";
  }

  std::filesystem::path assembled(const std::string& code) {
    std::ofstream(folder_.path() / "code.s") << "  .text\n" << code << "\n";
    const std::string command = assembler_->string() + " -o " + (folder_.path() / "code.o").string() + " " +
                                (folder_.path() / "code.s").string();
    EXPECT_EQ(std::system(command.c_str()), 0) << code;
    return folder_.path() / "code.o";
  }

  static std::string text_section(const std::filesystem::path& object) {
    const std::string file = read_file(object).value();
    const auto sections = elf_sections(file).value();
    for (const ElfSection& section : sections) {
      if (section.name == ".text") return std::string(section.bytes);
    }
    return {};
  }

  std::string code_of(const std::string& code) { return text_section(assembled(code)); }

  std::optional<std::filesystem::path> assembler_;
  TemporaryFolder folder_ = TemporaryFolder::beneath(std::filesystem::temp_directory_path()).value();
};

TEST_F(Assembler, SnippetsAreRefusedOrNotByTheTable) {
  for (const Snippet& snippet : kSnippets) {
    const auto refused = refused_instruction(code_of(snippet.code), 0x1000);
    if (snippet.fault == nullptr) {
      EXPECT_EQ(refused, std::nullopt) << snippet.code;
    } else {
      ASSERT_TRUE(refused) << snippet.code;
      EXPECT_THAT(*refused, testing::EndsWith(std::string(" at 0x1000: ") + snippet.fault)) << snippet.code;
    }
  }
}

TEST_F(Assembler, NamesAreThoseOfTheDisassembler) {
  const auto objdump = system_program("objdump");
  if (!objdump) GTEST_SKIP() << "there is no disassembler (objdump) on this machine";
  for (const char* code : {"rep movsb", "repe cmpsb", "repne scasb", "rep stosq", "aesenc %xmm0, %xmm1",
                           "wrgsbase %rax", "rdrand %rax", "hlt"}) {
    const auto object = assembled(code);
    const auto listing = folder_.path() / "listing";
    const std::string command =
        objdump->string() + " -d -M suffix --no-show-raw-insn " + object.string() + " > " + listing.string();
    ASSERT_EQ(std::system(command.c_str()), 0);
    const std::string refused = refused_instruction(text_section(object), 0).value();
    // "rep movsb" of "rep movsb at 0x0: ..."; objdump says repz for rep and repe alike before cmps and scas.
    std::string name = refused.substr(0, refused.find(" at "));
    if (name.starts_with("repe ")) name.replace(0, 4, "repz");
    if (name.starts_with("repne ")) name.replace(0, 5, "repnz");
    EXPECT_THAT(read_file(listing).value(), testing::HasSubstr(name));
  }
}

TEST_F(Assembler, PlaceOfARefusedInstructionIsItsOwn) {
  EXPECT_EQ(refused_instruction(code_of("nop\nmov $1, %eax\nrepe cmpsb\nret"), 0x1230),
            std::string("repe cmpsb at 0x1236: ") + kRep);
}

TEST_F(Assembler, FirstOfSeveralFaultsIsTold) {
  EXPECT_THAT(refused_instruction(code_of("hlt\nrep movsb"), 0).value(), testing::StartsWith("hlt at 0x0"));
}

TEST(RefusedInstruction, IsAnyByteThatIsNoInstruction) {
  const std::string nothing("\x90\x06", 2);  // push %es is gone since 64 bits
  EXPECT_EQ(refused_instruction(nothing, 0x10),
            "bytes at 0x11 that are no instruction: machine code must be readable to be counted");
  EXPECT_TRUE(refused_instruction(std::string_view("\x48", 1), 0)) << "an instruction that is cut off";
  EXPECT_EQ(refused_instruction("", 0), std::nullopt);
}

// As much of the language and the library as one sample can use, so that g++ shows what it makes.
constexpr const char* kBroadSample = R"(
using namespace std;
struct Shape { virtual ~Shape() = default; virtual double area() const = 0; };
struct Square : Shape { double s; explicit Square(double x) : s(x) {} double area() const override { return s * s; } };
struct Big { char bytes[5000]; };
__attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt,fma,f16c,movbe"))) long fast(const vector<int>& v) {
  long s = 0;
#pragma GCC unroll 8
  for (int x : v) s += __builtin_popcount(x) + __builtin_clz(x | 1) + __builtin_ctz(x | 1);
  return s + __builtin_bswap64(s);
}
__attribute__((optimize("O3"))) double floats(vector<double>& v) {
  for (auto& x : v) x = sqrt(fabs(x)) * 1.5 + floor(x) + fma(x, x, 1.0);
  return accumulate(v.begin(), v.end(), 0.0);
}
thread_local int counter = 0;
atomic<long> shared_counter{0};
int solve(vector<int> a) {
  map<string, vector<int>> m; unordered_map<long long, string> u; set<pair<int, int>> s; deque<Big> d;
  for (int x : a) { m[to_string(x)].push_back(x); u[x] += 'x'; s.emplace(x, -x); }
  d.emplace_back(); d.push_back(d.front()); Big copy = d.back(); memset(copy.bytes, 1, sizeof copy.bytes);
  sort(a.begin(), a.end(), greater<>()); stable_sort(a.begin(), a.end()); nth_element(a.begin(), a.begin(), a.end());
  regex r("(a|b)+[0-9]*"); smatch found; string text = "abab123"; regex_match(text, found, r);
  unique_ptr<Shape> shape = make_unique<Square>(2.5); double area = shape->area();
  __int128 wide = 1; for (int x : a) wide = wide * 1000003 + x; unsigned __int128 rest = (unsigned __int128)wide % 97;
  long double ld = 1; for (int x : a) ld = ld / 3 + x; complex<double> c(1, 2); c = pow(c, 3) / c;
  ostringstream out; out << fixed << setprecision(3) << area << hex << 255 << ' ' << (double)ld; bitset<1000> b(text.size());
  vector<double> v(a.begin(), a.end()); mt19937 gen(1); shuffle(a.begin(), a.end(), gen); function<int(int)> f = [&](int n) { return n < 2 ? n : f(n - 1) + f(n - 2); };
  try { if (a.empty()) throw out_of_range("none"); a.at(1000000); } catch (const exception& e) { counter += strlen(e.what()); }
  switch (a.size() % 9) { case 0: counter += 5; break; case 1: counter ^= 77; break; case 3: counter *= 3; break; case 4: counter -= 2; break; case 6: counter <<= 1; break; case 7: counter |= 9; break; }
  shared_counter += counter; mutex lock; lock_guard guard(lock); valarray<int> va(a.data(), a.size()); priority_queue<int> q(a.begin(), a.end());
  return f(10) + (int)rest + (int)out.str().size() + (int)b.count() + (int)fast(a) + (int)floats(v) + (int)c.real() + va.sum() + q.top() + copy.bytes[7] + (int)shared_counter;
}
)";

TEST(RefusedInstruction, IsNoneInWhatTheCompilerMakesOfABroadSample) {
  EXPECT_EQ(complaint_about(problem_of({"list[int]"}, "int"), kBroadSample), "");
}

TEST(Build, RefusesASampleWithARefusedInstruction) {
  const std::string complaint = complaint_about(
      problem_of({"str", "str"}, "bool"),
      "bool solve(const std::string& a, const std::string& b) { bool equal; auto p = a.data(), q = b.data(); "
      "auto n = a.size(); asm(\"repe cmpsb\" : \"=@cce\"(equal), \"+S\"(p), \"+D\"(q), \"+c\"(n) :: "
      "\"memory\"); return equal; }");
  EXPECT_THAT(complaint,
              testing::MatchesRegex("refused machine code: repe cmpsb at 0x[0-9a-f]+: a string "
                                    "instruction with a rep prefix does unbounded work for one count"));
}

TEST(Build, RefusesCodeInAnotherSectionToo) {
  EXPECT_THAT(
      complaint_about(problem_of({}, "int"),
                      "__attribute__((section(\".hidden\"))) int other() { asm(\"rep movsb\"); return 1; }\n"
                      "int solve() { return other(); }"),
      testing::StartsWith("refused machine code: rep movsb at "));
}

TEST(Build, RefusesCodeThatCanBeWritten) {
  EXPECT_EQ(complaint_about(problem_of({}, "int"),
                            "asm(\".pushsection .changing, \\\"awx\\\", @progbits\\n ret\\n.popsection\");\n"
                            "int solve() { return 1; }"),
            "refused machine code: code that can be written in section .changing");
}

TEST(Build, RefusesWhatAnAttributeAddsBeyondTheBaseline) {
  EXPECT_THAT(
      complaint_about(
          problem_of({"list[int]"}, "int"),
          "__attribute__((target(\"avx512f\"), optimize(\"O3\"))) int solve(const std::vector<int>& a) "
          "{ int s = 0; for (int x : a) s += x * x; return s; }"),
      testing::HasSubstr(": it is beyond the declared baseline x86-64-v3"));
}

}  // namespace
}  // namespace effk::toolchain
