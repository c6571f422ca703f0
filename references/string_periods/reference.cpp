// z[i] is the length of the longest prefix that also begins at i; prefix of length l has period p if
// p + z[p] >= l. Within a stretch [i, i + length) that equals a prefix, z repeats the beginning of z, up to the
// first place whose match reaches the end of the stretch; only from there letters are compared, eight at once.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace {

// The number of letters, at most `most`, in which the two agree from here on.
inline std::ptrdiff_t agreeing(const char* a, const char* b, std::ptrdiff_t most) {
  std::ptrdiff_t same = 0;
  for (; same + 8 <= most; same += 8) {
    std::uint64_t x, y;
    std::memcpy(&x, a + same, 8);
    std::memcpy(&y, b + same, 8);
    if (x != y) return same + (__builtin_ctzll(x ^ y) >> 3);
  }
  while (same < most && a[same] == b[same]) ++same;
  return same;
}

}  // namespace

int count_periodic_prefixes(const std::string& text, const std::vector<std::pair<int, int>>& queries, bool whole) {
  const char* const s = text.data();
  const int n = static_cast<int>(text.size());
  int needed = 0;  // z is not asked for beyond the longest period
  for (const auto& [length, period] : queries)
    if (period > needed) needed = period;

  std::vector<int> z(n + 1);
  int* const out = z.data();
  out[0] = n;
  const char* const last = s + n;
  const char* here = s + 1;
  while (here <= s + needed) {
    if (*here != *s) {  // the text's final zero byte is no letter
      ++here;
      continue;
    }
    int* place = out + (here - s);
    const char* end = here + 1;
    std::ptrdiff_t length = 1;
    do {
      // The `length` letters before `end` equal the beginning, and no earlier match reaches further.
      if (s[length] == *end) {
        const std::ptrdiff_t more = agreeing(s + length, end, last - end);
        length += more;
        end += more;
      }
      *place++ = static_cast<int>(length--);
      for (const int* match = out + 1; length > 0 && *match < static_cast<int>(length); --length) *place++ = *match++;
    } while (length > 0);
    here = end;
  }

  int count = 0;
  for (const auto& [prefix, period] : queries)
    if (period == prefix || out[period] >= prefix - period) count += !whole || prefix % period == 0;
  return count;
}
