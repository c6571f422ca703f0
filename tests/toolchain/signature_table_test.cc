// Ways in which people write the same signature in C++: each sample is compiled for real and run through the
// driver, and what it returns is compared.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/toolchain/driver_process.h"
#include "tests/toolchain/shared_toolchain.h"
#include "tests/toolchain/value_form.h"

namespace effk::toolchain {
namespace {

using form::integer;
using form::list;
using form::text;
using form::tuple;

struct Shape {
  std::vector<std::string> parameters;
  std::string result;
  std::string arguments;
  std::string answer;
};

// The sum of the first b values of a.
const Shape kSum = {{"list[int]", "int"},
                    "int",
                    tuple({list({integer(3), integer(-1), integer(2)}), integer(2)}),
                    integer(2)};
// a backwards.
const Shape kReverse = {{"str"},
                        "str",
                        tuple({text("ab\xc3\xa9")}),
                        text("\xa9\xc3"
                             "ba")};
// Every pair with its parts exchanged.
const Shape kSwap = {{"list[tuple[int,int]]"},
                     "list[tuple[int,int]]",
                     tuple({list({tuple({integer(1), integer(2)}), tuple({integer(3), integer(4)})})}),
                     list({tuple({integer(2), integer(1)}), tuple({integer(4), integer(3)})})};
// a if it is positive.
const Shape kPositive = {{"int"}, "optional[int]", tuple({integer(5)}), integer(5)};
const Shape kNotPositive = {{"int"}, "optional[int]", tuple({integer(-5)}), form::none()};
// Which values are even.
const Shape kEven = {{"list[int]"},
                     "list[bool]",
                     tuple({list({integer(1), integer(2)})}),
                     list({form::boolean(false), form::boolean(true)})};
// Half of a.
const Shape kHalf = {{"float"}, "float", tuple({form::real(3)}), form::real(1.5)};
// -a, where the 64th bit matters.
const Shape kNegate = {{"int"}, "int", tuple({integer(5'000'000'000)}), integer(-5'000'000'000)};
const Shape kNothing = {{}, "int", tuple({}), integer(42)};

struct Sample {
  const char* name;
  const Shape* shape;
  const char* code;
};

void PrintTo(const Sample& sample, std::ostream* out) {
  *out << sample.code;
}

const Sample kSamples[] = {
    {"FreeFunction", &kSum, R"(
int solve(std::vector<int> a, int b) { int s = 0; for (int i = 0; i < b; ++i) s += a[i]; return s; })"},
    {"ConstReference", &kSum, R"(
using namespace std;
long long solve(const vector<int>& a, int b) { return accumulate(a.begin(), a.begin() + b, 0LL); })"},
    {"Reference", &kSum, R"(
using namespace std;
int64_t solve(vector<int64_t>& a, const int64_t& b) { sort(a.begin() + b, a.end()); return a[0] + a[1]; })"},
    {"RvalueReference", &kSum, R"(
long solve(std::vector<long>&& a, long&& b) { auto mine = std::move(a); return std::accumulate(&mine[0], &mine[b], 0L); })"},
    {"Unsigned", &kSum, R"(
unsigned solve(std::vector<unsigned>& a, unsigned b) { unsigned s = 0; while (b) s += a[--b]; return s; })"},
    {"SizeT", &kSum, R"(
size_t solve(const std::vector<size_t>& a, size_t b) { size_t s = 0; while (b) s += a[--b]; return s; })"},
    {"MixedWidths", &kSum, R"(
unsigned long long solve(std::vector<int> a, uint64_t b) { return std::accumulate(a.begin(), a.begin() + b, 0ull); })"},
    {"ClassSolution", &kSum, R"(
class Solution {
  int seen = 0;
public:
  int solve(std::vector<int>& a, int b) { for (int i = 0; i < b; ++i) seen += a[i]; return seen; }
};)"},
    {"StructSolution", &kSum, R"(
struct Solution { long long solve(std::vector<long long> a, long long b) const { return std::accumulate(a.begin(), a.begin() + b, 0LL); } };)"},
    {"StaticMethod", &kSum, R"(
class Solution { public: static int solve(std::vector<int>& a, int b) noexcept { return std::accumulate(a.begin(), a.begin() + b, 0); } };)"},
    {"InheritedMethod", &kSum, R"(
struct Base { int solve(std::vector<int>& a, int b) { return std::accumulate(a.begin(), a.begin() + b, 0); } };
class Solution : public Base {};)"},
    {"SolutionBesidesAFunction", &kSum, R"(
class Solution { public: int solve(int) { return 7; } };
int solve(std::vector<int>& a, int b) { return std::accumulate(a.begin(), a.begin() + b, 0); })"},
    {"Noexcept", &kSum, R"(
int solve(const std::vector<int>& a, const int b) noexcept { return std::accumulate(a.begin(), a.begin() + b, 0); })"},
    {"DefineIntLongLong", &kSum, R"(
#include <bits/stdc++.h>
using namespace std;
#define int long long
#define ll long long
#define all(x) x.begin(), x.end()
#define pb push_back
#define f first
#define rep(i, n) for (int i = 0; i < (n); ++i)
int solve(vector<int>& a, int b) { int s = 0; rep(i, b) s += a[i]; return s; }
signed main() { int t; cin >> t; })"},
    {"MacrosOfTheAdaptorsOwnWords", &kSum, R"(
#define arguments oops
#define slot oops
#define used oops
#define section oops
#define visibility oops
#define value oops
#define type oops
int solve(const std::vector<int>& a, int b) { return a[0] + a[b - 1]; })"},
    {"MainIsIgnored", &kSum, R"(
int solve(const std::vector<int>& a, int b) { return a[0] + a[b - 1]; }
int main() { return solve({}, 0); })"},
    {"Lambda", &kSum, R"(
auto solve = [](const std::vector<int>& a, int b) { return std::accumulate(a.begin(), a.begin() + b, 0); };)"},
    {"ConstLambda", &kSum, R"(
const auto solve = [](const std::vector<int>& a, int b) -> int64_t { return a[0] + a[b - 1]; };)"},
    {"StdFunction", &kSum, R"(
std::function<int(std::vector<int>, int)> solve = [](std::vector<int> a, int b) { return a[0] + a[b - 1]; };)"},
    {"GenericLambda", &kSum, R"(
auto solve = [](auto&& a, auto b) { return a[0] + a[b - 1]; };)"},
    {"AutoResult", &kSum, R"(
auto solve(const std::vector<int>& a, int b) { return a[0] + a[b - 1]; })"},
    {"Template", &kSum, R"(
template <class T> T solve(const std::vector<T>& a, int b) { return a[0] + a[b - 1]; })"},
    {"AbbreviatedTemplate", &kSum, R"(
auto solve(const auto& a, auto b) { return a[0] + a[b - 1]; })"},
    {"Overloads", &kSum, R"(
int solve(const std::vector<int>& a, int i, int b) { return i == b ? 0 : a[i] + solve(a, i + 1, b); }
int solve(const std::vector<int>& a, int b) { return solve(a, 0, b); })"},
    {"OverloadedMethods", &kSum, R"(
class Solution {
  int solve(const std::vector<int>& a, int i, int b) { return i == b ? 0 : a[i] + solve(a, i + 1, b); }
public:
  int solve(const std::vector<int>& a, int b) { return solve(a, 0, b); }
};)"},
    {"TemplateMethod", &kSum, R"(
struct Solution { template <class T> T solve(std::vector<T>& a, T b) { return a[0] + a[b - 1]; } };)"},
    {"DefaultArgument", &kSum, R"(
int solve(const std::vector<int>& a, int b, int start = 0) { return std::accumulate(a.begin(), a.begin() + b, start); })"},
    {"DefaultArgumentOfAMethod", &kSum, R"(
class Solution { public: int solve(std::vector<int> a, int b, bool loud = false) { return loud ? -1 : a[0] + a[b - 1]; } };)"},
    {"NarrowedResult", &kSum, R"(
short solve(const std::vector<int>& a, int b) { return a[0] + a[b - 1]; })"},
    {"ResultOfAnotherClass", &kSum, R"(
struct Answer { int n; operator long long() const { return n; } };
Answer solve(const std::vector<int>& a, int b) { return {a[0] + a[b - 1]}; })"},
    {"ReferenceAsResult", &kSum, R"(
const int& solve(std::vector<int>& a, int b) { a[0] += a[b - 1]; return a[0]; })"},
    {"TrailingCommentWithoutNewline", &kSum, R"(
int solve(const std::vector<int>& a, int b) { return a[0] + a[b - 1]; } // the end)"},
    {"StringByValue", &kReverse, R"(
std::string solve(std::string s) { std::reverse(s.begin(), s.end()); return s; })"},
    {"StringView", &kReverse, R"(
std::string solve(std::string_view s) { return {s.rbegin(), s.rend()}; })"},
    {"ConstStringView", &kReverse, R"(
using namespace std;
string solve(const string_view& s) { return string(s.rbegin(), s.rend()); })"},
    {"StringReference", &kReverse, R"(
auto& solve(std::string& s) { std::reverse(s.begin(), s.end()); return s; })"},
    {"CharacterPointerAsResult", &kReverse, R"(
const char* solve(std::string& s) { std::reverse(s.begin(), s.end()); return s.c_str(); })"},
    {"Tuples", &kSwap, R"(
using namespace std;
vector<tuple<int, int>> solve(vector<tuple<int, int>> v) { for (auto& [a, b] : v) swap(a, b); return v; })"},
    {"PairsForTuples", &kSwap, R"(
using namespace std;
vector<pair<int, int>> solve(const vector<pair<int, int>>& v) {
  vector<pair<int, int>> r; for (auto [a, b] : v) r.emplace_back(b, a); return r; })"},
    {"PairsInAndTuplesOut", &kSwap, R"(
using namespace std;
vector<tuple<long, unsigned>> solve(vector<pair<long, int>>& v) {
  vector<tuple<long, unsigned>> r; for (auto [a, b] : v) r.emplace_back(b, a); return r; })"},
    {"Optional", &kPositive, R"(
std::optional<int> solve(int a) { return a > 0 ? std::optional(a) : std::nullopt; })"},
    {"EmptyOptional", &kNotPositive, R"(
std::optional<long long> solve(long long a) { return a > 0 ? std::optional(a) : std::nullopt; })"},
    {"ValueForOptional", &kPositive, R"(
int solve(int a) { return a; })"},
    {"VectorOfBool", &kEven, R"(
std::vector<bool> solve(const std::vector<int>& a) { std::vector<bool> r; for (int x : a) r.push_back(x % 2 == 0); return r; })"},
    {"Double", &kHalf, R"(
double solve(double a) { return a / 2; })"},
    {"FloatAsResult", &kHalf, R"(
float solve(double a) { return float(a / 2); })"},
    {"LongDoubleAsResult", &kHalf, R"(
long double solve(const double& a) { return a / 2; })"},
    {"SixtyFourBits", &kNegate, R"(
int64_t solve(int64_t a) { return -a; })"},
    {"OverloadsOfBothWidthsUseTheWider", &kNegate, R"(
int solve(const int& a) { return -a; }
long long solve(const long long& a) { return -a; })"},
    {"NoParameters", &kNothing, R"(
int solve() { return 42; })"},
    {"StaticInitialisers", &kNothing, R"(
static const std::map<std::string, int> table = {{"answer", 42}};
int solve() { return table.at("answer"); })"},
    {"AnonymousNamespace", &kNothing, R"(
namespace { int helper() { return 42; } }
namespace solve_details { int solve() { return 1; } }
int solve() { return helper(); })"},
    {"FunctionPointer", &kNothing, R"(
static int implementation() { return 42; }
int (*solve)() = implementation;)"},
};

class Signature : public testing::TestWithParam<Sample> {};

TEST_P(Signature, IsUnderstoodAndItsResultComesBack) {
  const Sample& sample = GetParam();
  const suite::Problem problem = problem_of(sample.shape->parameters, sample.shape->result);
  const Program program = built(problem, suite::Language::cpp, sample.code);
  TestJob job;
  job.arguments = sample.shape->arguments;
  job.codec = program.codec->get();
  job.solution = program.solution->get();
  CppDriverProcess driver;
  const TestOutcome outcome = driver.run(job);
  EXPECT_TRUE(outcome.exited_with(0)) << outcome.wait_status;
  EXPECT_EQ(outcome.marks, "SLD");
  ASSERT_EQ(outcome.kind(), EFFK_RESULT_VALUE) << outcome.payload();
  EXPECT_EQ(outcome.payload(), sample.shape->answer);
}

INSTANTIATE_TEST_SUITE_P(Of, Signature, testing::ValuesIn(kSamples),
                         [](const auto& one) { return std::string(one.param.name); });

// ---- samples that fit no signature ----

struct Misfit {
  const char* name;
  const char* code;
  const char* complaint;  // the whole of it
};

void PrintTo(const Misfit& misfit, std::ostream* out) {
  *out << misfit.code;
}

#define EXPECTED "expected long long solve(const std::vector<long long>& a, long long b)"
#define MISSING "no entry point: " EXPECTED " (or as a public method of class Solution); found no 'solve'"

const Misfit kMisfits[] = {
    {"Nothing", "", MISSING},
    {"AnotherName", "int sovle(std::vector<int> a, int b) { return 0; }", MISSING},
    {"NameWithinANamespace", "namespace mine { int solve(std::vector<int> a, int b) { return 0; } }",
     MISSING},
    {"SolutionWithoutIt", "class Solution { public: int answer(); };", MISSING},
    {"DeclaredSolution", "class Solution;", MISSING},
    {"PlainVariable", "int solve = 3;", MISSING},
    {"PrivateMethod", "class Solution { int solve(std::vector<int> a, int b) { return 0; } };",
     "wrong signature: " EXPECTED
     "; found methods of Solution of this name that are private or take other types"},
    {"TooFewParameters", "int solve(std::vector<int> a) { return 0; }",
     "wrong signature: " EXPECTED "; found int(std::vector<int>)"},
    {"TooManyParameters", "int solve(std::vector<int> a, int b, int c) { return 0; }",
     "wrong signature: " EXPECTED "; found int(std::vector<int>, int, int)"},
    {"OtherOrder", "int solve(int b, const std::vector<int>& a) { return 0; }",
     "wrong signature: " EXPECTED "; found int(int, const std::vector<int>&)"},
    {"FloatsForInts", "double solve(std::vector<double>& a, double b) { return 0; }",
     "wrong signature: " EXPECTED "; found double(std::vector<double>&, double)"},
    {"BoolForInt", "int solve(std::vector<int> a, bool b) { return 0; }",
     "wrong signature: " EXPECTED "; found int(std::vector<int>, bool)"},
    {"ShortForInt", "int solve(std::vector<int> a, short b) { return 0; }",
     "wrong signature: " EXPECTED "; found int(std::vector<int>, short int)"},
    {"ArrayForVector", "int solve(int* a, int n) { return 0; }",
     "wrong signature: " EXPECTED "; found int(int*, int)"},
    {"Void", "void solve(std::vector<int>& a, int b) {}",
     "wrong signature: " EXPECTED "; found void(std::vector<int>&, int)"},
    {"TextAsResult", "std::string solve(std::vector<int>& a, int b) { return {}; }",
     "wrong signature: " EXPECTED "; found std::string(std::vector<int>&, int)"},
    {"MethodOfOtherTypes", "class Solution { public: long solve(std::string s) { return 0; } };",
     "wrong signature: " EXPECTED "; found long int (Solution::*)(std::string)"},
    {"OverloadsOfOtherTypes", "int solve(int a); int solve(std::string a);",
     "wrong signature: " EXPECTED
     "; found overloaded functions or a template, none of which takes the declared types"},
};

class MisfitSample : public testing::TestWithParam<Misfit> {};

TEST_P(MisfitSample, IsToldWhatWasExpectedAndWhatWasFound) {
  EXPECT_EQ(complaint_about(problem_of({"list[int]", "int"}, "int"), GetParam().code), GetParam().complaint);
}

INSTANTIATE_TEST_SUITE_P(Of, MisfitSample, testing::ValuesIn(kMisfits),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(CppSample, ThatDoesNotCompileIsToldTheCompilersWordsAndItsOwnLine) {
  const std::string complaint =
      complaint_about(problem_of({"int"}, "int"), "\n\nint solve(int a) { return oops; }\n");
  EXPECT_THAT(complaint, testing::StartsWith("solution.cpp: In function ‘int solve(int)’:\n"));
  EXPECT_THAT(complaint,
              testing::HasSubstr("solution.cpp:3:27: error: ‘oops’ was not declared in this scope"));
}

TEST(CppSample, CannotSteerATerminalThroughTheCompilersWords) {
  const std::string complaint =
      complaint_about(problem_of({"int"}, "int"), "int solve(int a) { return \"\x1b[2J\xff\" + oops; }\n");
  EXPECT_THAT(complaint, testing::HasSubstr("oops"));
  EXPECT_THAT(complaint, testing::Not(testing::HasSubstr("\x1b")));
  EXPECT_THAT(complaint, testing::Not(testing::HasSubstr("\xff")));
}

TEST(CppSample, WithoutADefaultConstructorForSolutionIsTold) {
  EXPECT_THAT(complaint_about(problem_of({"int"}, "int"),
                              "class Solution { public: Solution(int); int solve(int a) { return a; } };"),
              testing::HasSubstr("class Solution needs a default constructor"));
}

// An entry point that the standard library has too is ambiguous after `using namespace std`.
TEST(CppSample, MayHaveAMethodNamedLikeAFunctionOfTheLibrary) {
  suite::Problem problem = problem_of({"list[int]", "int"}, "int");
  problem.signature.entry_point = "rotate";
  const Program program = built(problem, suite::Language::cpp, R"(
using namespace std;
class Solution { public: int rotate(vector<int>& a, int b) { std::rotate(a.begin(), a.begin() + b, a.end()); return a[0]; } };)");
  TestJob job;
  job.arguments = kSum.arguments;
  job.codec = program.codec->get();
  job.solution = program.solution->get();
  CppDriverProcess driver;
  EXPECT_EQ(driver.run(job).payload(), integer(2));
}

TEST(CppSample, MayDefineAFunctionNamedLikeOneOfTheLibrary) {
  suite::Problem problem = problem_of({"int", "int"}, "int");
  problem.signature.entry_point = "gcd";
  EXPECT_EQ(complaint_about(problem,
                            "using namespace std; int gcd(int a, int b) { return b ? ::gcd(b, a % b) : a; }"),
            "");
}

TEST(CppSample, ThatOnlyUsesAFunctionOfTheLibraryHasNoEntryPoint) {
  suite::Problem problem = problem_of({"int", "int"}, "int");
  problem.signature.entry_point = "gcd";
  EXPECT_THAT(complaint_about(problem, "using namespace std;"), testing::StartsWith("no entry point: "));
}

}  // namespace
}  // namespace effk::toolchain
