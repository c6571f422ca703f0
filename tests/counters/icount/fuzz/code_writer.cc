#include "tests/counters/icount/fuzz/code_writer.h"

#include <algorithm>
#include <stdexcept>

#include "tests/counters/icount/fuzz/assembler.h"

namespace effk::icount::fuzz {

void CodeWriter::put(const Code& code) {
  placed_.push_back({here(), undefined_, block_});
  bytes_.insert(bytes_.end(), code.bytes, code.bytes + code.size);
  ++count_;
}

void CodeWriter::put_to(Code code, Label label, unsigned bytes) {
  const unsigned size = bytes == 5 ? 4 : bytes;
  put(code.add_number(0, size));
  holes_.push_back({here() - size, label, bytes});
}

void CodeWriter::bind(Label label) {
  close();
  labels_[label] = here();
  open();
}

void CodeWriter::open() {
  ++block_;
  count_ = 0;
  if (!counts_) return;
  put(lea(counter_, counter_, 0));
  hole_of_count_ = here() - 4 - base_;
}

void CodeWriter::close() {
  if (!counts_) return;
  for (unsigned i = 0; i < 4; ++i) bytes_[hole_of_count_ + i] = static_cast<std::uint8_t>(count_ >> (8 * i));
}

void CodeWriter::finish() {
  for (const Hole& hole : holes_) {
    const std::uint32_t target = labels_[hole.label];
    const std::uint32_t value = hole.bytes == 5 ? target : target - (hole.at + hole.bytes);
    if (hole.bytes == 1 && value + 0x80 > 0xff)
      throw std::logic_error("a short branch does not reach its target");
    for (unsigned i = 0; i < std::min(hole.bytes, 4U); ++i) {
      bytes_[hole.at - base_ + i] = static_cast<std::uint8_t>(value >> (8 * i));
    }
  }
}

const CodeWriter::Placed* CodeWriter::instruction_at(std::uint64_t address) const {
  const auto found = std::lower_bound(placed_.begin(), placed_.end(), address,
                                      [](const Placed& one, std::uint64_t at) { return one.address < at; });
  return found != placed_.end() && found->address == address ? &*found : nullptr;
}

unsigned CodeWriter::remaining_after(std::uint64_t address) const {
  const Placed* const first = instruction_at(address);
  if (first == nullptr) return 0;
  const Placed* last = first;
  const Placed* const end = placed_.data() + placed_.size();
  while (last != end && last->block == first->block) ++last;
  return static_cast<unsigned>(last - first);
}

}  // namespace effk::icount::fuzz
