// For each strip of rows and each first column, the running minimum to the right.
#include <algorithm>
#include <vector>

long long sum_of_minima(const std::vector<std::vector<int>>& table) {
  const long long modulus = 1'000'000'007;
  long long total = 0;
  for (std::size_t top = 0; top < table.size(); ++top) {
    std::vector<int> minima = table[top];
    for (std::size_t bottom = top; bottom < table.size(); ++bottom) {
      for (std::size_t i = 0; i < minima.size(); ++i) minima[i] = std::min(minima[i], table[bottom][i]);
      for (std::size_t first = 0; first < minima.size(); ++first) {
        int least = minima[first];
        long long sum = 0;
        for (std::size_t i = first; i < minima.size(); ++i) {
          least = std::min(least, minima[i]);
          sum += least;
        }
        total = (total + sum) % modulus;
      }
    }
  }
  return (total + modulus) % modulus;
}
