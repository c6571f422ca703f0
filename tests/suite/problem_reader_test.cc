#include "harness/suite/problem_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/suite/suite_folder.h"

namespace effk::suite {
namespace {

using nlohmann::json;
using Pointer = json::json_pointer;
using testing::ElementsAre;
using testing::StartsWith;

Result<Problem> read(const SuiteFolder& folder) {
  return read_problem(folder.path(), "pair_sums");
}

// The whole error text of the good problem with one place changed.
std::string fault_of(const json& problem) {
  const SuiteFolder folder;
  folder.add("pair_sums", problem);
  const auto result = read(folder);
  if (result) return "no fault";
  EXPECT_EQ(exit_status(result.error().kind), 3);
  return error_text(result.error());
}

std::string fault_with(const char* pointer, const json& value) {
  json problem = good_problem();
  problem[Pointer(pointer)] = value;
  return fault_of(problem);
}

std::string fault_without(const char* parent, const char* member) {
  json problem = good_problem();
  problem[Pointer(parent)].erase(member);
  return fault_of(problem);
}

const std::string kFile = "effk: error: problems/pair_sums/problem.json: ";

TEST(ReadProblem, TakesEveryMemberOfAGoodSpecification) {
  const SuiteFolder folder;
  json text = good_problem();
  text["challenge"] = "implementation";
  text["tolerance"] = {{"absolute", 1e-9}, {"relative", 1e-6}};
  text["checker"] = "generator";
  text["slow_below"] = 0.7;
  text["limits"] = {{"memory_mib", 512}, {"output_mib", 3}};
  folder.add("pair_sums", text);
  const auto problem = read(folder);
  ASSERT_TRUE(problem) << error_text(problem.error());
  EXPECT_EQ(problem->id, "pair_sums");
  EXPECT_EQ(problem->title, "Sum of pairs");
  EXPECT_EQ(problem->statement, "Add them.\n");
  EXPECT_EQ(problem->challenge, Challenge::implementation);
  EXPECT_THAT(problem->tags, ElementsAre("sums", "arrays"));
  EXPECT_EQ(problem->signature.entry_point, "pair_sums");
  ASSERT_EQ(problem->signature.parameters.size(), 2u);
  EXPECT_EQ(problem->signature.parameters[0].name, "values");
  EXPECT_EQ(to_string(problem->signature.parameters[0].type), "list[tuple[int,int]]");
  EXPECT_EQ(to_string(problem->signature.result), "list[int]");
  ASSERT_EQ(problem->levels.size(), 3u);
  EXPECT_EQ(problem->levels[2].weight, 4.5);
  EXPECT_EQ(problem->levels[2].cases, 2);
  EXPECT_EQ(problem->tolerance.absolute, 1e-9);
  EXPECT_EQ(problem->tolerance.relative, 1e-6);
  EXPECT_EQ(problem->checker, Checker::generator);
  EXPECT_EQ(problem->slow_below, 0.7);
  EXPECT_EQ(problem->limits.memory_bytes, 512u << 20);
  EXPECT_EQ(problem->limits.output_bytes, 3u << 20);
  EXPECT_EQ(problem->generator, folder.path() / "generators/pair_sums.cpp");
  EXPECT_EQ(problem->references_folder, folder.path() / "references/pair_sums");
}

TEST(ReadProblem, HasTheDefaultsOfTheSpecification) {
  const auto problem = read(SuiteFolder());
  ASSERT_TRUE(problem) << error_text(problem.error());
  EXPECT_EQ(problem->tolerance, value::Tolerance{});
  EXPECT_EQ(problem->checker, Checker::equality);
  EXPECT_EQ(problem->slow_below, 0.5);
  EXPECT_EQ(problem->limits.memory_bytes, 1u << 30);
  EXPECT_EQ(problem->limits.output_bytes, 64u << 20);
}

TEST(ReadProblem, KnowsAProgramByTextInAndTextOut) {
  SuiteFolder folder;
  json program = good_problem();
  program["kind"] = "program";
  program.erase("signature");
  folder.add("pair_sums", program);
  const auto problem = read(folder);
  ASSERT_TRUE(problem) << error_text(problem.error());
  EXPECT_EQ(problem->kind, Kind::program);
  EXPECT_EQ(problem->signature.entry_point, "");
  ASSERT_EQ(problem->signature.parameters.size(), 1u);
  EXPECT_EQ(to_string(problem->signature.parameters[0].type), "str");
  EXPECT_EQ(to_string(problem->signature.result), "str");
}

TEST(ReadProblem, RefusesASignatureOfAProgram) {
  EXPECT_EQ(fault_with("/kind", "program"),
            kFile + "/signature must not be there: a program reads standard input and prints its answer\n");
}

TEST(ReadProblem, SharesOneSizeBetweenLanguages) {
  const auto problem = read(SuiteFolder());
  ASSERT_TRUE(problem) << error_text(problem.error());
  EXPECT_EQ(problem->levels[0].size.at(Language::cpp), 12);
  EXPECT_EQ(problem->levels[0].size.at(Language::python), 12);
  EXPECT_EQ(problem->levels[1].size.at(Language::cpp), 24000);
  EXPECT_EQ(problem->levels[1].size.at(Language::python), 3500);
  EXPECT_EQ(problem->levels[2].size.at(Language::cpp), 70000);
  EXPECT_EQ(problem->levels[2].size.at(Language::python), 70000);
}

TEST(ReadProblem, RefusesASizePerLanguageAtLevelZero) {
  EXPECT_EQ(fault_with("/levels/0/size", {{"cpp", 5}, {"python", 5}}),
            kFile + "/levels/0/size must be one number: level 0 is shared between languages\n");
}

TEST(ReadProblem, RefusesAWeightAtLevelZero) {
  EXPECT_EQ(fault_with("/levels/0/weight", 1),
            kFile + "/levels/0/weight must be 0: level 0 decides correctness\n");
}

TEST(ReadProblem, RefusesLevelsThatMeasureNothing) {
  json problem = good_problem();
  problem["levels"].erase(1);
  problem["levels"].erase(1);
  EXPECT_EQ(fault_of(problem), kFile + "/levels must have level 0 and at least one measured level\n");
  problem = good_problem();
  problem["levels"][1]["weight"] = problem["levels"][2]["weight"] = 0;
  EXPECT_EQ(fault_of(problem), kFile + "/levels must give at least one level a weight above 0\n");
}

TEST(ReadProblem, RefusesUnknownMembersWhereverTheyAre) {
  EXPECT_EQ(fault_with("/titel", "x"),
            kFile +
                "/titel is not a known member\n  why:  did you mean 'title'? known here: schema, title, "
                "kind, challenge, tags, "
                "signature, levels, tolerance, checker, slow_below, limits, prompt, aliases, selected\n");
  EXPECT_EQ(fault_with("/signature/args", 1),
            kFile + "/signature/args is not a known member\n  why:  known here: name, parameters, result\n");
  EXPECT_EQ(
      fault_with("/signature/parameters/1/default", 1),
      kFile + "/signature/parameters/1/default is not a known member\n  why:  known here: name, type\n");
  EXPECT_EQ(fault_with("/levels/1/sizes", 1), kFile +
                                                  "/levels/1/sizes is not a known member\n  why:  did you "
                                                  "mean 'size'? known here: weight, cases, size\n");
  EXPECT_EQ(fault_with("/levels/1/size/rust", 1),
            kFile + "/levels/1/size/rust is not a known member\n  why:  known here: cpp, python\n");
  EXPECT_EQ(fault_with("/tolerance", {{"abs", 1}}),
            kFile + "/tolerance/abs is not a known member\n  why:  known here: absolute, relative\n");
  EXPECT_EQ(
      fault_with("/limits", {{"memory", 1}}),
      kFile + "/limits/memory is not a known member\n  why:  known here: memory_mib, output_mib, overflow\n");
}

TEST(ReadProblem, EscapesMembersInPointers) {
  EXPECT_THAT(fault_with("/a~1b~0c", 1), StartsWith(kFile + "/a~1b~0c is not a known member\n"));
}

TEST(ReadProblem, NamesEveryMissingMember) {
  for (const char* member : {"schema", "title", "kind", "challenge", "signature", "levels"}) {
    EXPECT_EQ(fault_without("", member), kFile + "/" + member + " is missing\n");
  }
  for (const char* member : {"name", "parameters", "result"}) {
    EXPECT_EQ(fault_without("/signature", member), kFile + "/signature/" + member + " is missing\n");
  }
  for (const char* member : {"weight", "cases", "size"}) {
    EXPECT_EQ(fault_without("/levels/2", member), kFile + "/levels/2/" + member + " is missing\n");
  }
  EXPECT_EQ(fault_without("/levels/1/size", "python"), kFile + "/levels/1/size/python is missing\n");
}

TEST(ReadProblem, ShowsTheValueThatIsOfAnotherType) {
  EXPECT_EQ(fault_of(json::array({1})), kFile + "/ must be an object\n  why:  found [1]\n");
  EXPECT_EQ(fault_with("/title", 7), kFile + "/title must be a string\n  why:  found 7\n");
  EXPECT_EQ(fault_with("/tags", "x"), kFile + "/tags must be an array\n  why:  found \"x\"\n");
  EXPECT_EQ(fault_with("/tags", {"x", 3}), kFile + "/tags/1 must be a string\n  why:  found 3\n");
  EXPECT_EQ(fault_with("/levels/1", 3), kFile + "/levels/1 must be an object\n  why:  found 3\n");
  EXPECT_EQ(
      fault_with("/levels/1/size", "big"),
      kFile + "/levels/1/size must be an integer from 0 to 9223372036854775807\n  why:  found \"big\"\n");
  EXPECT_EQ(
      fault_with("/levels/1/size/cpp", 1e30),
      kFile + "/levels/1/size/cpp must be an integer from 0 to 9223372036854775807\n  why:  found 1e+30\n");
  EXPECT_EQ(fault_with("/levels/1/size/cpp", 18446744073709551615u),
            kFile +
                "/levels/1/size/cpp must be an integer from 0 to 9223372036854775807\n"
                "  why:  found 18446744073709551615\n");
  EXPECT_EQ(fault_with("/levels/1/cases", 2.5),
            kFile + "/levels/1/cases must be an integer from 1 to 1000\n  why:  found 2.5\n");
}

TEST(ReadProblem, RefusesNumbersOutOfRange) {
  EXPECT_EQ(fault_with("/schema", 2), kFile + "/schema must be an integer from 1 to 1\n  why:  found 2\n");
  EXPECT_EQ(fault_with("/levels/1/cases", 0),
            kFile + "/levels/1/cases must be an integer from 1 to 1000\n  why:  found 0\n");
  EXPECT_EQ(fault_with("/levels/1/weight", -1),
            kFile + "/levels/1/weight must be a number from 0 to 1000000\n  why:  found -1\n");
  EXPECT_EQ(fault_with("/slow_below", 1.5),
            kFile + "/slow_below must be a number from 0 to 1\n  why:  found 1.5\n");
  EXPECT_EQ(fault_with("/limits", {{"memory_mib", 1}}),
            kFile + "/limits/memory_mib must be an integer from 16 to 1048576\n  why:  found 1\n");
  EXPECT_EQ(fault_with("/limits", {{"output_mib", 0}}),
            kFile + "/limits/output_mib must be an integer from 1 to 4096\n  why:  found 0\n");
  EXPECT_EQ(fault_with("/tolerance", {{"relative", 2}}),
            kFile + "/tolerance/relative must be a number from 0 to 1\n  why:  found 2\n");
}

TEST(ReadProblem, NamesTheWordsThatAreKnown) {
  EXPECT_EQ(fault_with("/kind", "class"),
            kFile + "/kind must be \"function\" or \"program\"\n  why:  found \"class\"\n");
  EXPECT_EQ(fault_with("/challenge", "hard"),
            kFile + "/challenge must be \"algorithm\" or \"implementation\"\n  why:  found \"hard\"\n");
  EXPECT_EQ(fault_with("/checker", "mine"),
            kFile +
                "/checker must be \"equality\" or \"python_equality\" or \"generator\"\n"
                "  why:  found \"mine\"\n");
}

TEST(ReadProblem, RefusesSignaturesThatNobodyCouldWrite) {
  EXPECT_EQ(fault_with("/signature/name", "pair-sums"),
            kFile + "/signature/name must be an identifier\n  why:  found 'pair-sums'\n");
  EXPECT_EQ(fault_with("/signature/parameters/0/name", "2nd"),
            kFile + "/signature/parameters/0/name must be an identifier\n  why:  found '2nd'\n");
  EXPECT_EQ(fault_with("/signature/parameters/1/name", "values"),
            kFile + "/signature/parameters/1 repeats a parameter's name\n  why:  found values\n");
  EXPECT_THAT(fault_with("/signature/result", "list[number]"),
              StartsWith(kFile + "/signature/result is not a type\n  why:  "));
}

TEST(ReadProblem, SaysAtWhichLineTextStopsBeingJson) {
  const SuiteFolder folder;
  folder.add("pair_sums", std::string("{\n  \"schema\": 1,\n  \"title\": oops\n}\n"));
  const auto result = read(folder);
  ASSERT_FALSE(result);
  EXPECT_THAT(error_text(result.error()),
              StartsWith("effk: error: problems/pair_sums/problem.json: it is not JSON\n  why:  line 3: "
                         "syntax error while parsing value - invalid literal"));
}

TEST(ReadProblem, RefusesANumberBeyondEveryDouble) {
  const SuiteFolder folder;
  folder.add("pair_sums", std::string("{\"schema\": 1e999}"));
  const auto result = read(folder);
  ASSERT_FALSE(result);
  EXPECT_EQ(error_text(result.error()),
            "effk: error: problems/pair_sums/problem.json: it is not JSON\n"
            "  why:  number overflow parsing '1e999'\n");
}

TEST(ReadProblem, RefusesTextThatIsNestedDeeply) {
  const SuiteFolder folder;
  folder.add("pair_sums",
             std::string("{\"title\": ") + std::string(2'000'000, '[') + std::string(2'000'000, ']') + "}");
  const auto result = read(folder);
  ASSERT_FALSE(result);
  EXPECT_EQ(error_text(result.error()),
            "effk: error: problems/pair_sums/problem.json: it is nested too deeply\n"
            "  why:  more than 64 levels\n");
}

TEST(ReadProblem, NamesAMissingStatementAndAMissingGenerator) {
  for (const char* name : {"problems/pair_sums/statement.md", "generators/pair_sums.cpp"}) {
    const SuiteFolder folder;
    std::filesystem::remove(folder.path() / name);
    const auto result = read(folder);
    ASSERT_FALSE(result);
    EXPECT_EQ(error_text(result.error()), "effk: error: cannot read " + (folder.path() / name).string() +
                                              "\n  why:  No such file or directory\n");
  }
}

TEST(ReadProblem, DigestsWhatCanMoveANumberAndNothingElse) {
  const SuiteFolder folder;
  const std::string digest = read(folder)->digest;
  folder.write("problems/pair_sums/statement.md", "Other words.\n");
  EXPECT_EQ(read(folder)->digest, digest);
  folder.write("generators/pair_sums.cpp", "int main() { return 1; }\n");
  const std::string other = read(folder)->digest;
  EXPECT_NE(other, digest);
  json problem = good_problem();
  problem["levels"][1]["cases"] = 5;
  folder.add("pair_sums", problem);
  EXPECT_NE(read(folder)->digest, digest);
  EXPECT_NE(read(folder)->digest, other);
}

// ---- Python generators, languages, names ----

// The good problem with a generator in Python alone.
SuiteFolder with_python_generator(const json& problem) {
  SuiteFolder folder;
  folder.add("pair_sums", problem);
  std::filesystem::remove(folder.path() / "generators/pair_sums.cpp");
  folder.write("generators/pair_sums.py", "def generate(case): return [], 0\n");
  return folder;
}

json of_any() {
  json problem = good_problem();
  problem["signature"]["parameters"][0]["type"] = "list[any]";
  return problem;
}

TEST(ReadProblem, TakesAGeneratorInEitherLanguageAndRefusesTwo) {
  const SuiteFolder cpp;
  EXPECT_EQ(read(cpp)->generator_language, Language::cpp);
  const SuiteFolder python = with_python_generator(good_problem());
  const auto problem = read(python);
  ASSERT_TRUE(problem) << error_text(problem.error());
  EXPECT_EQ(problem->generator_language, Language::python);
  EXPECT_EQ(problem->generator, python.path() / "generators/pair_sums.py");
  python.write("generators/pair_sums.cpp", "int main() {}\n");
  const auto two = read(python);
  ASSERT_FALSE(two);
  EXPECT_EQ(
      error_text(two.error()),
      "effk: error: problem pair_sums has two generators\n"
      "  why:  there are generators/pair_sums.cpp and generators/pair_sums.py\n  next: keep one of them\n");
}

TEST(ReadProblem, AllowsAnyOnlyWhereEverythingIsPython) {
  EXPECT_EQ(fault_of(of_any()),
            kFile +
                "/signature/parameters/0/type is 'any', which a generator in C++ cannot make\n"
                "  why:  write it in Python: generators/pair_sums.py\n");
  const SuiteFolder folder = with_python_generator(of_any());
  EXPECT_TRUE(read(folder));
  folder.write("references/pair_sums/reference.cpp", "x");
  const auto refused = read(folder);
  ASSERT_FALSE(refused);
  EXPECT_EQ(error_text(refused.error()),
            kFile +
                "/signature/parameters/0/type is 'any', which C++ has not\n"
                "  why:  remove references/pair_sums/reference.cpp, or give it a type\n");
}

TEST(ReadProblem, OffersTheLanguagesOfItsReferencesAndAsksSizesForThem) {
  json one_language = good_problem();
  one_language["levels"][1]["size"] = {{"python", 3500}};
  const SuiteFolder folder;
  folder.add("pair_sums", one_language);
  folder.write("references/pair_sums/reference.py", "x");
  const auto problem = read(folder);
  ASSERT_TRUE(problem) << error_text(problem.error());
  EXPECT_THAT(problem->languages, ElementsAre(Language::python));
  EXPECT_TRUE(problem->offers(Language::python));
  EXPECT_FALSE(problem->offers(Language::cpp));
  EXPECT_EQ(problem->levels[1].size.count(Language::cpp), 0u);
  folder.write("references/pair_sums/reference.cpp", "x");
  const auto both = read(folder);
  ASSERT_FALSE(both);
  EXPECT_EQ(error_text(both.error()), kFile + "/levels/1/size/cpp is missing\n");
}

TEST(ReadProblem, TakesPromptAliasesAndSelection) {
  json text = good_problem();
  text["prompt"] = "def pair_sums(";
  text["aliases"] = {"Sums/1", "1"};
  text["selected"] = false;
  text["limits"] = {{"overflow", true}};
  const SuiteFolder folder;
  EXPECT_EQ(read(folder)->prompt, std::nullopt);
  EXPECT_TRUE(read(folder)->selected);
  folder.add("pair_sums", text);
  const auto problem = read(folder);
  ASSERT_TRUE(problem) << error_text(problem.error());
  EXPECT_EQ(problem->prompt, "def pair_sums(");
  EXPECT_THAT(problem->aliases, ElementsAre("Sums/1", "1"));
  EXPECT_FALSE(problem->selected);
  EXPECT_TRUE(problem->limits.overflow);
  EXPECT_EQ(fault_with("/selected", "no"), kFile + "/selected must be true or false\n  why:  found \"no\"\n");
  EXPECT_EQ(fault_with("/aliases", json::array({""})), kFile + "/aliases has an empty name\n");
}

}  // namespace
}  // namespace effk::suite
