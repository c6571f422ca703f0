// Jumps out of functions, frames of any size, recursion of every shape.
#include <alloca.h>
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

static jmp_buf back;
static sigjmp_buf with_mask;

__attribute__((noinline)) static int frames(int depth) {
  char* const room = alloca((size_t)(depth * 37 % 500) + 16);
  memset(room, depth, 16);
  if (depth == 60) longjmp(back, depth);
  return frames(depth + 1) + room[3];
}

static int ackermann(int m, int n) {
  if (m == 0) return n + 1;
  return n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
}

static int odd(int n);
static int even(int n) {
  return n == 0 ? 1 : odd(n - 1);
}
static int odd(int n) {
  return n == 0 ? 0 : even(n - 1);
}

int main(void) {
  volatile int total = 0;
  for (int i = 0; i < 20; i++) {
    const int from = setjmp(back);
    if (from == 0) total += frames(i);
    total += from;
    if (sigsetjmp(with_mask, 1) == 0) siglongjmp(with_mask, 1);
  }
  // Fewer frames are left than were entered, and a return is a jump to anywhere.
  unsigned long here = 0;
  __asm__ volatile("lea 1f(%%rip), %0\n\tlea -128(%%rsp), %%rsp\n\tpush %0\n\tret\n1:\tlea 128(%%rsp), %%rsp"
                   : "=&r"(here)
                   :
                   : "memory");
  printf("%d %d %d\n", total, ackermann(2, 8), even(300) + odd(77));
  return 0;
}
