// The text comes together in the preprocessor.
#include <vector>

#define WITH(x) _Pragma(#x)
WITH(GCC optimize("O3"))
WITH(GCC target("avx2"))
long long add_up(const std::vector<long long>& values) {
  long long sum = 0;
  for (const long long value : values) sum += value * value;
  return sum % 1000003;
}
