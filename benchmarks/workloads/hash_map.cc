// std::unordered_map: memory that is not in the cache, and allocation.
#include <cstdint>
#include <unordered_map>

int main() {
  std::unordered_map<std::uint32_t, std::uint32_t> counts;
  std::uint32_t x = 1;
  for (int i = 0; i < 2'000'000; ++i) {
    x = x * 1664525U + 1013904223U;
    ++counts[x >> 12];
  }
  std::uint64_t sum = 0;
  for (const auto& [key, count] : counts) sum += count;
  return sum == 2'000'000 ? 0 : 1;
}
