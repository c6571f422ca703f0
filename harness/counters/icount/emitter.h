// harness/counters/icount/emitter.h -- writes machine code into the code cache.
//
// Two addresses belong to every byte: the one it is written through (hidden) and the one it will be executed
// at.
#pragma once

#include <cstdint>

#include "harness/counters/icount/kernel.h"
#include "harness/counters/icount/layout.h"

namespace effk::icount {

class Emitter {
 public:
  Emitter(std::uint8_t* write, Address run) : start_(write), at_(write), run_(run) {}

  Address here() const { return run_ + static_cast<Address>(at_ - start_); }
  std::uint64_t size() const { return static_cast<std::uint64_t>(at_ - start_); }

  std::uint64_t offset_of(const std::uint8_t* written) const {
    return static_cast<std::uint64_t>(written - start_);
  }

  void byte(unsigned value) { *at_++ = static_cast<std::uint8_t>(value); }
  void word32(std::uint32_t value) {
    __builtin_memcpy(at_, &value, 4);
    at_ += 4;
  }
  void copy(const std::uint8_t* bytes, unsigned count) {
    for (unsigned i = 0; i < count; ++i) byte(bytes[i]);
  }
  template <class... Bytes>
  void bytes(Bytes... values) {
    (byte(static_cast<unsigned>(values)), ...);
  }

  // An operand at GS + offset, with `reg` in the ModRM byte's register field.
  void gs_operand(unsigned reg, std::uint32_t offset) {
    bytes(0x04u | reg << 3, 0x25);
    word32(offset);
  }
  void save(unsigned reg, std::uint32_t offset) {  // mov gs:[offset], reg; reg < 8
    bytes(0x65, 0x48, 0x89);
    gs_operand(reg, offset);
  }
  void load(unsigned reg, std::uint32_t offset) {  // mov reg, gs:[offset]
    bytes(0x65, 0x48, 0x8b);
    gs_operand(reg, offset);
  }
  void store32(std::uint32_t offset, std::uint32_t value) {  // mov dword gs:[offset], value
    bytes(0x65, 0xc7);
    gs_operand(0, offset);
    word32(value);
  }
  void jump_through(std::uint32_t offset) {  // jmp gs:[offset]
    bytes(0x65, 0xff);
    gs_operand(4, offset);
  }
  void jump(Address target) {  // jmp rel32
    byte(0xe9);
    relative(target);
  }
  void branch(unsigned condition, Address target) {  // jcc rel32
    bytes(0x0f, 0x80u | condition);
    relative(target);
  }
  void relative(Address target) { word32(static_cast<std::uint32_t>(target - (here() + 4))); }

  // For a jump whose target is not known yet: remembers where its 32 bits lie, and sets them later.
  std::uint8_t* hole() {
    std::uint8_t* const place = at_;
    word32(0);
    return place;
  }
  std::uint8_t* hole8() {
    std::uint8_t* const place = at_;
    byte(0);
    return place;
  }
  void fill_with_here(std::uint8_t* place) {
    const auto distance = static_cast<std::uint32_t>(at_ - (place + 4));
    __builtin_memcpy(place, &distance, 4);
  }

 private:
  std::uint8_t* start_;
  std::uint8_t* at_;
  Address run_;
};

}  // namespace effk::icount
