// The MMX and SSE columns of the maps 0F, 0F 38 and 0F 3A.
#include "harness/counters/icount/decoder_rows.h"

namespace effk::icount {
namespace {

constexpr Row kRows0F[] = {
    {0x10, 0x11, kEach, kV1},
    {0x12, 0x12, kNp, kV1},
    {0x12, 0x12, k66, kV1 | kMemoryOnly},
    {0x12, 0x12, kF3 | kF2, kV2},  // movsldup, movddup
    {0x13, 0x13, kNp66, kV1 | kMemoryOnly},
    {0x14, 0x15, kNp66, kV1},
    {0x16, 0x16, kNp, kV1},
    {0x16, 0x16, k66, kV1 | kMemoryOnly},
    {0x16, 0x16, kF3, kV2},  // movshdup
    {0x17, 0x17, kNp66, kV1 | kMemoryOnly},
    {0x28, 0x29, kNp66, kV1},
    {0x2A, 0x2A, kEach, kV1},
    {0x2B, 0x2B, kNp66, kV1 | kMemoryOnly},
    {0x2B, 0x2B, kF3 | kF2, kHost | kMemoryOnly},  // SSE4a: movntss, movntsd
    {0x2C, 0x2D, kEach, kV1},
    {0x2E, 0x2F, kNp66, kV1},
    {0x50, 0x50, kNp66, kV1 | kRegisterOnly},
    {0x51, 0x51, kEach, kV1},
    {0x52, 0x53, kNp | kF3, kV1},
    {0x54, 0x57, kNp66, kV1},
    {0x58, 0x5A, kEach, kV1},
    {0x5B, 0x5B, kNp66 | kF3, kV1},
    {0x5C, 0x5F, kEach, kV1},
    {0x60, 0x6B, kNp66, kV1},
    {0x6C, 0x6D, k66, kV1},
    {0x6E, 0x6E, kNp66, kV1},
    {0x6F, 0x6F, kNp66 | kF3, kV1},
    {0x70, 0x70, kEach, kV1},
    {0x71, 0x73, kNp66, kV1 | kRegisterOnly | kByReg},
    {0x74, 0x76, kNp66, kV1},
    {0x77, 0x77, kNp, kV1},
    {0x78, 0x79, kNp, kHost},                           // vmread, vmwrite
    {0x78, 0x78, k66, kHost | kRegisterOnly | kByReg},  // SSE4a: extrq
    {0x78, 0x78, kF2, kHost | kRegisterOnly},           // SSE4a: insertq
    {0x79, 0x79, k66 | kF2, kHost | kRegisterOnly},
    {0x7C, 0x7D, k66 | kF2, kV2},  // haddp, hsubp
    {0x7E, 0x7F, kNp66 | kF3, kV1},
    {0xC2, 0xC2, kEach, kV1},
    {0xC3, 0xC3, kNp, kV1 | kMemoryOnly},
    {0xC4, 0xC4, kNp66, kV1},
    {0xC5, 0xC5, kNp66, kV1 | kRegisterOnly},
    {0xC6, 0xC6, kNp66, kV1},
    {0xD0, 0xD0, k66 | kF2, kV2},  // addsubp
    {0xD1, 0xD5, kNp66, kV1},
    {0xD6, 0xD6, k66, kV1},
    {0xD6, 0xD6, kF3 | kF2, kV1 | kRegisterOnly},
    {0xD7, 0xD7, kNp66, kV1 | kRegisterOnly},
    {0xD8, 0xE5, kNp66, kV1},
    {0xE6, 0xE6, k66 | kF3 | kF2, kV1},
    {0xE7, 0xE7, kNp66, kV1 | kMemoryOnly},
    {0xE8, 0xEF, kNp66, kV1},
    {0xF0, 0xF0, kF2, kV2 | kMemoryOnly},  // lddqu
    {0xF1, 0xF6, kNp66, kV1},
    {0xF7, 0xF7, kNp66, kV1 | kRegisterOnly},
    {0xF8, 0xFE, kNp66, kV1},
};

constexpr Row kRows0F38[] = {
    {0x00, 0x0B, kNp66, kV2},
    {0x10, 0x10, k66, kV2},
    {0x14, 0x15, k66, kV2},
    {0x17, 0x17, k66, kV2},
    {0x1C, 0x1E, kNp66, kV2},
    {0x20, 0x25, k66, kV2},
    {0x28, 0x29, k66, kV2},
    {0x2A, 0x2A, k66, kV2 | kMemoryOnly},
    {0x2B, 0x2B, k66, kV2},
    {0x30, 0x35, k66, kV2},
    {0x37, 0x41, k66, kV2},
    {0x80, 0x82, k66, kHost | kMemoryOnly},           // invept, invvpid, invpcid
    {0xC8, 0xCD, kNp, kHost},                         // SHA
    {0xCF, 0xCF, k66, kHost},                         // GFNI
    {0xD8, 0xD8, kF3, kHost | kMemoryOnly | kByReg},  // Key Locker, wide
    {0xDB, 0xDF, k66, kHost},                         // AES
    {0xDC, 0xDC, kF3, kHost},                         // Key Locker; loadiwkey with registers
    {0xDD, 0xDF, kF3, kHost | kMemoryOnly},           // Key Locker
    {0xF0, 0xF1, kNp66, kV3 | kMemoryOnly},           // movbe
    {0xF0, 0xF1, kF2, kV2},                           // crc32
    {0xF5, 0xF5, k66, kHost | kMemoryOnly},           // wruss
    {0xF6, 0xF6, kNp, kHost | kMemoryOnly},           // wrss
    {0xF6, 0xF6, k66 | kF3, kHost},                   // adcx, adox
    {0xF8, 0xF8, k66, kHost | kMemoryOnly},           // movdir64b
    {0xF8, 0xF8, kF3 | kF2, kHost},                   // enqcmds, enqcmd; uwrmsr, urdmsr
    {0xF9, 0xF9, kNp, kHost | kMemoryOnly},           // movdiri
    {0xFA, 0xFB, kF3, kHost | kRegisterOnly},         // Key Locker: encodekey
    {0xFC, 0xFC, kEach, kHost | kMemoryOnly},         // aadd, aand, axor, aor
};

constexpr Row kRows0F3A[] = {
    {0x08, 0x0E, k66, kV2},
    {0x0F, 0x0F, kNp66, kV2},
    {0x14, 0x17, k66, kV2},
    {0x20, 0x22, k66, kV2},
    {0x40, 0x42, k66, kV2},
    {0x44, 0x44, k66, kHost},
    {0x60, 0x63, k66, kV2},
    {0xCC, 0xCC, kNp, kHost},
    {0xCE, 0xCF, k66, kHost},
    {0xDF, 0xDF, k66, kHost},
    {0xF0, 0xF0, kF3, kHost | kRegisterOnly | kByReg},  // hreset
};

}  // namespace

constinit const VectorMap kLegacyMaps[3] = {map_of(kRows0F), map_of(kRows0F38), map_of(kRows0F3A)};

}  // namespace effk::icount
