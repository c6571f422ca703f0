#include "harness/counters/icount/translator.h"

#include "harness/counters/icount/emitter.h"
#include "harness/counters/icount/lessons.h"
#include "harness/counters/icount/superblock.h"

namespace effk::icount {
namespace {

constexpr unsigned kMostBlockBytes = kMostSteps * 128;  // of its copies; one takes 107 at most

constexpr std::uint32_t offset_of_slot(unsigned slot) {
  return static_cast<std::uint32_t>(offsetof(EffkSlot, spread) + std::size_t{8} * slot);
}
constexpr auto kRepeatRax = static_cast<std::uint32_t>(offsetof(Hidden, repeat_rax));
constexpr auto kRepeatRdx = static_cast<std::uint32_t>(offsetof(Hidden, repeat_rdx));
constexpr auto kRepeatBefore = static_cast<std::uint32_t>(offsetof(Hidden, repeat_before));

// Steps whose branch has left a hole to fill with its way out.
struct SideExit {
  std::uint8_t* hole;
  std::uint32_t pc;
  std::uint16_t instructions;
};

class Translation {
 public:
  Translation(Hidden& hidden, const Superblock& source, std::uint8_t* write, Address run)
      : hidden_(hidden), cache_(hidden.cache), source_(source), emit_(write, run) {}

  Block make(Address pc) {
    begin(pc);
    block_.indirect_entry = here();
    indirect_entry(pc);
    block_.body = here();
    body();
    block_.end = here();
    cache_.advance(emit_.size());
    return block_;
  }

  // Only the copies of the instructions, as make() has put them behind block.body.
  bool find(const Block& block, Address run, Place& place) {
    looked_for_ = run;
    found_ = &place;
    begin(block.pc);
    body();
    // The ways out lie elsewhere this time.
    for (unsigned i = 0; i < side_exit_count_; ++i) {
      const auto* const made =
          reinterpret_cast<const std::uint8_t*>(block.body + emit_.offset_of(side_exits_[i].hole));
      __builtin_memcpy(side_exits_[i].hole, made, 4);
    }
    return is_found_;
  }

 private:
  std::uint32_t here() const { return static_cast<std::uint32_t>(emit_.here()); }
  void begin(Address pc) {
    block_.pc = static_cast<std::uint32_t>(pc);
    block_.slot = static_cast<std::uint16_t>(pc / 8 % EFFK_SPREAD);
    block_.instructions = static_cast<std::uint16_t>(source_.count);
    plan_early_add();
  }

  void body() {
    for (unsigned i = 0; i < source_.count; ++i) step(i);
    if (found_ != nullptr) return;
    if (source_.ends_in_runtime) {
      leave_to_runtime();
    } else if (!source_.ends_indirect) {
      leave_to(source_.next, source_.count, !added_early());
    }
    for (unsigned i = 0; i < side_exit_count_; ++i) {
      emit_.fill_with_here(side_exits_[i].hole);
      leave_to(side_exits_[i].pc, side_exits_[i].instructions, true);
    }
  }

  bool added_early() const { return block_.added_early_at != 0xffff; }

  // An indirect jump goes to a place that is not known here, so its flags may matter: the addition is put
  // before an instruction of the block that replaces them all, if there is one that is surely followed by the
  // end.
  void plan_early_add() {
    if (!source_.ends_indirect) return;
    for (unsigned i = source_.count; i-- > 0;) {
      const Instruction& instruction = source_.steps[i].instruction;
      if (instruction.flow == Flow::branch) return;
      if ((instruction.flags_replaced & kStatusFlags) == kStatusFlags && instruction.flags_read == 0 &&
          instruction.repeat == Repeat::none) {
        block_.added_early_at = static_cast<std::uint16_t>(i);
        return;
      }
    }
  }

  // Whoever comes here may have meant another block, whose flags matter: none is touched before that is
  // known.
  void indirect_entry(Address pc) {
    emit_.load(kRcx, ICOUNT_TARGET);
    emit_.bytes(0x48, 0x8d, 0x89);  // lea rcx, [rcx - pc]
    emit_.word32(static_cast<std::uint32_t>(-pc));
    emit_.bytes(0xe3, 8);  // jrcxz over the jump
    emit_.jump_through(ICOUNT_MISS);
    emit_.load(kRcx, ICOUNT_SAVED_RCX);
  }

  void add(unsigned instructions) {  // changes the flags
    emit_.bytes(0x65, 0x48, instructions < 128 ? 0x83 : 0x81);
    emit_.gs_operand(0, offset_of_slot(block_.slot));
    if (instructions < 128) {
      emit_.byte(instructions);
    } else {
      emit_.word32(instructions);
    }
  }

  void add_through_rcx(unsigned instructions) {  // changes rcx
    emit_.load(kRcx, offset_of_slot(block_.slot));
    emit_.bytes(0x48, 0x8d, 0x89);
    emit_.word32(instructions);
    emit_.save(kRcx, offset_of_slot(block_.slot));
  }

