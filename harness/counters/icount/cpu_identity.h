// harness/counters/icount/cpu_identity.h -- the processor that the program sees: one with exactly the
// declared baseline, the same on every machine.
#pragma once

#include <cstdint>

#include "harness/counters/icount/decoder.h"

namespace effk::icount {

struct CpuidAnswer {
  std::uint32_t eax = 0, ebx = 0, ecx = 0, edx = 0;
};

CpuidAnswer cpuid(Baseline baseline, std::uint32_t leaf, std::uint32_t subleaf);

// What xgetbv tells: the parts of the extended state that the system keeps.
std::uint64_t extended_features(Baseline baseline);

// AT_HWCAP: edx of leaf 1.
std::uint64_t hardware_capabilities(Baseline baseline);

// What this machine lacks of the baseline, in words; nullptr if nothing.
const char* missing_feature(Baseline baseline);

}  // namespace effk::icount
