// Whose items lie where no memory is.
#include <cstring>
#include <utility>
#include <vector>

std::vector<std::pair<long long, long long>> pick_pairs(const std::vector<std::pair<long long, long long>>&) {
  std::vector<std::pair<long long, long long>> result;
  const std::size_t words[3] = {0x1000, 0x100001000, 0x100001000};
  std::memcpy(static_cast<void*>(&result), words, sizeof words);
  return result;
}
