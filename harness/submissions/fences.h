// harness/submissions/fences.h -- the code blocks of a Markdown text, also of a badly written one.
//
// Fences are ``` and ~~~, indented or not, and the words [PYTHON] ... [/PYTHON]. One that is missing at
// either end, or glued to the last line of code, is put up with. Inside a string or comment of the code a
// fence counts for nothing.
//
//   Errors   none.
//   Threads  no shared state.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/suite/problem.h"

namespace effk::submissions {

struct Block {
  enum class Closing { both, missing_close, missing_open };

  std::string tag;   // the first word after the opening fence, lower case; may be empty
  std::string text;  // without the fences, and without the indentation that the opening fence had
  Closing closing = Closing::both;
};

struct FencedText {
  std::vector<Block> blocks;  // those with anything in them, in order
  std::string outside;        // everything else
};

// More blocks than this are not looked at: what follows is `outside`.
inline constexpr std::size_t kMaxBlocks = 256;

// `language` is what code without a tag is taken for. Line ends must be "\n".
FencedText split_fences(std::string_view text, suite::Language language, std::string_view entry_point);

// What a fence's tag says about the code in it.
enum class TagMeaning { wanted_language, nothing, other_language };
TagMeaning meaning_of(std::string_view tag, suite::Language wanted);
std::optional<suite::Language> language_of_tag(std::string_view tag);

}  // namespace effk::submissions
