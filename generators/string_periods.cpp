// Texts with many long repetitions of their beginning, at many distances, so that comparing letters for each
// question costs. The lengths asked for lie close to where a repetition ends.
#include "effk/generator.h"

#include <algorithm>

namespace {

using Queries = std::vector<std::tuple<std::int64_t, std::int64_t>>;
using Arguments = std::tuple<std::string, Queries, bool>;

// For each i, how far the text from i on agrees with its beginning.
std::vector<std::int64_t> agreement(const std::string& text) {
  const auto n = static_cast<std::int64_t>(text.size());
  const char* const s = text.data();
  std::vector<std::int64_t> z(text.size());
  z[0] = n;
  std::int64_t from = 0, to = 0;
  for (std::int64_t i = 1; i < n; ++i) {
    std::int64_t k = i < to ? std::min(to - i, z[static_cast<std::size_t>(i - from)]) : 0;
    while (i + k < n && s[k] == s[i + k]) ++k;
    z[static_cast<std::size_t>(i)] = k;
    if (i + k > to) {
      from = i;
      to = i + k;
    }
  }
  return z;
}

// Periods that are multiples of `unit`; lengths at the end of the agreement or beside it. Where whole
// repetitions are asked for, most lengths are multiples of the period.
Queries questions(const std::string& text, std::int64_t count, std::int64_t unit, bool whole, effk::Random& random) {
  const auto n = static_cast<std::int64_t>(text.size());
  const std::vector<std::int64_t> z = agreement(text);
  Queries queries;
  while (static_cast<std::int64_t>(queries.size()) < count) {
    std::int64_t period = random.chance(0.9) ? unit * random.between(1, std::max<std::int64_t>(1, n / unit))
                                             : random.between(1, n);
    if (whole && random.chance(0.8)) period = std::max<std::int64_t>(1, period / unit / random.between(1, 40) * unit);
    period = std::min(period, n);
    const std::int64_t end = period < n ? period + z[static_cast<std::size_t>(period)] : n;
    std::int64_t length = random.chance(0.3) ? end - random.between(0, end / 8) : end + random.between(-2, 2);
    if (whole && random.chance(0.9)) length -= length % period;
    queries.emplace_back(std::clamp(length, period, n), period);
  }
  return queries;
}

Arguments corner_case(const effk::Case& c, effk::Random& random) {
  const bool whole = c.number % 2 == 1;
  switch (c.number) {
    case 0: return {"ababac", {{5, 2}, {6, 2}, {4, 2}, {3, 3}}, false};
    case 1: return {"ababac", {{5, 2}, {6, 2}, {4, 2}, {3, 3}}, true};
    case 2: return {"a", {}, false};
    case 3: return {"z", {{1, 1}, {1, 1}}, true};
    case 4: return {"abaabaa", {{7, 3}, {7, 6}, {7, 7}, {6, 5}, {5, 3}, {6, 3}, {4, 3}, {7, 4}, {2, 1}}, false};
    case 5: return {std::string(12, 'a'), {{12, 5}, {12, 4}, {12, 12}, {11, 1}, {10, 3}, {9, 3}}, true};
    case 6: return {std::string(11, 'b') + "a", {{12, 1}, {11, 10}, {11, 1}, {12, 12}, {12, 11}, {5, 2}}, false};
    case 7: return {"abcabcabcabd", {{11, 3}, {12, 3}, {9, 3}, {9, 6}, {6, 3}, {12, 6}}, true};
    default: {
      const std::string text = random.letters(static_cast<std::size_t>(random.between(1, c.size)),
                                              c.number % 4 < 2 ? "ab" : "aaaaab");
      return {text, questions(text, 20, 1, whole, random), whole};
    }
  }
}

// A word repeated, with a wrong letter now and then, far from each other.
std::string faulty_repetition(std::size_t length, std::size_t word_length, double faults, effk::Random& random) {
  const std::string word = random.letters(word_length, "abc");
  std::string text;
  while (text.size() < length) text += word;
  text.resize(length);
  const auto first = static_cast<std::int64_t>(length / 3);
  for (int i = 0; i < faults; ++i)
    text[static_cast<std::size_t>(random.between(first, static_cast<std::int64_t>(length) - 1))] = 'd';
  return text;
}

Arguments generate(const effk::Case& c) {
  effk::Random random(c);
  if (c.level == 0) return corner_case(c, random);
  const auto length = static_cast<std::size_t>(c.size - random.between(0, c.size / 100));
  const std::int64_t count = std::min<std::int64_t>(2 * c.size, 60'000);
  const bool whole = c.number % 2 == 1;
  std::string text;
  std::int64_t unit = 1;
  switch (c.number % 4) {
    case 0: text = "aab" + random.letters(length - 3, "ab"); break;
    case 1:
      unit = 5;
      text = faulty_repetition(length, 5, 3, random);
      break;
    case 2: text = "aaab" + random.letters(length - 4, "aaab"); break;
    default:  // one letter, but for a few places
      text = std::string(length, 'a');
      for (int i = 0; i < 20; ++i)
        text[static_cast<std::size_t>(random.between(c.size / 2, static_cast<std::int64_t>(length) - 1))] = 'b';
      break;
  }
  Queries queries = questions(text, count, unit, whole, random);
  return {text, queries, whole};
}

void valid(const std::string& text, const Queries& queries, bool) {
  effk::require(!text.empty() && text.size() <= 2'500'000, "text has 1 to 2,500,000 letters");
  for (char letter : text) effk::require('a' <= letter && letter <= 'z', "text holds lower-case letters only");
  effk::require(queries.size() <= 100'000, "there are at most 100,000 queries");
  for (const auto& [length, period] : queries) {
    effk::require(1 <= period && period <= length, "a period is from 1 to the length asked for");
    effk::require(length <= static_cast<std::int64_t>(text.size()), "a length is at most that of the text");
  }
}

}  // namespace

EFFK_GENERATOR(generate, valid)
