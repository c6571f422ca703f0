#include <dlfcn.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

#include "tests/counters/icount/decoder_comparison.h"
#include "tests/counters/icount/decoder_walk.h"
#include "tests/counters/icount/program_text.h"

namespace effk::icount {
namespace {

Visitor into(Findings& findings) {
  return [&findings](std::span<const std::uint8_t> bytes) { findings.look_at(bytes); };
}

TEST(DecoderAgreesWithZydis, OnTheOneByteMap) {
  Findings findings;
  walk_legacy(0, into(findings));
  EXPECT_EQ(findings.text(), "");
  EXPECT_GT(findings.valid(), 1'000'000U);
}

TEST(DecoderAgreesWithZydis, OnTheTwoByteMap) {
  Findings findings;
  walk_legacy(1, into(findings));
  EXPECT_EQ(findings.text(), "");
  EXPECT_GT(findings.valid(), 800'000U);
}

TEST(DecoderAgreesWithZydis, OnTheThreeByteMapsAnd3dnow) {
  Findings findings;
  walk_legacy(2, into(findings));
  walk_legacy(3, into(findings));
  walk_threednow(into(findings));
  EXPECT_EQ(findings.text(), "");
  EXPECT_GT(findings.valid(), 100'000U);
}

TEST(DecoderAgreesWithZydis, OnVex) {
  Findings findings;
  for (const int map : {0, 1, 2, 3, 4, 5, 6, 7, 31}) walk_vex(map, into(findings));
  EXPECT_EQ(findings.text(), "");
  EXPECT_GT(findings.valid(), 600'000U);
}

TEST(DecoderAgreesWithZydis, OnXop) {
  Findings findings;
  for (const int map : {8, 9, 10, 11, 31}) walk_xop(map, into(findings));
  EXPECT_EQ(findings.text(), "");
  EXPECT_GT(findings.valid(), 30'000U);
}

TEST(DecoderAgreesWithZydis, OnEvex) {
  Findings findings;
  for (const int map : {0, 1, 2, 3, 4, 5, 6, 7, 9}) walk_evex(map, into(findings));
  EXPECT_EQ(findings.text(), "");
  EXPECT_GT(findings.valid(), 800'000U);
}

TEST(DecoderAgreesWithZydis, OnRandomBytes) {
  Findings findings;
  walk_random(1, 5'000'000, into(findings));
  EXPECT_EQ(findings.text(), "");
}

// One instruction after the other, so that a wrong length is not made good by a new start.
void expect_agreement(const std::string& path) {
  const std::vector<std::uint8_t> code = program_text(path);
  if (code.empty()) GTEST_SKIP() << path << " has no .text";
  Findings findings;
  std::uint64_t undefined = 0;
  for (std::size_t at = 0; at < code.size();) {
    const auto bytes = std::span(code).subspan(at, std::min<std::size_t>(15, code.size() - at));
    findings.look_at(bytes);
    Instruction instruction;
    const bool whole = decode(bytes.data(), bytes.size(), Baseline::host, instruction);
    ASSERT_TRUE(whole) << "at " << at;
    if (instruction.special == Special::undefined) ++undefined;
    at += std::max<std::size_t>(instruction.length, 1);
  }
  EXPECT_EQ(findings.text(), "");
  EXPECT_LT(undefined, findings.seen() / 1000) << "ud2 is rare: this is not read as code";
}

TEST(DecoderAgreesWithZydis, OnTheCLibrary) {
  Dl_info library;
  ASSERT_NE(dladdr(reinterpret_cast<void*>(&std::puts), &library), 0);
  expect_agreement(library.dli_fname);
}

TEST(DecoderAgreesWithZydis, OnTheInterpreterOfPython) {
  expect_agreement("/usr/bin/python3");
}

}  // namespace
}  // namespace effk::icount
