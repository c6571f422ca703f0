#include "tests/counters/icount/fuzz/program.h"

#include <cstring>

#include "tests/counters/icount/fuzz/program_frame.h"
#include "tests/counters/icount/fuzz/scene.h"

namespace effk::icount::fuzz {
namespace {

constexpr std::size_t kInstructions = 1500;  // that the programs of a seed choose from

std::uint32_t code_base(Random& random) {
  const bool low = random.percent(70);
  const std::uint32_t from = low ? kLowCode : kHighCode;
  return from + 4096 * random.below(((low ? kLowCodeEnd : kHighCodeEnd) - from) / 4096);
}

void fill(Program& program, Random& random) {
  program.arena.resize(kArenaBytes);
  for (std::size_t i = 0; i < kArenaBytes; i += 8) {
    const std::uint64_t number = random.number();
    std::memcpy(program.arena.data() + i, &number, 8);
  }
  program.variables.resize(kVariablesInFile);
  const auto set32 = [&](std::uint32_t at, std::uint32_t value) {
    std::memcpy(program.variables.data() + (at - kVariables), &value, 4);
  };
  for (std::uint32_t at = kVectors; at < kVectors + 32 * kVectorBytes; at += 8) {
    double number = static_cast<double>(random.between(-1000, 1000)) / 8;
    const auto bits = random.number();
    if (random.percent(60)) std::memcpy(&number, &bits, 8);
    std::memcpy(program.variables.data() + (at - kVariables), &number, 8);
  }
  for (std::uint32_t i = 0; i < 16; ++i) {
    // Rounding, small numbers as zero, what happened so far; now and then an exception is not masked.
    set32(kControls + 4 * i, 0x1f80 ^ (random.below(0x10000) & (random.percent(20) ? 0xffffU : 0xe07fU)));
    set32(kControls + 64 + 4 * i,
          (random.below(0x10000) & 0xf00) | (random.percent(20) ? 0x40 | random.below(64) : 0x7f));
  }
}

void write_registers(Program& program, Random& random, bool all) {
  CodeWriter& code = program.code;
  if (all) {
    for (unsigned i = 0; i < 16; ++i) {  // vmovdqu ymm, [...]
      code.put(absolute({0xc5, i > 7 ? 0x7eU : 0xfeU, 0x6f}, i, kVectors + i * kVectorBytes));
    }
    for (unsigned i = 0; i < 32 && program.options.wide; ++i) {  // vmovdqu64 zmm, [...]
      const unsigned high = ((i & 8) != 0 ? 0U : 0x80U) | ((i & 16) != 0 ? 0U : 0x10U) | 0x61U;
      code.put(absolute({0x62, high, 0xfe, 0x48, 0x6f}, i, kVectors + i * kVectorBytes));
    }
    for (unsigned i = 0; i < 8 && program.options.wide; ++i) {  // kmovq k, [...]
      code.put(absolute({0xc4, 0xe1, 0xf8, 0x90}, i, kVectors + i * kVectorBytes));
    }
  }
  for (unsigned r = rax; r <= r15; ++r) {
    if (program.roles.is_free(r) && (all || random.percent(30))) code.put(mov_number(r, random.number()));
  }
  for (std::size_t i = 0; i < program.roles.pointers.size(); ++i) {
    code.put(mov_number(program.roles.pointers[i], program.roles.pointer_values[i]));
  }
  code.put(mov_number(program.roles.index, program.roles.index_value));
  code.put(mov_number(program.roles.fuel, random.below(program.options.is_short ? 6 : 30)));
  code.put(Code{0x68}.add32(random.below(0x1000) & 0x8d5));
  code.put({0x9d});  // popfq
}

void write_statement(Scene& scene, Random& random) {
  const unsigned kind = random.below(100);
  if (kind < 50) return scene.instructions(random, 6);
  if (kind < 52) return scene.instructions(random, 90);
  if (kind < 70) return write_flow(scene, random);
  if (kind < 80) return write_calls(scene, random);
  if (kind < 86) return write_stack(scene, random);
  if (kind < 90) return write_strings(scene, random);
  if (kind < 92) return write_controls(scene, random);
  if (kind < 96) return set_resume(scene, random);
  write_fault(scene, random);
}

// Statements between places that are jumped to. Each has its own random numbers, so that one can be dropped.
void write_routine(Scene& scene, Random& random, unsigned places, unsigned statements, Label end) {
  CodeWriter& code = scene.code;
  scene.labels.clear();
  for (unsigned i = 0; i < places; ++i) scene.labels.push_back(code.new_label());
  scene.labels.push_back(end);
  for (scene.at = 0; scene.at < places; ++scene.at) {
    scene.define_flags();
    code.bind(scene.labels[scene.at]);
    for (unsigned i = 0; i < statements; ++i) {
      Random own(random.next());
      if (scene.program.options.dropped.count(scene.program.statements++) != 0) continue;
      const std::uint32_t from = code.here();
      write_statement(scene, own);
      scene.program.written.push_back({from, code.here()});
    }
  }
  scene.define_flags();
}

void write_snippet(Program& program, Random& random) {
  CodeWriter& code = program.code;
  const Label exit = code.new_label();
  const Label next = code.new_label();
  code.put(store_number(kSnippet, program.snippets++));
  code.put_address32(absolute({0x48, 0xc7}, 0, kExit), exit);
  code.put_address32(absolute({0x48, 0xc7}, 0, kResume), exit);
  code.put(store_number(kResumeRsp, kStackStart));
  code.put(mov_number(rsp, kStackStart));
  code.put({0xdb, 0xe3});                              // fninit
  code.put(absolute({0x0f, 0xae}, 2, kUsualControl));  // ldmxcsr
  write_registers(program, random, program.snippets == 1 || random.percent(20));

  Scene scene(program, exit);
  const unsigned routines = random.below(4);
  for (unsigned i = 0; i < routines; ++i) {
    scene.routines.push_back({code.new_label(), i, random.percent(30) ? random.below(4) : 0});
  }
  write_routine(scene, random, 1 + random.below(7), 1 + random.below(5), exit);
  code.bind(exit);
  write_record(program);
  code.put_relative32({0xe9}, next);
  code.cut();
  for (unsigned i = 0; i < routines; ++i) {
    scene.first_callable = i + 1;
    code.bind(scene.routines[i].entry);
    const Label end = code.new_label();
    write_routine(scene, random, 1 + random.below(3), 1 + random.below(3), end);
    code.bind(end);
    end_routine(scene, random, scene.routines[i].arguments);
  }
  code.bind(next);
}

}  // namespace

std::uint32_t Program::record_bytes() const {
  return options.wide ? kWideRecord : kRecord;
}

std::uint32_t Program::next_cell() const {
  return kCells + 8 * static_cast<std::uint32_t>(cells.size());
}

std::uint32_t Program::new_cell(Label label) {
  cells.push_back({next_cell(), label});
  return cells.back().at;
}

Ground make_ground(std::uint64_t seed, bool host) {
  Random random(seed);
  const Roles roles(random);
  return {roles, random_instructions(random, roles, host ? Baseline::host : Baseline::v3, kInstructions)};
}

Program make_program(const ProgramOptions& options, const Ground& ground) {
  Random random(options.seed * 1000 + options.number);
  random.next();
  const std::uint32_t base = code_base(random);
  Program program(options, ground.roles, ground.instructions, base);
  program.counts_itself = random.percent(70);
  fill(program, random);
  const std::uint32_t control = 0x1f80;
  std::memcpy(program.variables.data() + (kUsualControl - kVariables), &control, 4);
  write_start(program, random);
  const unsigned snippets = options.is_short ? 4 : 24;
  while (program.snippets < snippets && program.cells.size() < 2000) write_snippet(program, random);
  write_end(program, random);
  program.code.finish();
  for (const Program::Cell& cell : program.cells) {
    const std::uint64_t address = program.code.address_of(cell.label);
    std::memcpy(program.variables.data() + (cell.at - kVariables), &address, 8);
  }
  return program;
}

}  // namespace effk::icount::fuzz
