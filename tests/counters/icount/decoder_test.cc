#include "tests/counters/icount/decoded.h"

namespace effk::icount {
namespace {

Special special_of(const Code& code, Baseline baseline = Baseline::v3) {
  return decoded(code, baseline).special;
}

TEST(Decoder, AsksForMoreUntilTheInstructionIsWhole) {
  const Code code{0x66, 0x41, 0x81, 0x84, 0x24, 1, 2, 3, 4, 5, 6};  // add word [r12 + disp32], imm16
  Instruction instruction;
  for (std::size_t available = 0; available < code.size(); ++available) {
    EXPECT_FALSE(decode(code.data(), available, Baseline::v1, instruction)) << available;
  }
  EXPECT_TRUE(decode(code.data(), code.size(), Baseline::v1, instruction));
  EXPECT_EQ(instruction.length, code.size());
}

TEST(Decoder, TakesFifteenBytesAndNoMore) {
  EXPECT_EQ(whole({0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x2E, 0x0F, 0x1F, 0x84, 0, 0, 0, 0, 0}).special,
            Special::none);
  EXPECT_EQ(special_of({0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x2E, 0x0F, 0x1F, 0x84, 0, 0, 0, 0, 0}),
            Special::undefined);
  EXPECT_EQ(special_of(Code(15, 0x66)), Special::undefined);
}

TEST(Decoder, FindsTheTargetsOfRelativeBranches) {
  const Instruction jump = whole({0xE9, 0x78, 0x56, 0x34, 0x12});
  EXPECT_EQ(jump.flow, Flow::jump);
  EXPECT_EQ(jump.target, 0x12345678);
  EXPECT_EQ(whole({0xEB, 0xFE}).target, -2);
  EXPECT_EQ(whole({0xEB, 0xFE}).flow, Flow::jump);
  const Instruction call = whole({0xE8, 0xFC, 0xFF, 0xFF, 0xFF});
  EXPECT_EQ(call.flow, Flow::call);
  EXPECT_EQ(call.target, -4);
  const Instruction branch = whole({0x0F, 0x84, 0x00, 0x00, 0x00, 0x80});
  EXPECT_EQ(branch.flow, Flow::branch);
  EXPECT_EQ(branch.target, INT32_MIN);
  for (const std::uint8_t opcode : Code{0x70, 0x7F, 0xE0, 0xE1, 0xE2, 0xE3}) {
    EXPECT_EQ(whole({opcode, 0x80}).flow, Flow::branch) << int{opcode};
    EXPECT_EQ(whole({opcode, 0x80}).target, -128) << int{opcode};
  }
}

TEST(Decoder, KnowsIndirectBranchesAndReturns) {
  EXPECT_EQ(whole({0xFF, 0xE0}).flow, Flow::jump_indirect);
  EXPECT_EQ(whole({0xFF, 0x25, 1, 2, 3, 4}).flow, Flow::jump_indirect);
  EXPECT_EQ(whole({0x41, 0xFF, 0xD3}).flow, Flow::call_indirect);
  EXPECT_EQ(whole({0xFF, 0x14, 0xC5, 1, 2, 3, 4}).flow, Flow::call_indirect);
  EXPECT_EQ(whole({0xC3}).flow, Flow::ret);
  const Instruction ret = whole({0xC2, 0x34, 0x12});
  EXPECT_EQ(ret.flow, Flow::ret);
  EXPECT_EQ(ret.immediate16, 0x1234);
}

TEST(Decoder, TakesThePrefixesThatCompilersPutBeforeBranches) {
  EXPECT_EQ(whole({0x3E, 0xFF, 0xE0}).flow, Flow::jump_indirect);           // notrack
  EXPECT_EQ(whole({0xF2, 0xE9, 1, 0, 0, 0}).target, 1);                     // bnd
  EXPECT_EQ(whole({0xF2, 0x0F, 0x85, 1, 0, 0, 0}).flow, Flow::branch);      // bnd
  EXPECT_EQ(whole({0xF3, 0xC3}).flow, Flow::ret);                           // rep ret
  EXPECT_EQ(whole({0x2E, 0x74, 0x05}).flow, Flow::branch);                  // not taken
  EXPECT_EQ(whole({0x67, 0xE8, 2, 0, 0, 0}).target, 2);                     // a relaxed call through the GOT
  EXPECT_EQ(whole({0x66, 0x48, 0xE8, 3, 0, 0, 0}).target, 3);               // data16 rex.W call
  EXPECT_EQ(whole({0x66, 0x66, 0x48, 0xE8, 4, 0, 0, 0}).flow, Flow::call);  // call __tls_get_addr
  EXPECT_EQ(whole({0x66, 0x48, 0xFF, 0x15, 1, 2, 3, 4}).flow, Flow::call_indirect);
}

TEST(Decoder, RefusesNearBranchesOfWhichProcessorsDisagree) {
  EXPECT_EQ(special_of({0x66, 0xE9, 1, 2, 3, 4}), Special::undefined);
  EXPECT_EQ(special_of({0x66, 0xE8, 1, 2, 3, 4}), Special::undefined);
  EXPECT_EQ(special_of({0x66, 0x74, 0x10}), Special::undefined);
  EXPECT_EQ(special_of({0x66, 0x0F, 0x84, 1, 2, 3, 4}), Special::undefined);
  EXPECT_EQ(special_of({0x66, 0xC3}), Special::undefined);
  EXPECT_EQ(special_of({0x66, 0xFF, 0xE0}), Special::undefined);
}

TEST(Decoder, FindsRipRelativeDisplacementsBeforeImmediates) {
  const Instruction plain = whole({0x48, 0x8B, 0x05, 1, 2, 3, 4});
  EXPECT_TRUE(plain.rip_relative);
  EXPECT_EQ(plain.displacement_at, 3);
  EXPECT_EQ(plain.displacement_bytes, 4);
  EXPECT_EQ(plain.immediate_bytes, 0);
  const Instruction word = whole({0x66, 0xC7, 0x05, 1, 2, 3, 4, 5, 6});  // mov word [rip + disp32], imm16
  EXPECT_TRUE(word.rip_relative);
  EXPECT_EQ(word.displacement_at, 3);
  EXPECT_EQ(word.immediate_bytes, 2);
  const Instruction vector = whole({0xC4, 0xE3, 0x79, 0x0F, 0x05, 1, 2, 3, 4, 5});  // vpalignr
  EXPECT_TRUE(vector.rip_relative);
  EXPECT_EQ(vector.displacement_at, 5);
  EXPECT_EQ(vector.immediate_bytes, 1);
  const Instruction evex = whole({0x62, 0xF1, 0x7C, 0x48, 0x28, 0x05, 1, 2, 3, 4}, Baseline::host);
  EXPECT_TRUE(evex.rip_relative);
  EXPECT_EQ(evex.displacement_at, 6);
  EXPECT_TRUE(whole({0x8D, 0x05, 1, 2, 3, 4}).rip_relative);  // lea
}

TEST(Decoder, DoesNotTakeAbsoluteAddressesForRipRelative) {
  const Instruction absolute = whole({0x8B, 0x04, 0x25, 1, 2, 3, 4});
  EXPECT_FALSE(absolute.rip_relative);
  EXPECT_EQ(absolute.displacement_at, 3);
  EXPECT_EQ(absolute.displacement_bytes, 4);
  EXPECT_FALSE(whole({0x41, 0x8B, 0x45, 0x10}).rip_relative);  // [r13 + disp8]
  EXPECT_EQ(whole({0x41, 0x8B, 0x45, 0x10}).displacement_bytes, 1);
  EXPECT_EQ(whole({0x8B, 0x44, 0x24, 0x10}).displacement_at, 3);  // [rsp + disp8]
}

TEST(Decoder, MeasuresImmediatesThatDependOnPrefixesAndModrm) {
  EXPECT_EQ(whole({0x48, 0xB8, 1, 2, 3, 4, 5, 6, 7, 8}).immediate_bytes, 8);
  EXPECT_EQ(whole({0xB8, 1, 2, 3, 4}).immediate_bytes, 4);
  EXPECT_EQ(whole({0x66, 0xB8, 1, 2}).immediate_bytes, 2);
  EXPECT_EQ(whole({0x66, 0x48, 0xB8, 1, 2, 3, 4, 5, 6, 7, 8}).immediate_bytes, 8);
  EXPECT_EQ(whole({0x48, 0x05, 1, 2, 3, 4}).immediate_bytes, 4);
  EXPECT_EQ(whole({0xF7, 0xC0, 1, 2, 3, 4}).immediate_bytes, 4);  // test
  EXPECT_EQ(whole({0xF7, 0xC8, 1, 2, 3, 4}).immediate_bytes, 4);  // its other number
  EXPECT_EQ(whole({0xF6, 0xC0, 1}).immediate_bytes, 1);
  EXPECT_EQ(whole({0xF7, 0xD0}).immediate_bytes, 0);              // not
  EXPECT_EQ(whole({0xC8, 0x10, 0x00, 0x01}).immediate_bytes, 3);  // enter
  EXPECT_EQ(whole({0x68, 1, 2, 3, 4}).immediate_bytes, 4);
  EXPECT_EQ(whole({0x66, 0x68, 1, 2}).immediate_bytes, 2);
  EXPECT_EQ(whole({0x66, 0x0F, 0x78, 0xC1, 1, 2}, Baseline::host).immediate_bytes, 2);              // extrq
  EXPECT_EQ(whole({0x8F, 0xEA, 0x78, 0x10, 0xC1, 1, 2, 3, 4}, Baseline::host).immediate_bytes, 4);  // bextr
}

TEST(Decoder, CountsAnAbsoluteAddressInTheOpcodeAsImmediate) {
  for (const std::uint8_t opcode : Code{0xA0, 0xA1, 0xA2, 0xA3}) {
    const Instruction instruction = whole({opcode, 1, 2, 3, 4, 5, 6, 7, 8});
    EXPECT_EQ(instruction.immediate_bytes, 8);
    EXPECT_EQ(instruction.displacement_bytes, 0);
    EXPECT_EQ(whole({0x67, opcode, 1, 2, 3, 4}).immediate_bytes, 4);
    EXPECT_TRUE(whole({0x65, opcode, 1, 2, 3, 4, 5, 6, 7, 8}).gs_relative);
  }
}

TEST(Decoder, SeesGsOnlyWhereItMovesAnOperand) {
  EXPECT_TRUE(whole({0x65, 0x48, 0x8B, 0x04, 0x25, 0x28, 0, 0, 0}).gs_relative);
  EXPECT_TRUE(whole({0x65, 0x2E, 0x8B, 0x00}).gs_relative);  // the other four mean nothing
  EXPECT_TRUE(whole({0x64, 0x65, 0x8B, 0x00}).gs_relative);  // the last of the two counts
  EXPECT_FALSE(whole({0x65, 0x64, 0x8B, 0x00}).gs_relative);
  EXPECT_FALSE(whole({0x65, 0x8B, 0xC0}).gs_relative);  // between registers
  EXPECT_FALSE(whole({0x65, 0x8D, 0x00}).gs_relative);  // lea
  EXPECT_TRUE(whole({0x65, 0xA4}).gs_relative);         // movsb reads through it
  EXPECT_FALSE(whole({0x65, 0xAA}).gs_relative);        // stosb does not
  EXPECT_TRUE(whole({0x65, 0xD7}).gs_relative);         // xlat
  EXPECT_TRUE(whole({0x65, 0xFF, 0x25, 1, 2, 3, 4}).gs_relative);
}

TEST(Decoder, LetsTheLastRexBeforeTheOpcodeCount) {
  EXPECT_EQ(whole({0x40, 0x48, 0x89, 0xC3}).rex, 0x48);
  EXPECT_EQ(whole({0x48, 0x66, 0x89, 0xC3}).rex, 0);
  EXPECT_EQ(whole({0x48, 0x66, 0x89, 0xC3}).operand_bytes, 2);
  EXPECT_EQ(whole({0x66, 0x48, 0x89, 0xC3}).operand_bytes, 8);
  EXPECT_EQ(whole({0x66, 0x48, 0x89, 0xC3}).opcode_at, 2);
}

TEST(Decoder, TellsMandatoryPrefixesApart) {
  EXPECT_EQ(whole({0xF3, 0x90}, Baseline::v1).special, Special::none);            // pause
  EXPECT_EQ(whole({0x0F, 0xB8, 0xC1}).special, Special::undefined);               // jmpe, of Itanium
  EXPECT_EQ(whole({0xF3, 0x0F, 0xB8, 0xC1}).special, Special::none);              // popcnt
  EXPECT_EQ(whole({0x66, 0xF2, 0x0F, 0x38, 0xF1, 0xC1}).special, Special::none);  // crc32, of 16 bits
  EXPECT_EQ(special_of({0x66, 0x0F, 0x38, 0xF1, 0xC1}), Special::undefined);      // movbe, registers
  EXPECT_EQ(special_of({0xF3, 0x0F, 0x28, 0xC1}), Special::undefined);
  EXPECT_EQ(whole({0x66, 0xF3, 0x0F, 0x10, 0xC1}, Baseline::v1).special, Special::none);  // F3 is stronger
}

TEST(Decoder, HoldsEachInstructionAgainstTheBaseline) {
  struct Case {
    Code code;
    Baseline smallest;
  };
  const Case cases[] = {
      {{0x0F, 0x44, 0xC1}, Baseline::v1},                      // cmove
      {{0x0F, 0xAE, 0x00}, Baseline::v1},                      // fxsave
      {{0x0F, 0x0D, 0x08}, Baseline::v1},                      // prefetchw
      {{0xF3, 0x0F, 0x1E, 0xFA}, Baseline::v1},                // endbr64
      {{0xF3, 0x0F, 0xAE, 0xC0}, Baseline::v1},                // rdfsbase
      {{0x0F, 0xC7, 0x08}, Baseline::v1},                      // cmpxchg8b
      {{0x48, 0x0F, 0xC7, 0x08}, Baseline::v2},                // cmpxchg16b
      {{0x9F}, Baseline::v2},                                  // lahf
      {{0xF3, 0x0F, 0xB8, 0xC1}, Baseline::v2},                // popcnt
      {{0xDB, 0x08}, Baseline::v2},                            // fisttp
      {{0x66, 0x0F, 0x38, 0x17, 0xC1}, Baseline::v2},          // ptest
      {{0xF3, 0x0F, 0xBC, 0xC1}, Baseline::v3},                // tzcnt
      {{0xF3, 0x0F, 0xBD, 0xC1}, Baseline::v3},                // lzcnt
      {{0x0F, 0x38, 0xF0, 0x00}, Baseline::v3},                // movbe
      {{0xC5, 0xF8, 0x77}, Baseline::v3},                      // vzeroupper
      {{0xC4, 0xE2, 0x78, 0xF2, 0xC1}, Baseline::v3},          // andn
      {{0x0F, 0xAE, 0x20}, Baseline::v3},                      // xsave
      {{0x66, 0x0F, 0x38, 0xDC, 0xC1}, Baseline::host},        // aesenc
      {{0x66, 0x0F, 0x3A, 0x44, 0xC1, 0}, Baseline::host},     // pclmulqdq
      {{0xC4, 0xE3, 0x79, 0x44, 0xC1, 0}, Baseline::host},     // vpclmulqdq
      {{0x66, 0x0F, 0xAE, 0x38}, Baseline::host},              // clflushopt
      {{0x0F, 0xC7, 0x20}, Baseline::host},                    // xsavec
      {{0x66, 0x0F, 0x38, 0xF6, 0xC1}, Baseline::host},        // adcx
      {{0xF3, 0x0F, 0x2B, 0x00}, Baseline::host},              // movntss, of SSE4a
      {{0x0F, 0x0F, 0xC1, 0x9E}, Baseline::host},              // pfadd, of 3DNow
      {{0x62, 0xF1, 0x7C, 0x48, 0x58, 0xC1}, Baseline::host},  // vaddps of 512 bits
      {{0xC5, 0xF8, 0x92, 0xC1}, Baseline::host},              // kmovw
      {{0x8F, 0xE9, 0x78, 0x01, 0xC9}, Baseline::host},        // blcfill
  };
  for (const Case& c : cases) {
    for (const Baseline baseline : {Baseline::v1, Baseline::v2, Baseline::v3, Baseline::host}) {
      const Special wanted = baseline < c.smallest ? Special::beyond_baseline : Special::none;
      EXPECT_EQ(whole(c.code, baseline).special, wanted)
          << "opcode " << int{c.code[1]} << ", baseline " << static_cast<int>(baseline);
    }
  }
}

TEST(Decoder, NamesWhatMustNotBeCopied) {
  struct Case {
    Code code;
    Special special;
  };
  const Case cases[] = {
      {{0x0F, 0x05}, Special::syscall},
      {{0xCC}, Special::interrupt},
      {{0xCD, 0x80}, Special::interrupt},
      {{0xF1}, Special::interrupt},
      {{0x0F, 0xA2}, Special::cpuid},
      {{0x0F, 0x01, 0xD0}, Special::xgetbv},
      {{0x0F, 0x31}, Special::rdtsc},
      {{0x0F, 0x01, 0xF9}, Special::rdtscp},
      {{0xF3, 0x0F, 0xAE, 0xC8}, Special::gs_base},
      {{0xF3, 0x48, 0x0F, 0xAE, 0xD8}, Special::gs_base},
      {{0x8E, 0xE8}, Special::segment_load},
      {{0x0F, 0xA9}, Special::segment_load},
      {{0x0F, 0xB5, 0x00}, Special::segment_load},
      {{0xFF, 0x28}, Special::far_transfer},
      {{0xCB}, Special::far_transfer},
      {{0x48, 0xCF}, Special::far_transfer},
      {{0x0F, 0x34}, Special::far_transfer},
      {{0x0F, 0x0B}, Special::undefined},
      {{0x0F, 0xFF, 0xC0}, Special::undefined},
      {{0x06}, Special::undefined},
      {{0x0F, 0x33}, Special::not_reproducible},
      {{0xF3, 0x0F, 0xC7, 0xF8}, Special::not_reproducible},
      {{0x0F, 0x00, 0xE8}, Special::not_reproducible},
      {{0x0F, 0x01, 0x00}, Special::not_reproducible},
      {{0xF2, 0x0F, 0xAE, 0xF0}, Special::not_reproducible},
      {{0xC7, 0xF8, 1, 2, 3, 4}, Special::transaction},
      {{0xC6, 0xF8, 1}, Special::transaction},
      {{0x0F, 0x01, 0xD6}, Special::transaction},
      {{0x0F, 0x01, 0xEE}, Special::protection_keys},
  };
  for (const Case& c : cases) {
    for (const Baseline baseline : {Baseline::v1, Baseline::host}) {
      const Instruction instruction = decoded(c.code, baseline);
      EXPECT_EQ(instruction.special, c.special) << "opcode " << int{c.code[0]} << ' ' << int{c.code.back()};
      EXPECT_EQ(instruction.flow, Flow::special);
    }
  }
}

TEST(Decoder, NamesTheRegisterAndSizeOfRandomNumbers) {
  const Instruction random = whole({0x49, 0x0F, 0xC7, 0xF3});  // rdrand r11
  EXPECT_EQ(random.special, Special::rdrand);
  EXPECT_EQ(random.register_operand, 11);
  EXPECT_EQ(random.operand_bytes, 8);
  const Instruction seed = whole({0x66, 0x0F, 0xC7, 0xFA});  // rdseed dx
  EXPECT_EQ(seed.special, Special::rdseed);
  EXPECT_EQ(seed.register_operand, 2);
  EXPECT_EQ(seed.operand_bytes, 2);
}

TEST(Decoder, LeavesPrivilegedInstructionsToTheProcessor) {
  for (const Code& code : {Code{0xF4}, Code{0xFA}, Code{0xEC}, Code{0xE6, 1}, Code{0x0F, 0x22, 0xC0},
                           Code{0x0F, 0x30}, Code{0x0F, 0x01, 0x10}, Code{0x0F, 0x01, 0xF8}}) {
    EXPECT_EQ(whole(code, Baseline::v1).flow, Flow::next);
  }
}

TEST(Decoder, IgnoresTheModeOfControlRegisterMoves) {
  // The processor takes any ModRM.mod for a register: no SIB and no displacement follow.
  EXPECT_EQ(whole({0x0F, 0x20, 0x04}).special, Special::none);
  EXPECT_EQ(whole({0x0F, 0x20, 0x85}).displacement_bytes, 0);
}

TEST(Decoder, AllowsLockOnlyBeforeWritesToMemory) {
  EXPECT_EQ(special_of({0xF0, 0x01, 0x00}), Special::none);
  EXPECT_EQ(special_of({0xF0, 0x01, 0xC0}), Special::undefined);
  EXPECT_EQ(special_of({0xF0, 0x03, 0x00}), Special::undefined);
  EXPECT_EQ(special_of({0xF0, 0x39, 0x00}), Special::undefined);  // cmp
  EXPECT_EQ(special_of({0xF0, 0x48, 0x0F, 0xB1, 0x0A}), Special::none);
  EXPECT_EQ(special_of({0xF0, 0x0F, 0xBA, 0x28, 1}), Special::none);
  EXPECT_EQ(special_of({0xF0, 0x0F, 0xBA, 0x20, 1}), Special::undefined);  // bt
}

TEST(Decoder, TellsTheRepeatOfStringInstructions) {
  EXPECT_EQ(whole({0xF3, 0xA4}).repeat, Repeat::rep);
  EXPECT_EQ(whole({0xF2, 0x48, 0xAB}).repeat,
            Repeat::rep);  // F2 works as F3 before those that do not compare
  EXPECT_EQ(whole({0xF3, 0xA6}).repeat, Repeat::repe);
  EXPECT_EQ(whole({0xF2, 0xAE}).repeat, Repeat::repne);
  EXPECT_EQ(whole({0xA4}).repeat, Repeat::none);
  EXPECT_EQ(whole({0xF3, 0x90}).repeat, Repeat::none);
}

TEST(Decoder, RefusesVexAndEvexAfterPrefixesThatTheyReplace) {
  for (const std::uint8_t prefix : Code{0x66, 0xF2, 0xF3, 0xF0, 0x48}) {
    EXPECT_EQ(special_of({prefix, 0xC5, 0xF8, 0x28, 0xC1}), Special::undefined);
    EXPECT_EQ(special_of({prefix, 0x62, 0xF1, 0x7C, 0x48, 0x28, 0xC1}, Baseline::host), Special::undefined);
  }
  EXPECT_EQ(special_of({0x65, 0xC5, 0xF8, 0x28, 0x00}), Special::none);
  EXPECT_EQ(special_of({0x67, 0xC5, 0xF8, 0x28, 0x00}), Special::none);
}

TEST(Decoder, TellsXopFromPop) {
  EXPECT_EQ(whole({0x8F, 0xC0}).special, Special::none);
  EXPECT_EQ(special_of({0x8F, 0xC8, 0, 0, 0}), Special::undefined);
  EXPECT_EQ(whole({0x8F, 0xE8, 0x78, 0xC0, 0xC1, 1}, Baseline::host).special, Special::none);  // vprotb
}

}  // namespace
}  // namespace effk::icount
