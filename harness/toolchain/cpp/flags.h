// harness/toolchain/cpp/flags.h -- how C++ samples are compiled; part of every record.
//
// Plain `-fPIC -shared` makes honest code up to 1.7 times dearer than in an ordinary program, and lets calls
// go through libc's globals; with these flags a region is within 2% of the same code as an executable. g++
// itself emits `rep stos` for large objects: -mstringop-strategy=libcall keeps such work countable.
#pragma once

#include <string>
#include <vector>

namespace effk::toolchain {

inline const std::vector<std::string> kCompilerFlags{"-std=c++20",
                                                     "-O2",
                                                     "-fPIC",
                                                     "-fno-semantic-interposition",
                                                     "-fvisibility=hidden",
                                                     "-fno-gnu-unique",
                                                     "-mstringop-strategy=libcall"};

inline const std::vector<std::string> kLinkerFlags{"-shared", "-s", "-Wl,-Bsymbolic,-z,now,--build-id=none"};

}  // namespace effk::toolchain
