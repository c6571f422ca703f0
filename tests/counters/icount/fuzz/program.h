// tests/counters/icount/fuzz/program.h -- a random program, made of snippets that each leave a record of all
// registers.
//
// The same options give the same program. Statements are numbered; one that is dropped leaves all others as
// they are, so that a program that goes wrong can be reduced.
#pragma once

#include <set>
#include <string>

#include "tests/counters/icount/fuzz/random_instruction.h"

namespace effk::icount::fuzz {

struct ProgramOptions {
  std::uint64_t seed = 1;
  unsigned number = 0;    // of the programs of this seed
  bool host = false;      // instructions that this processor has beyond the baseline v3
  bool wide = false;      // records hold the registers of AVX-512
  bool is_short = false;  // for a debugger that takes each step
  std::set<unsigned> dropped{};
};

struct Program {
  ProgramOptions options;
  Roles roles;
  const std::vector<RandomInstruction>& instructions;
  CodeWriter code;
  bool counts_itself = false;
  bool alternate_stack = false;
  std::vector<std::uint8_t> arena;
  std::vector<std::uint8_t> variables;
  struct Cell {
    std::uint32_t at;
    Label label;
  };
  std::vector<Cell> cells;
  unsigned statements = 0;
  struct Range {
    std::uint32_t from;
    std::uint32_t to;
  };
  std::vector<Range> written;  // the code of each statement that was not dropped
  unsigned snippets = 0;

  Label dump = 0;
  std::uint32_t entry = 0;
  // Instructions that the count leaves out: before it begins, after it ends, and of each fault.
  unsigned uncounted = 0;
  unsigned of_fault = 0;
  std::uint32_t record_bytes() const;

  Program(const ProgramOptions& wanted, const Roles& with, const std::vector<RandomInstruction>& from,
          std::uint32_t base)
      : options(wanted), roles(with), instructions(from), code(base) {}

  // A cell that holds the label's address.
  std::uint32_t new_cell(Label label);
  // Space for `count` cells in a row.
  std::uint32_t next_cell() const;
};

// What all programs of a seed share.
struct Ground {
  Roles roles;
  std::vector<RandomInstruction> instructions;
};
Ground make_ground(std::uint64_t seed, bool host);

Program make_program(const ProgramOptions& options, const Ground& ground);

// As an ELF file.
std::string elf_of(const Program& program);
// The disassembly of its statements, without those that were dropped.
std::string disassembly(const Program& program);

}  // namespace effk::icount::fuzz
