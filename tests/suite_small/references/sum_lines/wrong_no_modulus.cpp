// Forgets the modulus.
#include <iostream>

int main() {
  long long sum = 0;
  for (long long value; std::cin >> value;) sum += value * value;
  std::cout << sum << std::endl;
}