  void add_before(std::uint32_t target, unsigned instructions) {
    if (instructions == 0) return;
    if (flags_are_dead(hidden_, target)) {
      add(instructions);
      return;
    }
    emit_.save(kRcx, ICOUNT_SAVED_RCX);
    add_through_rcx(instructions);
    emit_.load(kRcx, ICOUNT_SAVED_RCX);
  }

  void leave_to(std::uint32_t pc, unsigned instructions, bool adds) {
    if (adds) add_before(pc, instructions);
    // A block that leads to itself is not in the table yet.
    const std::uint32_t known = cache_.find(pc);
    if (pc == block_.pc || known != kNone) {
      emit_.jump(pc == block_.pc ? block_.body : cache_.block(known).body);
      return;
    }
    const std::uint32_t number = cache_.next_exit();
    cache_.add(Exit{pc, here(), 0, Exit::Kind::direct});
    emit_.store32(ICOUNT_EXIT, number);
    emit_.jump_through(ICOUNT_ENTRY);
  }

  void leave_to_runtime() {
    const std::uint32_t number = cache_.next_exit();
    cache_.add(Exit{source_.next, here(), static_cast<std::uint16_t>(source_.count), Exit::Kind::runtime});
    emit_.store32(ICOUNT_EXIT, number);
    emit_.jump_through(ICOUNT_ENTRY);
  }

  void place(unsigned index, bool rcx_is_saved = false, bool is_added = false) {
    if (found_ == nullptr || here() > looked_for_) return;
    *found_ = Place{source_.steps[index].pc, here(), index, rcx_is_saved, is_added};
    is_found_ = true;
  }

  void step(unsigned index) {
    const Step& step = source_.steps[index];
    const Instruction& instruction = step.instruction;
    if (block_.added_early_at == index) add(source_.count);
    place(index);
    switch (instruction.flow) {
      case Flow::branch:
        branch(index);
        break;
      case Flow::jump:
        break;
      case Flow::call:
        push(source_.after(index));
        break;
      case Flow::jump_indirect:
      case Flow::call_indirect:
      case Flow::ret:
        indirect(index);
        break;
      default:
        if (instruction.repeat != Repeat::none && hidden_.options.count_iterations) {
          repeated(index);
        } else {
          copy(index);
        }
    }
  }

  void copy(unsigned index) {
    const Step& step = source_.steps[index];
    const Instruction& instruction = step.instruction;
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(Address{step.pc});
    if (!instruction.rip_relative) {
      emit_.copy(bytes, instruction.length);
      return;
    }
    const Address end = emit_.here() + instruction.length;
    emit_.copy(bytes, instruction.displacement_at);
    emit_.word32(static_cast<std::uint32_t>(operand_address(index) - end));
    emit_.copy(bytes + instruction.displacement_at + 4,
               instruction.length - instruction.displacement_at - 4u);
  }

  // What a RIP-relative operand means.
  Address operand_address(unsigned index) const {
    const Instruction& instruction = source_.steps[index].instruction;
    std::int32_t displacement = 0;
    __builtin_memcpy(
        &displacement,
        reinterpret_cast<const void*>(Address{source_.steps[index].pc} + instruction.displacement_at), 4);
    return Address{source_.after(index)} + static_cast<Address>(std::int64_t{displacement});
  }

  void branch(unsigned index) {
    const Step& step = source_.steps[index];
    const Instruction& instruction = step.instruction;
    const auto taken = static_cast<std::uint16_t>(index + 1);
    if (instruction.map == 0 && instruction.opcode >= 0xe0 && instruction.opcode <= 0xe3) {
      // loop, jrcxz: reach 127 bytes only, and have no opposite.
      //   loop taken; jmp not_taken; taken:
      const auto* const bytes = reinterpret_cast<const std::uint8_t*>(Address{step.pc});
      emit_.copy(bytes, instruction.length - 1u);
      emit_.byte(step.is_inverted ? 5 : 2);
      if (step.is_inverted) {
        emit_.byte(0xe9);
      } else {
        emit_.bytes(0xeb, 5, 0xe9);
      }
    } else {
      const unsigned condition = instruction.opcode & 15u;
      emit_.bytes(0x0f, 0x80u | (step.is_inverted ? condition ^ 1u : condition));
    }
    side_exits_[side_exit_count_++] = {emit_.hole(), step.side_exit, taken};
  }

  void push(std::uint32_t value) {
    emit_.byte(0x68);
    emit_.word32(value);
  }

  // mov rcx, OPERAND, for the operand of an indirect jump or call.
  void load_operand(unsigned index) {
    const Instruction& instruction = source_.steps[index].instruction;
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(Address{source_.steps[index].pc});
    for (unsigned i = 0; i < instruction.opcode_at; ++i) {
      if (bytes[i] == 0x64 || bytes[i] == 0x67) emit_.byte(bytes[i]);  // FS, and 32-bit addresses
    }
    emit_.bytes(0x48u | (instruction.rex & 3u), 0x8b, (instruction.modrm & 0xc7u) | kRcx << 3);
    const unsigned rest = instruction.opcode_at + 2u;
    if (instruction.rip_relative) {
      emit_.word32(static_cast<std::uint32_t>(operand_address(index) - (emit_.here() + 4)));
    } else {
      emit_.copy(bytes + rest, instruction.length - rest);
    }
  }

