// harness/counters/whole_program.h -- what to count when a program is counted from its first instruction to
// its end, without a driver, and what comes out.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "harness/base/error.h"
#include "harness/base/units.h"

namespace effk::counters {

// What a repeated string instruction (rep movsb and the like) counts as: one instruction, however long it
// works, as processors count it; or one for each iteration.
enum class RepeatRule { once, iterations };

constexpr std::string_view to_string(RepeatRule rule) {
  return rule == RepeatRule::once ? "once" : "iterations";
}

struct ProgramRun {
  std::filesystem::path file;                   // what find_program() found
  std::vector<std::string> arguments;           // [0] is the name by which the program was called
  RepeatRule repeats = RepeatRule::iterations;  // one of Traits::repeat_rules
};

struct ProgramCount {
  Instructions instructions;  // of the program and of every process it started, as far as they had got
  int wait_status = 0;        // how the program ended, as waitpid tells it
};

// The file that execvp() would execute under this name, if it is one that instruments can count.
// Errors: bad_input for a file that is missing, may not be executed, or is no 64-bit x86 program; for a
// script `next` names the command line that counts its interpreter.
Result<std::filesystem::path> find_program(const std::string& name);

}  // namespace effk::counters
