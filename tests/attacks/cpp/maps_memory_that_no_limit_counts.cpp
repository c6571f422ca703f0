// Shared, huge and stack-like mappings, and one past the limit in pieces.
#include <sys/mman.h>
#include <vector>

static long long solve(const std::vector<long long>& values) {
  long long sum = 0;
  for (const long long value : values) sum = (sum + value * value) % 1000003;
  return sum;
}

long long add_up(const std::vector<long long>& values) {
  bool got = false;

  const std::size_t much = std::size_t{512} << 20;
  const int both = PROT_READ | PROT_WRITE;
  got |= mmap(nullptr, much, both, MAP_SHARED | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
  got |= mmap(nullptr, much, both, MAP_PRIVATE | MAP_ANONYMOUS | MAP_HUGETLB, -1, 0) != MAP_FAILED;
  got |= mmap(nullptr, much, both, MAP_PRIVATE | MAP_ANONYMOUS | MAP_GROWSDOWN, -1, 0) != MAP_FAILED;
  got |= mmap(nullptr, much, both, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0) != MAP_FAILED;
  char* space = static_cast<char*>(mmap(nullptr, much, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
  if (space != MAP_FAILED) {
    std::size_t usable = 0;
    while (usable < much && mprotect(space + usable, 32 << 20, both) == 0) usable += 32 << 20;
    got |= usable == much;
  }
  if (got) return -1;
  return solve(values);
}
