#include "harness/toolchain/cpp/signature_variant.h"

#include <gtest/gtest.h>

#include "tests/toolchain/shared_toolchain.h"

namespace effk::toolchain {
namespace {

using Kind = SignatureVariant::Kind;
using namespace std::string_literals;

TEST(AdaptorLine, SpellsEveryTypeInWordsThatNoMacroReaches) {
  EXPECT_EQ(adaptor_line(problem_of({"list[tuple[int,str]]", "optional[float]", "bool"}, "int").signature),
            "EFFK_ADAPTOR(solve, ::effk_adaptor::I64("
            "::effk_adaptor::List<::effk_adaptor::Tuple<::effk_adaptor::I64, ::effk_adaptor::Str>>, "
            "::effk_adaptor::Optional<::effk_adaptor::F64>, ::effk_adaptor::Bool))\n");
  EXPECT_EQ(adaptor_line(problem_of({}, "bool").signature, true),
            "EFFK_METHOD_ADAPTOR(solve, ::effk_adaptor::Bool())\n");
}

TEST(ReadDescription, MakesTheSourceOfTheCodec) {
  const auto variant =
      read_description("ok:list[pair[i32,u64]](list[tuple[i64,str]],view,optional[f64],bool,u32)\0"s);
  EXPECT_EQ(variant.kind, Kind::fits);
  EXPECT_EQ(variant.codec_source,
            "#include \"effk_codec_library.h\"\n"
            "EFFK_CODEC_LIBRARY(std::vector<std::pair<std::int32_t, std::uint64_t>>, "
            "std::vector<std::tuple<std::int64_t, std::string>>, std::string, std::optional<double>, bool, "
            "std::uint32_t)\n");
  EXPECT_EQ(read_description("ok:i64()").codec_source,
            "#include \"effk_codec_library.h\"\nEFFK_CODEC_LIBRARY(std::int64_t)\n");
}

TEST(ReadDescription, ShowsWhatDiffers) {
  const auto variant = read_description("bad:int(char)\0\0"s);
  EXPECT_EQ(variant.kind, Kind::differs);
  EXPECT_EQ(variant.found, "int(char)");
  EXPECT_EQ(
      read_description("bad:void(const std::__cxx11::basic_string<char>&, std::__cxx11::basic_string<char>)")
          .found,
      "void(const std::string&, std::string)");
}

// A section that the sample wrote itself: nothing of it may reach the codec's source.
TEST(ReadDescription, TakesNoTextThatNoAdaptorWrites) {
  for (const std::string& forged :
       {""s, "none"s, "ok:"s, "ok:i64"s, "ok:i64("s, "ok:i64(i64"s, "ok:i64(i64))"s, "ok:i64(i64) "s,
        "ok:i65(i64)"s, "ok:i64(i64,)"s, "ok:i64(,i64)"s, "ok:i64(list[])x"s,
        "ok:i64(i64);}\n#include \"/etc/passwd\"\n"s, "ok:i64(std::string)"s, "OK:i64()"s, "\0ok:i64()"s}) {
    const auto variant = read_description(forged);
    EXPECT_EQ(variant.kind, Kind::missing) << forged;
    EXPECT_EQ(variant.codec_source, "") << forged;
  }
  std::string deep = "i64";
  for (int i = 0; i < 40; ++i) deep = "list[" + deep + "]";
  EXPECT_EQ(read_description("ok:i64(" + deep + ")").kind, Kind::missing);
}

TEST(ReadDescription, TakesOneTextAlone) {
  EXPECT_EQ(read_description("ok:i64()\0ok:i64(i64)\0"s).kind, Kind::missing);
  EXPECT_EQ(read_description("ok:i64()\0\0\0\0"s).kind, Kind::fits);
}

TEST(ReadDescription, MakesTheFoundSignatureFitToPrint) {
  EXPECT_EQ(read_description("bad:int\x1b[2J(\xff)"s).found, "int?[2J(?)");
}

TEST(Build, RefusesASampleThatWritesADescriptionOfItsOwn) {
  EXPECT_EQ(
      complaint_about(problem_of({"int"}, "int"),
                      "__attribute__((section(\".effk_types\"), used)) extern const char forged[] = "
                      "\"ok:str(str)\";\nint solve(int a) { return a; }"),
      "no entry point: expected long long solve(long long a) (or as a public method of class Solution); "
      "found no 'solve'");
}

}  // namespace
}  // namespace effk::toolchain
