// Leaves a negative remainder negative.
#include <vector>

int sum_of_minima(const std::vector<std::vector<int>>& table) {
  const long long modulus = 1'000'000'007;
  long long total = 0;
  for (std::size_t top = 0; top < table.size(); ++top) {
    std::vector<int> minima = table[top];
    for (std::size_t bottom = top; bottom < table.size(); ++bottom) {
      std::vector<std::size_t> stack;
      std::vector<long long> sums(minima.size());
      for (std::size_t i = 0; i < minima.size(); ++i) {
        if (table[bottom][i] < minima[i]) minima[i] = table[bottom][i];
        while (!stack.empty() && minima[stack.back()] >= minima[i]) stack.pop_back();
        const long long width = static_cast<long long>(stack.empty() ? i + 1 : i - stack.back());
        sums[i] = ((stack.empty() ? 0 : sums[stack.back()]) + width * minima[i]) % modulus;
        total = (total + sums[i]) % modulus;
        stack.push_back(i);
      }
    }
  }
  return static_cast<int>(total);
}
