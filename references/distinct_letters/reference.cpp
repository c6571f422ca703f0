// A window that never shrinks: it slides at length best + 1 until it holds few enough letters, then grows.
// Whether a letter is new in a window, or gone with its first place, is read off the distance to its
// neighbouring occurrences; so no counts are kept, and a slide is two comparisons with the window's length.
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

std::vector<std::pair<int, int>> longest_stretches(const std::string& text, const std::vector<int>& limits) {
  const int n = static_cast<int>(text.size());
  constexpr std::uint32_t kFar = 1u << 30;
  // since[i], until[i]: distance from i to the occurrence of its letter before and after it.
  std::vector<std::uint32_t> since(n), until(n, kFar);
  int last[256];
  for (int& place : last) place = -1;
  for (int i = 0; i < n; ++i) {
    int& place = last[static_cast<unsigned char>(text[i])];
    if (place >= 0)
      since[i] = until[place] = static_cast<std::uint32_t>(i - place);
    else
      since[i] = kFar;
    place = i;
  }

  std::vector<std::pair<int, int>> answer;
  answer.reserve(limits.size());
  for (const int limit : limits) {
    int start = 0, length = 0;
    int distinct = 0;  // in the window [first, first + length]
    int first = 0;
    if (limit > 0 && n > 0) {
      for (;;) {
        // Grow from [first, first + length) while the letter behind it is allowed.
        int end = first + length;
        while (end < n) {
          distinct += since[end] > static_cast<std::uint32_t>(end - first);
          if (distinct > limit) break;
          ++end;
        }
        if (end - first > length) {
          length = end - first;
          start = first;
        }
        if (end == n) break;
        // The window now holds limit + 1 letters and ends at `end`.
        const std::uint32_t width = static_cast<std::uint32_t>(length);
        const std::uint32_t* leaving = until.data() + first;
        const std::uint32_t* entering = since.data() + end + 1;
        const std::uint32_t* const stop = since.data() + n;
        bool found = false;
        while (entering < stop) {
          distinct -= *leaving++ > width;
          distinct += *entering++ > width;
          if (distinct <= limit) {
            found = true;
            break;
          }
        }
        if (!found) break;
        first = static_cast<int>(leaving - until.data());
        start = first;
        ++length;
      }
    }
    answer.emplace_back(start, length);
  }
  return answer;
}
