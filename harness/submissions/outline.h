// harness/submissions/outline.h -- what a piece of code defines at its outermost level.
//
// Read from tokens, so that a name in a comment, in a string or in a sentence counts for nothing.
//
//   Errors   none: broken code has an outline too.
//   Threads  no shared state.
#pragma once

#include <set>
#include <string_view>
#include <vector>

#include "harness/submissions/lexer.h"

namespace effk::submissions {

struct Item {
  enum class Kind { function, type, variable, import };

  Kind kind = Kind::function;
  std::string_view name;
  std::string_view owner;   // the class whose member it is; empty at the outermost level
  bool substantial = true;  // false: a function whose body is empty, `pass`, `...` or only a docstring
};

// Functions without a body, calls and members of nested classes are not in it.
std::vector<Item> outline(std::string_view code, suite::Language language);

std::vector<Item> python_outline(std::string_view code);
std::vector<Item> cpp_outline(std::string_view code);

enum class Definition { none, stub, full };

// Whether `code` defines `entry_point`, free or as a member of a class Solution. An empty entry point stands
// for a whole program: a `main` in C++, any statement in Python.
Definition definition_in(std::string_view code, suite::Language language, std::string_view entry_point);

// Names that the code mentions, but for members (after a dot; in C++ also an arrow or "::").
std::set<std::string_view> mentioned_names(std::string_view code, suite::Language language);

// True if there is anything but blanks and comments.
bool has_code(std::string_view text, suite::Language language);

}  // namespace effk::submissions
