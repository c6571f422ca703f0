// tests/counters/single_steps.h -- what a program retires according to the processor itself: stopped after
// each instruction, by a debugger's means.
//
// The oracle of the exact instruments. It counts as they are meant to count: every instruction that comes to
// its end in user mode, in the program and in the children it forks; an instruction that faults is not one of
// them. Two things cannot be made equal: each iteration of a repeated string instruction is a step of its own
// (icount has --rep=iterations for that), and a step costs some 10 to 40 microseconds.
//
//   Errors   a command that cannot be started has the exit status 127.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/counters/stepped_program.h"

namespace effk::counters {

struct Stepped {
  std::uint64_t instructions = 0;
  int wait_status = 0;
  std::string output;  // standard output and error
};

// Runs `command` with its memory at `places`; where there are none, where the kernel puts it without random.
Stepped single_steps(const std::vector<std::string>& command, const std::vector<std::string>& environment,
                     const Places& places = {});

}  // namespace effk::counters
