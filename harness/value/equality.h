// harness/value/equality.h -- whether an output equals the expected one.
#pragma once

#include <optional>
#include <string>

#include "harness/value/type.h"
#include "harness/value/value.h"

namespace effk::value {

// Floats are equal if they are within either bound; both 0 means bit-for-bit numeric equality.
// NaN equals NaN, an infinity only itself.
struct Tolerance {
  double absolute = 0;
  double relative = 0;
  bool operator==(const Tolerance&) const = default;
};

// Where and how two values first differ: "at [3][0]: expected 7, found 8", values cut to 60 characters.
// std::nullopt if they are equal as values of `type`: exact for int, bool, str and None; a tuple and a list
// are alike where `type` declares one of them, and an int stands for a float where a float is declared;
// under `any` types must match exactly (True is not 1, a tuple is not a list).
std::optional<std::string> difference(const Value& expected, const Value& found, const Type& type,
                                      const Tolerance& tolerance);

}  // namespace effk::value
