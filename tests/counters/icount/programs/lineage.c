// A parent that forks one child after the other, as a driver does. Each child goes ways that its parent has not gone,
// many times; then makes code, calls it, unmaps it, and goes the same ways again. One forks a child of its own in
// between, and while the last one lives the parent goes such ways itself.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

typedef long (*way)(long);
#define WAY(n)                                                                    \
  static __attribute__((noinline)) long way_##n(long x) {                         \
    if (x % (n + 2) == 0) return x / (n + 2) + n;                                 \
    return (x & 1) ? 3 * x + n : (x > 50 * n ? x - n : x + 7 * n);                \
  }
WAY(0) WAY(1) WAY(2) WAY(3) WAY(4) WAY(5) WAY(6) WAY(7)
static way const ways[8] = {way_0, way_1, way_2, way_3, way_4, way_5, way_6, way_7};

static long go(long from, int times) {
  long at = from;
  for (int i = 0; i < times; i++) at = ways[(at + i) & 7](at & 0xffff);
  return at;
}

static long call_made_code(unsigned char number) {
  const unsigned char code[] = {0xb8, number, 0, 0, 0, 0xc3};  // mov eax, number; ret
  void* const place = mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (place == MAP_FAILED || mprotect(place, 4096, PROT_READ | PROT_WRITE) != 0) return -1;
  memcpy(place, code, sizeof code);
  if (mprotect(place, 4096, PROT_READ | PROT_EXEC) != 0) return -2;
  long (*made)(void) = 0;
  *(void**)&made = place;
  const long result = made();
  munmap(place, 4096);
  return result;
}

static int live(int number) {
  char text[40];
  long total = go(number, 400);
  total += call_made_code((unsigned char)number);
  total += go(number + 3, 400);
  if (number == 2) {
    const pid_t grandchild = fork();
    if (grandchild == 0) _exit((int)(go(5, 300) & 63));
    int status = 0;
    waitpid(grandchild, &status, 0);
    total += WEXITSTATUS(status);
  }
  total += go(number + 1, 100);
  snprintf(text, sizeof text, "%ld", total);
  return (int)strlen(text) + (int)(total & 63);
}

int main(void) {
  long total = call_made_code(9);
  for (int number = 0; number < 6; number++) {
    const pid_t child = fork();
    if (child == 0) _exit(live(number));
    if (number == 5) total += go(11, 300) + call_made_code(17) + go(12, 300);
    int status = 0;
    waitpid(child, &status, 0);
    total = total * 5 + status;
    if (number == 4) total += go(4, 200);
  }
  printf("%ld\n", total);
  return 0;
}
