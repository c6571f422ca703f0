// Takes neighbours in the input for neighbours in value.
#include <cmath>
#include <iostream>

int main() {
  long long n, last, value;
  std::cin >> n >> last;
  long long best = 4'000'000'000, sum = 0;
  while (std::cin >> value) {
    best = std::min(best, std::abs(value - last));
    sum += std::abs(value - last);
    last = value;
  }
  std::cout << best << "\n" << double(sum) / (n - 1) << "\n";
}
