#include <gtest/gtest.h>

#include "tests/counters/icount/cpu_claims.h"
#include "tests/counters/icount/decoder_walk.h"

namespace effk::icount {
namespace {

// A step between the encodings of a walk, prime so that it falls in with none of the walk's periods.
Visitor each(std::uint64_t step, CpuClaims& claims) {
  return [step, &claims, n = std::uint64_t{0}](std::span<const std::uint8_t> bytes) mutable {
    if (n++ % step == 0) claims.look_at(bytes);
  };
}

std::string walk_general() {
  CpuClaims claims;
  walk_legacy(0, each(37, claims));
  walk_legacy(1, each(37, claims));
  walk_legacy(2, each(67, claims));
  walk_legacy(3, each(67, claims));
  if (claims.executed() < 20'000) return "too few were executed to say anything";
  return claims.text();
}

std::string walk_vectors() {
  CpuClaims claims;
  for (const int map : {1, 2, 3}) walk_vex(map, each(211, claims));
  for (const int map : {1, 2, 3, 5, 6}) walk_evex(map, each(1'009, claims));
  return claims.text();
}

class DecoderOnThisProcessor : public testing::Test {
 protected:
  void SetUp() override {
    if (!cpu_single_steps()) GTEST_SKIP() << "instructions cannot be single-stepped here";
  }
};

TEST_F(DecoderOnThisProcessor, KnowsLengthFlowAndFlagsOfTheGeneralInstructions) {
  EXPECT_EQ(in_child(walk_general), "");
}

TEST_F(DecoderOnThisProcessor, KnowsLengthFlowAndFlagsOfTheVectorInstructions) {
  EXPECT_EQ(in_child(walk_vectors), "");
}

}  // namespace
}  // namespace effk::icount
