// harness/value/type.h -- the types that a problem's signature is written in.
//
//   int (64-bit signed), float (64-bit), bool, str, list[T], tuple[T,...], optional[T], any
//
//   Errors   bad_input, with the position in the text.
//   Threads  plain values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "harness/base/error.h"

namespace effk::value {

struct Type {
  enum class Kind { integer, floating, boolean, string, list, tuple, optional, any };

  Kind kind = Kind::any;
  std::vector<Type> arguments;  // list and optional: one; tuple: one or more; others: none

  bool operator==(const Type&) const = default;
};

// Reads "list[tuple[int,str]]"; spaces are allowed around names, brackets and commas.
// At most 32 levels deep.
Result<Type> parse_type(std::string_view text);

// The text parse_type() reads, without spaces: "list[tuple[int,str]]".
std::string to_string(const Type& type);

}  // namespace effk::value
