// tests/counters/icount/decoder_walk.h -- every map, opcode and prefix, with the operands that matter.
#pragma once

#include <cstdint>
#include <functional>
#include <span>

namespace effk::icount {

// Gets 15 bytes that begin with one encoding; what follows it is filling.
using Visitor = std::function<void(std::span<const std::uint8_t>)>;

// `map` 0: one byte, 1: 0F, 2: 0F 38, 3: 0F 3A; each opcode with sets of legacy prefixes and REX.
void walk_legacy(int map, const Visitor& visit);
void walk_threednow(const Visitor& visit);
void walk_vex(int map, const Visitor& visit);   // 0 to 31
void walk_xop(int map, const Visitor& visit);   // 8 to 31
void walk_evex(int map, const Visitor& visit);  // 0 to 15
// Random bytes; half of them begin as an opcode that some map has, so that prefixes do not fill them.
void walk_random(std::uint64_t seed, std::uint64_t count, const Visitor& visit);

}  // namespace effk::icount
