// harness/counters/icount/loader.h -- puts a program into the window, as execve() would.
#pragma once

#include <cstdint>

#include "harness/counters/icount/hidden.h"

namespace effk::icount {

// What the kernel has put on icount's own stack for the program.
struct Invocation {
  char** arguments = nullptr;  // [0] is the path, or a name to be found in PATH; ends with nullptr
  char** environment = nullptr;
};

// Maps the program, its interpreter and its first stack, and sets the registers for its first instruction.
// Ends the process, saying why, if the file is no program that can be counted.
void load_program(Hidden& hidden, const Invocation& invocation);

}  // namespace effk::icount
