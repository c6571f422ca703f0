// Stacks of one's own, switched by the C library.
#include <stdio.h>
#include <stdlib.h>
#include <ucontext.h>

static ucontext_t caller, generators[3];
static int value;

static void generate(int from, int step) {
  for (int i = 0; i < 20; i++) {
    value = from + i * step;
    swapcontext(&generators[from], &caller);
  }
}

int main(void) {
  long total = 0;
  for (int i = 0; i < 3; i++) {
    getcontext(&generators[i]);
    generators[i].uc_stack.ss_sp = malloc(32768);
    generators[i].uc_stack.ss_size = 32768;
    generators[i].uc_link = &caller;
    makecontext(&generators[i], (void (*)(void))generate, 2, i, i + 2);
  }
  for (int round = 0; round < 20; round++) {
    for (int i = 0; i < 3; i++) {
      swapcontext(&caller, &generators[i]);
      total = total * 3 % 1000003 + value;
    }
  }
  for (int i = 0; i < 3; i++) swapcontext(&caller, &generators[i]);  // to their ends
  printf("%ld\n", total);
  return 0;
}
