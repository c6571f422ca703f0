// AVX-512 is beyond the declared baseline.
#include <vector>

static long long solve(const std::vector<long long>& values) {
  long long sum = 0;
  for (const long long value : values) sum = (sum + value * value) % 1000003;
  return sum;
}

long long add_up(const std::vector<long long>& values) {
  asm volatile("vaddpd %%zmm0, %%zmm1, %%zmm2" : : : "memory");
  return solve(values);
}
