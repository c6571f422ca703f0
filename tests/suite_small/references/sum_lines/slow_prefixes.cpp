// Adds up every prefix anew.
#include <cstdio>
#include <vector>

int main() {
  std::vector<long long> values;
  long long value = 0, sum = 0;
  while (std::scanf("%lld", &value) == 1) {
    values.push_back(value);
    sum = 0;
    for (const long long one : values) sum = (sum + one * one) % 1000003;
  }
  std::printf("%lld", sum);
}
