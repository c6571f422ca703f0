// The maps of VEX and XOP.
#include "harness/counters/icount/decoder_rows.h"

namespace effk::icount {
namespace {

constexpr int kTwo = kV3 | kNoV;              // two operands: vvvv is free
constexpr int kThree = kV3;                   // three operands
constexpr int kMask = kHost | kRegisterOnly;  // AVX-512 mask registers

constexpr Row kRows1[] = {
    {0x10, 0x11, kNp66, kTwo},
    {0x10, 0x11, kScalar, kV3 | kNoVInMemory},
    {0x12, 0x12, kNp, kThree | kL0},
    {0x12, 0x12, k66, kThree | kL0 | kMemoryOnly},
    {0x12, 0x12, kScalar, kTwo},
    {0x13, 0x13, kNp66, kTwo | kL0 | kMemoryOnly},
    {0x14, 0x15, kNp66, kThree},
    {0x16, 0x16, kNp, kThree | kL0},
    {0x16, 0x16, k66, kThree | kL0 | kMemoryOnly},
    {0x16, 0x16, kF3, kTwo},
    {0x17, 0x17, kNp66, kTwo | kL0 | kMemoryOnly},
    {0x28, 0x29, kNp66, kTwo},
    {0x2A, 0x2A, kScalar, kThree},
    {0x2B, 0x2B, kNp66, kTwo | kMemoryOnly},
    {0x2C, 0x2D, kScalar, kTwo},
    {0x2E, 0x2F, kNp66, kTwo},
    {0x41, 0x42, kNp66, kMask | kL1},
    {0x44, 0x44, kNp66, kMask | kL0 | kNoV},
    {0x45, 0x47, kNp66, kMask | kL1},
    {0x4A, 0x4A, kNp66, kMask | kL1},
    {0x4B, 0x4B, kNp, kMask | kL1},
    {0x4B, 0x4B, k66, kMask | kL1 | kW0},
    {0x50, 0x50, kNp66, kTwo | kRegisterOnly},
    {0x51, 0x51, kNp66, kTwo},
    {0x51, 0x51, kScalar, kThree},
    {0x52, 0x53, kNp, kTwo},
    {0x52, 0x53, kF3, kThree},
    {0x54, 0x57, kNp66, kThree},
    {0x58, 0x59, kEach, kThree},
    {0x5A, 0x5A, kNp66, kTwo},
    {0x5A, 0x5A, kScalar, kThree},
    {0x5B, 0x5B, kNp66 | kF3, kTwo},
    {0x5C, 0x5F, kEach, kThree},
    {0x60, 0x6D, k66, kThree},
    {0x6E, 0x6E, k66, kTwo | kL0},
    {0x6F, 0x6F, k66 | kF3, kTwo},
    {0x70, 0x70, k66 | kScalar, kTwo},
    {0x71, 0x73, k66, kThree | kRegisterOnly | kByReg},
    {0x74, 0x76, k66, kThree},
    {0x77, 0x77, kNp, kTwo},
    {0x7C, 0x7D, k66 | kF2, kThree},
    {0x7E, 0x7E, k66 | kF3, kTwo | kL0},
    {0x7F, 0x7F, k66 | kF3, kTwo},
    {0x90, 0x90, kNp66, kHost | kL0 | kNoV},
    {0x91, 0x91, kNp66, kHost | kL0 | kNoV | kMemoryOnly},
    {0x92, 0x93, kNp66, kMask | kL0 | kW0 | kNoV},
    {0x92, 0x93, kF2, kMask | kL0 | kNoV},
    {0x98, 0x99, kNp66, kMask | kL0 | kNoV},
    {0xAE, 0xAE, kNp, kTwo | kL0 | kMemoryOnly | kByReg},
    {0xC2, 0xC2, kEach, kThree},
    {0xC4, 0xC4, k66, kThree | kL0},
    {0xC5, 0xC5, k66, kTwo | kL0 | kRegisterOnly},
    {0xC6, 0xC6, kNp66, kThree},
    {0xD0, 0xD0, k66 | kF2, kThree},
    {0xD1, 0xD5, k66, kThree},
    {0xD6, 0xD6, k66, kTwo | kL0},
    {0xD7, 0xD7, k66, kTwo | kRegisterOnly},
    {0xD8, 0xE5, k66, kThree},
    {0xE6, 0xE6, k66 | kScalar, kTwo},
    {0xE7, 0xE7, k66, kTwo | kMemoryOnly},
    {0xE8, 0xEF, k66, kThree},
    {0xF0, 0xF0, kF2, kTwo | kMemoryOnly},
    {0xF1, 0xF6, k66, kThree},
    {0xF7, 0xF7, k66, kTwo | kL0 | kRegisterOnly},
    {0xF8, 0xFE, k66, kThree},
};

constexpr Row kRows2[] = {
    {0x00, 0x0B, k66, kThree},
    {0x0C, 0x0D, k66, kThree | kW0},
    {0x0E, 0x0F, k66, kTwo | kW0},
    {0x13, 0x13, k66, kTwo | kW0},
    {0x16, 0x16, k66, kThree | kL1 | kW0},
    {0x17, 0x17, k66, kTwo},
    {0x18, 0x18, k66, kTwo | kW0},
    {0x19, 0x19, k66, kTwo | kL1 | kW0},
    {0x1A, 0x1A, k66, kTwo | kL1 | kW0 | kMemoryOnly},
    {0x1C, 0x1E, k66, kTwo},
    {0x20, 0x25, k66, kTwo},
    {0x28, 0x29, k66, kThree},
    {0x2A, 0x2A, k66, kTwo | kMemoryOnly},
    {0x2B, 0x2B, k66, kThree},
    {0x2C, 0x2F, k66, kThree | kW0 | kMemoryOnly},
    {0x30, 0x35, k66, kTwo},
    {0x36, 0x36, k66, kThree | kL1 | kW0},
    {0x37, 0x40, k66, kThree},
    {0x41, 0x41, k66, kTwo | kL0},
    {0x45, 0x45, k66, kThree},
    {0x46, 0x46, k66, kThree | kW0},
    {0x47, 0x47, k66, kThree},
    {0x49, 0x49, kNp, kHost | kL0 | kW0 | kNoV | kByReg},                  // ldtilecfg, tilerelease
    {0x49, 0x49, k66, kHost | kL0 | kW0 | kNoV | kMemoryOnly | kByReg},    // sttilecfg
    {0x49, 0x49, kF2, kHost | kL0 | kW0 | kNoV | kRegisterOnly | kByReg},  // tilezero
    {0x4B, 0x4B, k66 | kScalar, kHost | kL0 | kW0 | kNoV | kMemoryOnly | kVsib},
    {0x50, 0x51, kEach & ~k66, kHost | kW0},  // AVX-VNNI-INT8
    {0x50, 0x53, k66, kHost | kW0},           // AVX-VNNI
    {0x58, 0x59, k66, kTwo | kW0},
    {0x5A, 0x5A, k66, kTwo | kL1 | kW0 | kMemoryOnly},
    {0x5C, 0x5C, kScalar, kHost | kL0 | kW0 | kRegisterOnly},  // AMX-BF16, AMX-FP16
    {0x5E, 0x5E, kEach, kHost | kL0 | kW0 | kRegisterOnly},    // AMX-INT8
    {0x6C, 0x6C, kNp66, kHost | kL0 | kW0 | kRegisterOnly},    // AMX-COMPLEX
    {0x72, 0x72, kF3, kHost | kW0 | kNoV},                     // vcvtneps2bf16
    {0x78, 0x79, k66, kTwo | kW0},
    {0x8C, 0x8C, k66, kThree | kMemoryOnly},
    {0x8E, 0x8E, k66, kThree | kMemoryOnly},
    {0x90, 0x93, k66, kThree | kMemoryOnly | kVsib},
    {0x96, 0x9F, k66, kThree},
    {0xA6, 0xAF, k66, kThree},
    {0xB0, 0xB0, kEach, kHost | kW0 | kNoV | kMemoryOnly},  // AVX-NE-CONVERT
    {0xB1, 0xB1, k66 | kF3, kHost | kW0 | kNoV | kMemoryOnly},
    {0xB4, 0xB5, k66, kHost | kW1},  // AVX-IFMA
    {0xB6, 0xBF, k66, kThree},
    {0xCB, 0xCB, kF2, kHost | kL1 | kW0 | kRegisterOnly},  // SHA512
    {0xCC, 0xCD, kF2, kHost | kL1 | kW0 | kNoV | kRegisterOnly},
    {0xCF, 0xCF, k66, kHost | kW0},
    {0xD2, 0xD3, kNp66 | kF3, kHost | kW0},  // AVX-VNNI-INT16
    {0xDA, 0xDA, kNp66, kHost | kL0 | kW0},  // SM3
    {0xDA, 0xDA, kScalar, kHost | kW0},      // SM4
    {0xDB, 0xDB, k66, kHost | kL0 | kNoV},
    {0xDC, 0xDF, k66, kHost},
    {0xE0, 0xEF, k66, kHost | kL0 | kMemoryOnly},  // cmpccxadd
    {0xF2, 0xF2, kNp, kThree | kL0},
    {0xF3, 0xF3, kNp, kThree | kL0 | kByReg},
    {0xF5, 0xF5, kNp | kScalar, kThree | kL0},
    {0xF6, 0xF6, kF2, kThree | kL0},
    {0xF7, 0xF7, kEach, kThree | kL0},
};

constexpr Row kRows3[] = {
    {0x00, 0x01, k66, kTwo | kL1 | kW1},
    {0x02, 0x02, k66, kThree | kW0},
    {0x04, 0x05, k66, kTwo | kW0},
    {0x06, 0x06, k66, kThree | kL1 | kW0},
    {0x08, 0x09, k66, kTwo},
    {0x0A, 0x0F, k66, kThree},
    {0x14, 0x17, k66, kTwo | kL0},
    {0x18, 0x18, k66, kThree | kL1 | kW0},
    {0x19, 0x19, k66, kTwo | kL1 | kW0},
    {0x1D, 0x1D, k66, kTwo | kW0},
    {0x20, 0x22, k66, kThree | kL0},
    {0x30, 0x33, k66, kMask | kL0 | kNoV},
    {0x38, 0x38, k66, kThree | kL1 | kW0},
    {0x39, 0x39, k66, kTwo | kL1 | kW0},
    {0x40, 0x40, k66, kThree},
    {0x41, 0x41, k66, kThree | kL0},
    {0x42, 0x42, k66, kThree},
    {0x44, 0x44, k66, kHost},
    {0x46, 0x46, k66, kThree | kL1 | kW0},
    {0x48, 0x49, k66, kHost},
    {0x4A, 0x4C, k66, kThree | kW0},
    {0x5C, 0x5F, k66, kHost},
    {0x60, 0x63, k66, kTwo | kL0},
    {0x68, 0x6F, k66, kHost},
    {0x78, 0x7F, k66, kHost},
    {0xCE, 0xCF, k66, kHost | kW1},
    {0xDE, 0xDE, k66, kHost | kL0 | kW0},  // vsm3rnds2
    {0xDF, 0xDF, k66, kHost | kL0 | kNoV},
    {0xF0, 0xF0, kF2, kTwo | kL0},
};

constexpr Row kRows8[] = {
    {0x85, 0x87, kNp, kHost | kL0 | kW0},
    {0x8E, 0x8F, kNp, kHost | kL0 | kW0},
    {0x95, 0x97, kNp, kHost | kL0 | kW0},
    {0x9E, 0x9F, kNp, kHost | kL0 | kW0},
    {0xA2, 0xA2, kNp, kHost},
    {0xA3, 0xA3, kNp, kHost | kL0},
    {0xA6, 0xA6, kNp, kHost | kL0 | kW0},
    {0xB6, 0xB6, kNp, kHost | kL0 | kW0},
    {0xC0, 0xC3, kNp, kHost | kL0 | kW0 | kNoV},
    {0xCC, 0xCF, kNp, kHost | kL0 | kW0},
    {0xEC, 0xEF, kNp, kHost | kL0 | kW0},
};

constexpr Row kRows9[] = {
    {0x01, 0x02, kNp, kHost | kL0 | kByReg},
    {0x12, 0x12, kNp, kHost | kL0 | kNoV | kRegisterOnly | kByReg},
    {0x80, 0x81, kNp, kHost | kW0 | kNoV},
    {0x82, 0x83, kNp, kHost | kL0 | kW0 | kNoV},
    {0x90, 0x9B, kNp, kHost | kL0},
    {0xC1, 0xC3, kNp, kHost | kL0 | kW0 | kNoV},
    {0xC6, 0xC7, kNp, kHost | kL0 | kW0 | kNoV},
    {0xCB, 0xCB, kNp, kHost | kL0 | kW0 | kNoV},
    {0xD1, 0xD3, kNp, kHost | kL0 | kW0 | kNoV},
    {0xD6, 0xD7, kNp, kHost | kL0 | kW0 | kNoV},
    {0xDB, 0xDB, kNp, kHost | kL0 | kW0 | kNoV},
    {0xE1, 0xE3, kNp, kHost | kL0 | kW0 | kNoV},
};

constexpr Row kRowsA[] = {
    {0x10, 0x10, kNp, kHost | kL0 | kNoV},
    {0x12, 0x12, kNp, kHost | kL0 | kByReg},
};

template <int n>
constexpr XopMap xop_map(const Row (&rows)[n]) {
  XopMap map = {};
  for (const Row& row : rows) {
    for (int opcode = row.first; opcode <= row.last; ++opcode) {
      map.at[opcode] = static_cast<Form>(row.form);
    }
  }
  return map;
}

}  // namespace

constinit const VectorMap kVexMaps[3] = {map_of(kRows1), map_of(kRows2), map_of(kRows3)};
constinit const XopMap kXopMaps[3] = {xop_map(kRows8), xop_map(kRows9), xop_map(kRowsA)};

}  // namespace effk::icount
