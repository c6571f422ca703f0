// harness/base/nearest_word.h -- suggestions for misspelt words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace effk {

// The known word with the fewest edits (insert, delete, replace, swap of neighbours) from `word`, if it is
// near enough to be meant: at most a third of its letters, and at least one edit is always allowed.
std::optional<std::string> nearest_word(std::string_view word, const std::vector<std::string>& known);

// "did you mean 'X'? " or "".
std::string suggestion(std::string_view word, const std::vector<std::string>& known);

}  // namespace effk
