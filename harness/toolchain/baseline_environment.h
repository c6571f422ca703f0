// harness/toolchain/baseline_environment.h -- the whole environment of every driver.
//
// glibc picks its string routines by CPU features and cache sizes: the same program's count differs by 13%
// and more between machines. These tunables pin x86-64-v3 and fixed cache sizes. The text's own length
// changes the count (the loader parses it), so it is the same everywhere.
#pragma once

#include <string>
#include <vector>

namespace effk::toolchain {

inline const std::vector<std::string> kBaselineEnvironment{
    "GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX512F,-AVX512VL,-AVX512BW,-AVX512DQ,-AVX512CD,-ERMS,-FSRM,-RTM,-"
    "XSAVEC,"
    "-Prefer_ERMS,-Prefer_FSRM,-Prefer_No_VZEROUPPER,Fast_Unaligned_Load,Fast_Unaligned_Copy,-Slow_BSF,"
    "-Fast_Rep_String,-Fast_Copy_Backward,-Prefer_PMINUB_for_stringop,-Slow_SSE4_2"
    ":glibc.cpu.x86_data_cache_size=0x8000:glibc.cpu.x86_shared_cache_size=0x100000"
    ":glibc.cpu.x86_non_temporal_threshold=0xc0000:glibc.cpu.x86_rep_movsb_threshold=0x800"
    ":glibc.cpu.x86_rep_stosb_threshold=0x800",
    "LC_ALL=C.UTF-8",
    "LD_BIND_NOW=1",
    "PYTHONHASHSEED=0",
};

}  // namespace effk::toolchain
