// Its own output cannot be opened, nor its input written.
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <iostream>

static long long solve() {
  std::ios::sync_with_stdio(false);
  long long sum = 0;
  for (long long value; std::cin >> value;) sum = (sum + value * value) % 1000003;
  return sum;
}

int main() {
  int done = 0;
  char letter;
  if (open("/proc/self/fd/1", O_RDONLY) >= 0) done += 1;
  if (open("/proc/self/fd/0", O_RDWR) >= 0) done += 2;
  if (mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, 0, 0) != MAP_FAILED) done += 4;
  if (mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE, 0, 0) != MAP_FAILED) done += 8;
  if (write(0, "1\n", 2) >= 0) done += 16;
  if (read(4, &letter, 1) > 0) done += 32;
  std::cout << solve() + done;
}
