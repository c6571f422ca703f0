// Leaves and bits: Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2A, CPUID. The levels
// are those of the x86-64 psABI.
#include "harness/counters/icount/cpu_identity.h"

namespace effk::icount {
namespace {

// Leaf 1, edx: x87, time stamp counter, MSRs, compare-and-exchange of 8 bytes, conditional moves, flush, MMX,
// saves of the vector state, SSE, SSE2, and what every kernel for these expects.
constexpr std::uint32_t kLeaf1Edx = 1 << 0 | 1 << 3 | 1 << 4 | 1 << 5 | 1 << 6 | 1 << 8 | 1 << 9 | 1 << 11 |
                                    1 << 12 | 1 << 13 | 1 << 14 | 1 << 15 | 1 << 16 | 1 << 17 | 1 << 19 |
                                    1 << 23 | 1 << 24 | 1 << 25 | 1 << 26;
constexpr std::uint32_t kSse3 = 1 << 0, kSsse3 = 1 << 9, kFma = 1 << 12, kCx16 = 1 << 13, kSse41 = 1 << 19,
                        kSse42 = 1 << 20, kMovbe = 1 << 22, kPopcnt = 1 << 23, kXsave = 1 << 26,
                        kOsxsave = 1 << 27, kAvx = 1 << 28, kF16c = 1 << 29;
constexpr std::uint32_t kLeaf1V2 = kSse3 | kSsse3 | kCx16 | kSse41 | kSse42 | kPopcnt;
constexpr std::uint32_t kLeaf1V3 = kLeaf1V2 | kFma | kMovbe | kXsave | kOsxsave | kAvx | kF16c;
constexpr std::uint32_t kBmi1 = 1 << 3, kAvx2 = 1 << 5, kBmi2 = 1 << 8;
constexpr std::uint32_t kLeaf7V3 = kBmi1 | kAvx2 | kBmi2;
constexpr std::uint32_t kLahf = 1 << 0, kLzcnt = 1 << 5;
constexpr std::uint32_t kExtendedEdx = 1 << 11 | 1 << 20 | 1 << 29;  // syscall, no-execute, long mode
constexpr std::uint32_t kSignature = 0x000306c3;                     // family 6, model 60: the first with v3

CpuidAnswer native(std::uint32_t leaf, std::uint32_t subleaf) {
  CpuidAnswer answer;
  __asm__ volatile("cpuid"
                   : "=a"(answer.eax), "=b"(answer.ebx), "=c"(answer.ecx), "=d"(answer.edx)
                   : "a"(leaf), "c"(subleaf));
  return answer;
}

std::uint32_t four(const char* text) {
  std::uint32_t value = 0;
  __builtin_memcpy(&value, text, 4);
  return value;
}

// Caches of leaf 4: 32 KiB of data, 32 KiB of instructions, 256 KiB, 8 MiB.
CpuidAnswer cache_leaf(std::uint32_t subleaf) {
  struct Shape {
    std::uint32_t type, level, ways, sets;
  };
  constexpr Shape kShapes[] = {{1, 1, 8, 64}, {2, 1, 8, 64}, {3, 2, 8, 512}, {3, 3, 16, 8192}};
  if (subleaf >= 4) return {};
  const Shape& shape = kShapes[subleaf];
  return {shape.type | shape.level << 5 | 1u << 8, 63u | (shape.ways - 1) << 22, shape.sets - 1, 0};
}

CpuidAnswer basic(Baseline baseline, std::uint32_t leaf, std::uint32_t subleaf) {
  const bool v3 = baseline == Baseline::v3;
  const std::uint32_t last = v3 ? 0xd : 7;
  switch (leaf) {
    case 0:
      return {last, four("Genu"), four("ntel"), four("ineI")};
    case 1:
      return {kSignature, 8u << 8 | 1u << 16,
              baseline == Baseline::v1 ? 0
              : v3                     ? kLeaf1V3
                                       : kLeaf1V2,
              kLeaf1Edx};
    case 4:
      return cache_leaf(subleaf);
    case 7:
      return subleaf == 0 && v3 ? CpuidAnswer{0, kLeaf7V3, 0, 0} : CpuidAnswer{};
    case 0xd:
      if (!v3) return {};
      if (subleaf == 0) return {7, 832, 832, 0};
      if (subleaf == 1) return {0, 0, 0, 0};
      return subleaf == 2 ? CpuidAnswer{256, 576, 0, 0} : CpuidAnswer{};
    default:
      return {};
  }
}

CpuidAnswer extended(Baseline baseline, std::uint32_t leaf) {
  constexpr const char* kBrand = "effk icount, a counted processor                ";
  switch (leaf) {
    case 0x80000000:
      return {0x80000008, 0, 0, 0};
    case 0x80000001:
      return {0, 0, (baseline == Baseline::v1 ? 0 : kLahf) | (baseline == Baseline::v3 ? kLzcnt : 0),
              kExtendedEdx};
    case 0x80000002:
    case 0x80000003:
    case 0x80000004: {
      const char* const part = kBrand + std::size_t{leaf - 0x80000002} * 16;
      return {four(part), four(part + 4), four(part + 8), four(part + 12)};
    }
    case 0x80000006:
      return {0, 0, 256u << 16 | 6u << 12 | 1u << 8 | 64, 0};
    case 0x80000008:
      return {48u << 8 | 46, 0, 0, 0};
    default:
      return {};
  }
}

}  // namespace

CpuidAnswer cpuid(Baseline baseline, std::uint32_t leaf, std::uint32_t subleaf) {
  if (baseline == Baseline::host) return native(leaf, subleaf);
  return leaf >= 0x80000000 ? extended(baseline, leaf) : basic(baseline, leaf, subleaf);
}

std::uint64_t extended_features(Baseline baseline) {
  if (baseline != Baseline::host) return 7;  // x87, SSE, AVX
  std::uint32_t low = 0;
  std::uint32_t high = 0;
  __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return low | std::uint64_t{high} << 32;
}

std::uint64_t hardware_capabilities(Baseline baseline) {
  return baseline == Baseline::host ? native(1, 0).edx : kLeaf1Edx;
}

const char* missing_feature(Baseline baseline) {
  const std::uint32_t leaf1 = native(1, 0).ecx;
  if ((leaf1 & kXsave) == 0) return "xsave";
  if (baseline == Baseline::v1 || baseline == Baseline::host) return nullptr;
  if ((leaf1 & kLeaf1V2) != kLeaf1V2) return "an instruction of x86-64-v2";
  if (baseline == Baseline::v2) return nullptr;
  const bool v3 = (leaf1 & kLeaf1V3) == kLeaf1V3 && (native(7, 0).ebx & kLeaf7V3) == kLeaf7V3 &&
                  (native(0x80000001, 0).ecx & kLzcnt) != 0;
  return v3 ? nullptr : "an instruction of x86-64-v3";
}

}  // namespace effk::icount
