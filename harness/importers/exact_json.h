// harness/importers/exact_json.h -- JSON whose numbers keep their digits and whose members keep their order.
//
// Benchmarks write Python values as JSON: whole numbers of any size, of which a parser that knows 64 bits
// makes the nearest double, and dicts, whose order a solution can see.
//
//   Errors   bad_input, naming the document and where it stops being JSON; deeper than 500 is an error too.
//   Threads  plain values.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "harness/base/error.h"

namespace effk::importers {

struct ExactJson;
struct ExactMember;

struct ExactJson {
  struct Number {
    std::string digits;  // as written: "17", "-2.5e3", "NaN", "-Infinity"
  };
  struct Array {
    std::vector<ExactJson> items;
  };
  struct Object {
    std::vector<ExactMember> members;  // a name may come twice; the last one counts
  };

  std::variant<std::monostate, bool, Number, std::string, Array, Object> data;  // monostate: null

  // nullptr if it is none.
  const std::string* text() const { return std::get_if<std::string>(&data); }
  const std::vector<ExactJson>* array() const;
  const std::vector<ExactMember>* object() const;
  // A member of an object; nullptr if this is none or has no such member.
  const ExactJson* member(std::string_view name) const;
};

// Not a std::pair, for which clang 14 refuses the circle.
struct ExactMember {
  std::string name;
  ExactJson value;
};

// `name` is how messages call the document.
Result<ExactJson> parse_exact_json(const std::string& name, std::string_view text);

// The same value as a Python expression on one line: [1, 'a', None, {'k': True}].
std::string python_literal(const ExactJson& value);
// A text as a Python expression.
std::string python_literal(std::string_view utf8);

}  // namespace effk::importers
