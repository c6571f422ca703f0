// Cases of `edit_within`. The size is about k; the strings are a hundred times as long, so that the work of
// an ordinary table is out of proportion. Four letters with scattered edits; more edits than k; edits in
// clusters with a shift of the ends; and text that repeats itself, where many diagonals agree for long.
#include <algorithm>

#include "effk/generator.h"

namespace {

using Arguments = std::tuple<std::string, std::string, std::int64_t>;

// `edits` edits at random places of `text`; the part of them that are insertions, then deletions.
std::string edited(effk::Random& random, const std::string& text, std::int64_t edits, double insertions,
                   double deletions, std::string_view alphabet) {
  std::vector<std::int64_t> places;
  for (std::int64_t i = 0; i < edits; ++i) {
    places.push_back(random.between(0, static_cast<std::int64_t>(text.size()) - 1));
  }
  std::sort(places.begin(), places.end());
  std::string result;
  std::size_t next = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool keep = true;
    for (; next < places.size() && places[next] == static_cast<std::int64_t>(i); ++next) {
      const double kind = random.real(0, 1);
      if (kind < insertions) {
        result += random.letters(1, alphabet);
      } else if (kind < insertions + deletions) {
        keep = false;
      } else {
        result += random.letters(1, alphabet);
        keep = false;
      }
    }
    if (keep) result += text[i];
  }
  return result;
}

Arguments corner(const effk::Case& c, effk::Random& random) {
  const auto size = c.size;
  const auto length = static_cast<std::size_t>(size);
  switch (c.number) {
    case 0:
      return {"", "", 0};
    case 1:
      return {"", "abc", 3};
    case 2:
      return {"abcd", "", 3};
    case 3:
      return {"kitten", "sitting", 3};
    case 4:
      return {"kitten", "sitting", 2};
    case 5:
      return {"abcabcabcabc", "bcabcabcabca", 2};  // one deletion, one insertion
    case 6:
      return {std::string(length, 'a'), std::string(length + 4, 'a'), 100};
    case 7:
      return {"zzzz", "zzzz", 0};
    case 8: {
      const std::string text = random.letters(20 * length, "acgt");
      return {text, edited(random, text, size, 0.3, 0.3, "acgt"), size};
    }
    default: {
      const std::string text = random.letters(20 * length, "ab");
      return {text, random.letters(21 * length, "ab"), 5 * size};
    }
  }
}

Arguments generate(const effk::Case& c) {
  effk::Random random(c);
  if (c.level == 0) return corner(c, random);

  const auto k = c.size;
  const auto length = static_cast<std::size_t>(100 * k);
  constexpr std::string_view kFour = "acgt";
  switch (c.number % 4) {
    case 0: {
      const std::string text = random.letters(length, kFour);
      return {text, edited(random, text, k, 0.2, 0.2, kFour), k};
    }
    case 1: {
      const std::string text = random.letters(length, kFour);
      return {text, edited(random, text, 2 * k, 0.25, 0.25, kFour), k};
    }
    case 2: {  // every edit a run: some moved pieces, and letters lost at random
      std::string text = random.letters(length, kFour);
      std::string other = edited(random, text, k / 2, 0.1, 0.3, kFour);
      for (int move = 0; move < 5; ++move) {
        const auto piece = static_cast<std::size_t>(k / 25);
        const auto from =
            static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(other.size() - piece)));
        const std::string moved = other.substr(from, piece);
        other.erase(from, piece);
        other.insert(static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(other.size()))),
                     moved);
      }
      return {text, other, k * 21 / 20};
    }
    default: {
      const std::string unit = random.letters(static_cast<std::size_t>(k / 4), kFour);
      std::string text;
      while (text.size() < length) text += unit;
      text = edited(random, text, k, 0.3, 0.3, kFour);
      return {text, edited(random, text, k, 0.3, 0.3, kFour), k};
    }
  }
}

void valid(const std::string& a, const std::string& b, std::int64_t k) {
  effk::require(a.size() <= 400'000 && b.size() <= 400'000, "strings of at most 400000 characters");
  for (const std::string& text : {a, b}) {
    effk::require(
        std::all_of(text.begin(), text.end(), [](char letter) { return 'a' <= letter && letter <= 'z'; }),
        "the characters are a to z");
  }
  effk::require(0 <= k && k <= 5000, "k is from 0 to 5000");
}

}  // namespace

EFFK_GENERATOR(generate, valid)
