#include "harness/value/canonical.h"

#include <algorithm>
#include <numeric>

namespace effk::value {

bool is_canonical_big_integer(std::string_view bytes) {
  if (bytes.size() < 9) return false;
  const auto top = static_cast<unsigned char>(bytes[bytes.size() - 1]);
  const bool sign_below = static_cast<unsigned char>(bytes[bytes.size() - 2]) >= 0x80;
  // The top byte is needless if it only repeats the sign of the byte below it.
  return !(top == 0x00 && !sign_below) && !(top == 0xff && sign_below);
}

std::size_t find_repetition(const std::vector<std::string_view>& items) {
  if (items.size() < 2) return items.size();
  // Sorting, not hashing: hashing reads every byte of a key again at each level of dicts within keys, which
  // is quadratic for hostile input, while a comparison ends with the shorter of its two sides.
  std::vector<std::size_t> order(items.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const int compared = items[a].compare(items[b]);
    return compared != 0 ? compared < 0 : a < b;
  });
  const auto repeated = std::adjacent_find(
      order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return items[a] == items[b]; });
  return repeated == order.end() ? items.size() : *(repeated + 1);
}

}  // namespace effk::value
