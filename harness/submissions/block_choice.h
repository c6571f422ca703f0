// harness/submissions/block_choice.h -- which of several blocks of code is the answer.
//
//   Errors   none.
//   Threads  no shared state.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/submissions/fences.h"
#include "harness/submissions/outline.h"

namespace effk::submissions {

struct Choice {
  std::string code;
  Definition definition = Definition::none;
  Block::Closing closing = Block::Closing::both;
  bool joined = false;   // from all blocks of the language
  bool helpers = false;  // with blocks that define what the chosen one uses
};

// `entry_point` as in definition_in(). Blocks of other languages never count. std::nullopt if none is left.
// `continues_prompt`: where nothing defines the entry point, take the first block instead of all of them.
std::optional<Choice> choose_block(const std::vector<Block>& blocks, suite::Language language,
                                   std::string_view entry_point, bool continues_prompt);

}  // namespace effk::submissions
