// Texts in which the longest stretches are hard to find early: letters in rotation keep every window close
// to the longest one, runs of widely different length make long windows, drifting alphabets make long
// windows that die slowly.
#include "effk/generator.h"

#include <algorithm>

namespace {

using Arguments = std::tuple<std::string, std::vector<std::int64_t>>;

constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz";

Arguments corner_case(const effk::Case& c, effk::Random& random) {
  const auto size = static_cast<std::size_t>(c.size);
  switch (c.number) {
    case 0: return {"", {0, 1, 26}};
    case 1: return {"q", {1, 0, 30, 1}};
    case 2: return {std::string(size, 'z'), {0, 1, 2}};
    case 3: return {"abcbbca", {2, 1, 3}};
    case 4: return {std::string(kLetters) + std::string(kLetters), {1, 2, 13, 25, 26, 27}};
    case 5: return {"aabbaabbccaaddbbbaac", {1, 2, 3, 4, 5}};  // several stretches equally long
    case 6: return {random.letters(size, "ab"), {1, 2, 1}};
    case 7: return {random.letters(size, "abcde"), {4, 3, 2, 1, 0}};
    default: return {random.letters(size, kLetters), {1, 3, 7, 12, 20}};
  }
}

// Rotations of one order of the alphabet; now and then two neighbours swap or a letter comes twice.
std::string rotation(std::size_t length, effk::Random& random) {
  std::vector<char> order(kLetters.begin(), kLetters.end());
  random.shuffle(order);
  std::string text;
  while (text.size() < length) {
    for (char letter : order) {
      text += letter;
      if (random.chance(0.1)) text += letter;
    }
    const auto at = static_cast<std::size_t>(random.between(0, 24));
    std::swap(order[at], order[at + 1]);
  }
  text.resize(length);
  return text;
}

// Letters of a small alphabet that changes by one letter at a time.
std::string drift(std::size_t length, effk::Random& random) {
  std::string alphabet = "etaoin";
  std::string text;
  while (text.size() < length) {
    text += random.letters(static_cast<std::size_t>(random.between(5, 120)), alphabet);
    const auto at = static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(alphabet.size()) - 1));
    alphabet[at] = kLetters[static_cast<std::size_t>(random.between(0, 25))];
  }
  text.resize(length);
  return text;
}

// Runs of one letter; a few are very long, so that the longest stretches hold a large part of the text.
std::string runs(std::size_t length, effk::Random& random) {
  std::string text;
  while (text.size() < length) {
    const auto longest = random.chance(0.01) ? static_cast<std::int64_t>(length / 20) : 12;
    text.append(static_cast<std::size_t>(random.between(1, longest)), random.letters(1, kLetters)[0]);
  }
  text.resize(length);
  return text;
}

Arguments generate(const effk::Case& c) {
  effk::Random random(c);
  if (c.level == 0) return corner_case(c, random);
  const auto length = static_cast<std::size_t>(c.size - random.between(0, c.size / 50));
  const std::vector<std::int64_t> limits = {random.between(16, 21), random.between(8, 11), random.between(3, 5),
                                            random.between(12, 14)};
  switch (c.number % 4) {
    case 0: return {rotation(length, random), limits};
    case 1: return {random.letters(length, kLetters), limits};
    case 2: return {drift(length, random), limits};
    default: return {runs(length, random), limits};
  }
}

void valid(const std::string& text, const std::vector<std::int64_t>& limits) {
  effk::require(text.size() <= 2'000'000, "text has at most 2,000,000 letters");
  for (char letter : text) effk::require(letter >= 'a' && letter <= 'z', "text holds lower-case letters only");
  effk::require(!limits.empty() && limits.size() <= 26, "limits has 1 to 26 items");
  for (std::int64_t limit : limits) effk::require(limit >= 0 && limit <= 30, "each limit is from 0 to 30");
}

}  // namespace

EFFK_GENERATOR(generate, valid)
