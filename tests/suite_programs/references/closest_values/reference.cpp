#include <algorithm>
#include <cstdio>
#include <iostream>
#include <vector>

int main() {
  std::ios::sync_with_stdio(false);
  int count = 0;
  std::cin >> count;
  std::vector<long long> values(count);
  for (long long& value : values) std::cin >> value;
  std::sort(values.begin(), values.end());
  long long smallest = values.back() - values.front();
  for (int i = 1; i < count; ++i) smallest = std::min(smallest, values[i] - values[i - 1]);
  std::printf("%lld\n%.9f\n", smallest, double(values.back() - values.front()) / (count - 1));
}
