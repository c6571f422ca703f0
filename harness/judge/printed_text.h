// harness/judge/printed_text.h -- whether what a program printed is the expected text, as judges of contests
// compare it.
//
// A text is its words: what stands between blanks, tabs and ends of lines. How many of these there are
// between two words, before the first or behind the last does not matter. Problems for which it does, and
// those with several right answers, have a checker.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "harness/value/equality.h"

namespace effk::judge {

// Where `found` first differs from `expected`: "line 2, word 1: expected 12, found 13"; std::nullopt if all
// words are the same. With a tolerance that is not 0 words also agree if both are numbers in decimal notation
// ("-3", "0.5", "1e-7", "inf", "nan") and within it; see value::Tolerance.
//
// Cost: O(n) for n bytes in all; nothing is copied.
std::optional<std::string> printed_difference(std::string_view expected, std::string_view found,
                                              const value::Tolerance& tolerance);

}  // namespace effk::judge
