// Adds up every group anew.
#include <iostream>
#include <vector>

int main() {
  long long n;
  std::cin >> n;
  std::vector<long long> values(n);
  for (auto& value : values) std::cin >> value;
  for (int last = 0; last < n; ++last) {
    long long sum = 0;
    for (int first = last; first >= 0; --first) {
      sum += values[first];
      if (sum % n == 0) {
        std::cout << first + 1 << " " << last + 1 << std::endl;
        exit(0);
      }
    }
  }
}
