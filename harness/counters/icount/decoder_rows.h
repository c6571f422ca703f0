// harness/counters/icount/decoder_rows.h -- how the tables of the vector instructions are written.
#pragma once

#include "harness/counters/icount/decoder_tables.h"

namespace effk::icount {

// Which mandatory prefixes a row speaks of.
inline constexpr int kNp = 1, k66 = 2, kF3 = 4, kF2 = 8;
inline constexpr int kNp66 = kNp | k66, kScalar = kF3 | kF2, kEach = kNp66 | kScalar;

// Opcodes `first` to `last` have the same form with each of these prefixes. A later row replaces an earlier.
struct Row {
  int first;
  int last;
  int prefixes;
  int form;
};

template <int n>
constexpr VectorMap map_of(const Row (&rows)[n]) {
  VectorMap map = {};
  for (const Row& row : rows) {
    for (int prefix = 0; prefix < 4; ++prefix) {
      if ((row.prefixes >> prefix & 1) == 0) continue;
      for (int opcode = row.first; opcode <= row.last; ++opcode) {
        map.at[prefix][opcode] = static_cast<Form>(row.form);
      }
    }
  }
  return map;
}

}  // namespace effk::icount
