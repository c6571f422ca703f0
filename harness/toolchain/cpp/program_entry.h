// harness/toolchain/cpp/program_entry.h -- how the driver finds main() in a C++ sample that is a whole
// program.
//
// A sample is compiled as a shared object with hidden symbols. Renaming main() by a macro would change what
// the compiler makes of it (it takes the code of main() for code that runs once), would rename members and
// variables of that name too, and would refuse a main() without a return. So the compiler sees the program as
// it is, and the assembler gives its main() a second, visible name.
//
//   Errors   none.
//   Threads  no shared state.
#pragma once

#include <string>
#include <string_view>

namespace effk::toolchain {

// The source with its main() exported as effk_main, whatever its parameters are. A source without main() does
// not link.
std::string with_entry_of_program(const std::string& source);

// What the compiler said about such a source, in words of its own where main() is missing.
std::string program_fault(std::string_view complaint);

}  // namespace effk::toolchain
