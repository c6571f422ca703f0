// Tries only groups that begin with the first value.
#include <iostream>

int main() {
  long long n, value, sum = 0;
  std::cin >> n;
  for (int i = 1; i <= n; ++i) {
    std::cin >> value;
    sum += value;
    if (sum % n == 0) {
      std::cout << "1 " << i << "\n";
      return 0;
    }
  }
  std::cout << "1 1\n";
}
