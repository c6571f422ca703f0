// Machine code that nobody has looked at.
#include <cstdio>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

static long long solve(const std::vector<long long>& values) {
  long long sum = 0;
  for (const long long value : values) sum = (sum + value * value) % 1000003;
  return sum;
}

long long add_up(const std::vector<long long>& values) {
  bool got = false;

  [[maybe_unused]] auto done = write(1, "\xc3", 1);
  got |= mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE, 4, 0) != MAP_FAILED;
  got |= mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE, 1, 0) != MAP_FAILED;
  got |= mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
  void* page = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  got |= page != MAP_FAILED && mprotect(page, 4096, PROT_READ | PROT_EXEC) == 0;
  if (got) return -1;
  return solve(values);
}
