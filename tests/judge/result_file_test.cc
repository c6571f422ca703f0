#include "harness/judge/result_file.h"

#include <gtest/gtest.h>

#include "tests/judge/execution_maker.h"

namespace effk::judge {
namespace {

using Kind = ResultFile::Kind;

TEST(ReadResult, KnowsEveryKindThatADriverWrites) {
  const std::pair<std::uint32_t, Kind> kinds[] = {
      {EFFK_RESULT_VALUE, Kind::value},         {EFFK_RESULT_EXCEPTION, Kind::exception},
      {EFFK_RESULT_NO_MEMORY, Kind::no_memory}, {EFFK_RESULT_NO_ENTRY, Kind::no_entry},
      {EFFK_RESULT_BAD_TYPE, Kind::bad_type},
  };
  for (const auto& [number, kind] : kinds) {
    const std::string file = result_file(number, "payload");
    const ResultFile result = read_result(file);
    EXPECT_EQ(result.kind, kind) << number;
    EXPECT_EQ(result.payload, "payload");
  }
}

TEST(ReadResult, IsNoneForAnEmptyFile) {
  EXPECT_EQ(read_result("").kind, Kind::none);
}

TEST(ReadResult, IsMalformedForEveryPartOfAResult) {
  const std::string file = result_file(EFFK_RESULT_VALUE, "payload");
  for (std::size_t size = 1; size < file.size(); ++size) {
    EXPECT_EQ(read_result(std::string_view(file).substr(0, size)).kind, Kind::malformed) << size;
  }
}

TEST(ReadResult, IsMalformedForMoreThanOneResult) {
  const std::string file = result_file(EFFK_RESULT_VALUE, "payload");
  EXPECT_EQ(read_result(file + file).kind, Kind::malformed);
  EXPECT_EQ(read_result(file + '\0').kind, Kind::malformed);
}

TEST(ReadResult, IsMalformedForAnUnknownKindAndForAnotherMagic) {
  EXPECT_EQ(read_result(result_file(0, "x")).kind, Kind::malformed);
  EXPECT_EQ(read_result(result_file(6, "x")).kind, Kind::malformed);
  std::string other = result_file(EFFK_RESULT_VALUE, "x");
  other[0] ^= 1;
  EXPECT_EQ(read_result(other).kind, Kind::malformed);
}

TEST(ReadResult, IsMalformedForASizeThatWrapsAround) {
  std::string file = result_file(EFFK_RESULT_VALUE, "x");
  EffkResultHeader header;
  std::memcpy(&header, file.data(), sizeof header);
  header.payload_size = UINT64_MAX;
  std::memcpy(file.data(), &header, sizeof header);
  EXPECT_EQ(read_result(file).kind, Kind::malformed);
}

TEST(OneLine, HasAtMost300Bytes) {
  EXPECT_EQ(one_line(std::string(300, 'x')), std::string(300, 'x'));
  EXPECT_EQ(one_line(std::string(301, 'x')), std::string(300, 'x'));
  EXPECT_EQ(one_line(std::string(299, 'x') + "\u20ac"), std::string(299, 'x'));
}

}  // namespace
}  // namespace effk::judge
