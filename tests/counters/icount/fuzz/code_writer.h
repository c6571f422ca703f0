// tests/counters/icount/fuzz/code_writer.h -- writes machine code instruction by instruction, with labels,
// and lets the code count itself.
//
// A program that counts itself begins each basic block with `lea counter, [counter + n]`, which touches no
// flag; n is the number of instructions of the block. What the register holds in the end is what the
// processor has executed, as long as no block is left in its middle: remaining_after() tells what a fault
// there has left out.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <vector>

namespace effk::icount::fuzz {

// The bytes of one instruction.
struct Code {
  std::uint8_t bytes[24] = {};
  unsigned size = 0;

  Code(std::initializer_list<unsigned> first) {
    for (const unsigned byte : first) add8(byte);
  }
  Code& add8(unsigned value) {
    bytes[size++] = static_cast<std::uint8_t>(value);
    return *this;
  }
  Code& add32(std::uint32_t value) { return add_number(value, 4); }
  Code& add64(std::uint64_t value) { return add_number(value, 8); }
  Code& add_number(std::uint64_t value, unsigned count) {
    for (unsigned i = 0; i < count; ++i) add8(value >> (8 * i) & 0xff);
    return *this;
  }
  Code& add(const std::uint8_t* from, unsigned count) {
    for (unsigned i = 0; i < count; ++i) add8(from[i]);
    return *this;
  }
};

using Label = unsigned;

class CodeWriter {
 public:
  explicit CodeWriter(std::uint32_t base) : base_(base) {}

  std::uint32_t base() const { return base_; }
  std::uint32_t here() const { return base_ + static_cast<std::uint32_t>(bytes_.size()); }
  const std::vector<std::uint8_t>& bytes() const { return bytes_; }

  void put(const Code& code);
  // Ends with a distance to, or the address of, a label.
  void put_relative8(const Code& code, Label label) { put_to(code, label, 1); }
  void put_relative32(const Code& code, Label label) { put_to(code, label, 4); }
  void put_address32(const Code& code, Label label) { put_to(code, label, 5); }

  Label new_label() {
    labels_.push_back(0);
    return static_cast<Label>(labels_.size() - 1);
  }
  void bind(Label label);
  std::uint32_t address_of(Label label) const { return labels_[label]; }

  // A basic block ends here: behind a branch, or before a place that is jumped to.
  void cut() { close(), open(); }
  void count_in(unsigned counter) { counter_ = counter, counts_ = true, open(); }
  void stop_counting() { close(), counts_ = false; }

  // Flags that the manuals leave undefined from here on.
  void set_undefined(std::uint32_t flags) { undefined_ = flags; }

  // Once all is written: fills in the labels.
  void finish();

  struct Placed {
    std::uint32_t address;
    std::uint32_t undefined;  // flags, before it
    std::uint32_t block;
  };
  const std::vector<Placed>& instructions() const { return placed_; }
  // nullptr where no instruction begins.
  const Placed* instruction_at(std::uint64_t address) const;
  // How many of its block's instructions are not executed if the one at `address` faults; 0 elsewhere.
  unsigned remaining_after(std::uint64_t address) const;

 private:
  struct Hole {
    std::uint32_t at;
    Label label;
    unsigned bytes;  // 5: an address of 4
  };
  void put_to(Code code, Label label, unsigned bytes);
  void open();
  void close();

  std::uint32_t base_;
  std::vector<std::uint8_t> bytes_;
  std::vector<std::uint32_t> labels_;
  std::vector<Hole> holes_;
  std::vector<Placed> placed_;
  std::uint32_t undefined_ = 0;
  std::uint32_t block_ = 0;
  unsigned counter_ = 0;
  bool counts_ = false;
  std::uint32_t hole_of_count_ = 0;
  unsigned count_ = 0;
};

}  // namespace effk::icount::fuzz
