// The form for macros.
#include <vector>

_Pragma("GCC optimize(\"O3\")") _Pragma("GCC target(\"avx2\")")
long long add_up(const std::vector<long long>& values) {
  long long sum = 0;
  for (const long long value : values) sum += value * value;
  return sum % 1000003;
}
