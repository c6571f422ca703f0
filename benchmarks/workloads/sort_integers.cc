// std::sort of five million integers: branches that nobody predicts.
#include <algorithm>
#include <cstdint>
#include <vector>

int main() {
  std::vector<std::uint32_t> numbers(5'000'000);
  std::uint32_t x = 1;
  for (std::uint32_t& number : numbers) number = x = x * 1664525U + 1013904223U;
  std::sort(numbers.begin(), numbers.end());
  return std::is_sorted(numbers.begin(), numbers.end()) ? 0 : 1;
}
