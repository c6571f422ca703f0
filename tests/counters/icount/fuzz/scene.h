// tests/counters/icount/fuzz/scene.h -- where a statement is written: what is around it, and the tools to
// write it.
#pragma once

#include "tests/counters/icount/fuzz/assembler.h"
#include "tests/counters/icount/fuzz/places.h"
#include "tests/counters/icount/fuzz/program.h"

namespace effk::icount::fuzz {

// A routine that the snippet may call.
struct Routine {
  Label entry;
  unsigned number;
  unsigned arguments;  // of 8 bytes, which it takes from the stack itself
};

class Scene {
 public:
  Scene(Program& in, Label snippet_exit) : program(in), code(in.code), roles(in.roles), exit(snippet_exit) {}

  Program& program;
  CodeWriter& code;
  const Roles& roles;
  Label exit;
  // Of the routine that is being written: places that may be jumped to, the last one its end; the statement
  // stands after number `at`.
  std::vector<Label> labels;
  unsigned at = 0;
  std::vector<Routine> routines;
  unsigned first_callable = 0;

  Label label_ahead(Random& random) const { return labels[at + 1 + random.below(labels.size() - 1 - at)]; }
  Label label_behind(Random& random) const { return labels[random.below(at + 1)]; }

  // A random instruction that writes none of these registers.
  void instruction(Random& random, std::uint32_t kept = 0);
  void instructions(Random& random, int most, std::uint32_t kept = 0);

  // Flags that the manuals leave undefined may not be seen. Call before anything that sees them.
  void define_flags();
  void flags_are_defined() { undefined_ = 0, code.set_undefined(0); }

  // One instruction with an operand in memory.
  void put(const Code& prefixes, bool wide, std::initializer_list<unsigned> opcode, unsigned reg,
           const Operand& operand, std::uint64_t immediate = 0, unsigned immediate_bytes = 0);
  // jmp (reg = 4) or call (2) through a register or memory.
  void put_indirect(Random& random, unsigned reg, Label target);
  void put_indirect_at(Random& random, unsigned reg, std::uint32_t cell);

 private:
  std::uint32_t undefined_ = 0;
  unsigned defined_ = 0;  // how often
};

// Statements, one group a file.
void write_flow(Scene& scene, Random& random);      // branches and loops
void write_calls(Scene& scene, Random& random);     // calls, returns, jumps through tables
void write_stack(Scene& scene, Random& random);     // push, pop, enter, leave
void write_strings(Scene& scene, Random& random);   // string instructions
void write_controls(Scene& scene, Random& random);  // control words, system calls
void write_fault(Scene& scene, Random& random);
void set_resume(Scene& scene, Random& random);  // where the next fault goes on
void end_routine(Scene& scene, Random& random, unsigned arguments);

}  // namespace effk::icount::fuzz
