#include <cstdio>
#include <vector>

int main() {
  long long count, value, sum = 0;
  std::scanf("%lld", &count);
  std::vector<int> seen(count, -1);
  seen[0] = 0;
  for (int i = 1;; ++i) {
    std::scanf("%lld", &value);
    sum = (sum + value) % count;
    if (seen[sum] >= 0) {
      std::printf("%d %d\n", seen[sum] + 1, i);
      return 0;
    }
    seen[sum] = i;
  }
}