  // Whether the operand's address, or the operand, is made of rcx: ModRM and SIB, without REX.B or REX.X.
  bool operand_uses_rcx(unsigned index) const {
    const Instruction& instruction = source_.steps[index].instruction;
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(Address{source_.steps[index].pc});
    if ((instruction.modrm & 7u) != 4 || instruction.modrm >= 0xc0) return (instruction.modrm & 7u) == kRcx;
    const unsigned sib = bytes[instruction.opcode_at + 2u];
    return (sib & 7u) == kRcx || (sib >> 3 & 7u) == kRcx;
  }

  void indirect(unsigned index) {
    const Instruction& instruction = source_.steps[index].instruction;
    emit_.save(kRcx, ICOUNT_SAVED_RCX);
    // Now, while rcx is free: afterwards it holds the target, and would have to be loaded again.
    if (!added_early()) add_through_rcx(source_.count);
    if (instruction.flow == Flow::ret) {
      place(index, true, !added_early());
      emit_.byte(0x59);  // pop rcx
      if (instruction.immediate16 != 0) {
        emit_.bytes(0x48, 0x8d, 0xa4, 0x24);  // lea rsp, [rsp + immediate]
        emit_.word32(instruction.immediate16);
      }
    } else {
      if (!added_early() && operand_uses_rcx(index)) emit_.load(kRcx, ICOUNT_SAVED_RCX);
      place(index, true, !added_early());
      load_operand(index);
    }
    emit_.save(kRcx, ICOUNT_TARGET);
    if (instruction.flow == Flow::call_indirect) {
      place(index, true, !added_early());
      push(source_.after(index));
    }
    emit_.bytes(0x0f, 0xb7, 0xc9);        // movzx ecx, cx
    emit_.bytes(0x65, 0xff, 0x24, 0xcd);  // jmp gs:[rcx * 8 + table]
    emit_.word32(kIndirectOffset);
  }

  // A repeated string instruction counts as one for each iteration, and as one if there is none. It has been
  // counted once already: adds rcx before - rcx after - 1, and touches no flag.
  void repeated(unsigned index) {
    emit_.byte(0xe3);  // jrcxz over all of it: nothing would happen
    const std::uint64_t start = emit_.size() + 1;
    std::uint8_t* const distance = emit_.hole8();
    emit_.save(kRcx, kRepeatBefore);
    place(index);
    copy(index);
    emit_.save(kRax, kRepeatRax);
    emit_.save(kRdx, kRepeatRdx);
    emit_.bytes(0x48, 0x89, 0xc8);  // mov rax, rcx
    emit_.bytes(0x48, 0xf7, 0xd0);  // not rax: -rcx - 1
    emit_.load(kRdx, kRepeatBefore);
    emit_.bytes(0x48, 0x8d, 0x04, 0x10);  // lea rax, [rax + rdx]
    emit_.load(kRdx, offset_of_slot(block_.slot));
    emit_.bytes(0x48, 0x8d, 0x04, 0x10);  // lea rax, [rax + rdx]
    emit_.save(kRax, offset_of_slot(block_.slot));
    emit_.load(kRax, kRepeatRax);
    emit_.load(kRdx, kRepeatRdx);
    *distance = static_cast<std::uint8_t>(emit_.size() - start);
  }

  Hidden& hidden_;
  CodeCache& cache_;
  const Superblock& source_;
  Emitter emit_;
  Block block_;
  SideExit side_exits_[kMostSteps];
  unsigned side_exit_count_ = 0;
  // For find() alone.
  Address looked_for_ = 0;
  Place* found_ = nullptr;
  bool is_found_ = false;
};

}  // namespace

std::uint32_t translated(Hidden& hidden, Address pc) {
  const std::uint32_t known = hidden.cache.find(pc);
  if (known != kNone) return known;
  if (!hidden.cache.has_room()) hidden.cache.flush();
  if (hidden.space.executable(pc, 1) == 0 || pc >= kExecutableEnd) return kNone;
  Superblock source;
  collect(hidden, pc, source);
  CodeCache& cache = hidden.cache;
  cache.make_own();
  note_lesson(hidden, Lesson::block, pc);
  return cache.add(Translation(hidden, source, cache.write_position(), cache.position()).make(pc));
}

bool find_place(Hidden& hidden, const Block& block, Address run, Place& place) {
  Superblock source;
  collect_again(hidden, block.pc, block.instructions, source);
  std::uint8_t thrown_away[kMostBlockBytes];
  if (!Translation(hidden, source, thrown_away, block.body).find(block, run, place)) return false;
  // What is there is what would be made: else nothing could be said of it.
  if (source.count != block.instructions ||
      memcmp(thrown_away, reinterpret_cast<const void*>(Address{block.body}), place.run - block.body) != 0) {
    refuse(hidden, "a translation cannot be found again, at", block.pc);
  }
  return true;
}

}  // namespace effk::icount
