// Code is never writable.
#include <cstdint>
#include <sys/mman.h>
#include <vector>

static long long solve(const std::vector<long long>& values) {
  long long sum = 0;
  for (const long long value : values) sum = (sum + value * value) % 1000003;
  return sum;
}

long long add_up(const std::vector<long long>& values) {
  auto* page = reinterpret_cast<char*>(reinterpret_cast<std::uintptr_t>(&solve) & ~std::uintptr_t{4095});
  if (mprotect(page, 4096, PROT_READ | PROT_WRITE | PROT_EXEC) == 0) return -1;
  *reinterpret_cast<volatile char*>(&solve) = 0;
  return solve(values);
}
