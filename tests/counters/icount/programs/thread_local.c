// Thread-local variables, initialised and not, aligned, and those of the C library.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

static __thread int counter = 3;
static __thread char room[300];
static __thread _Alignas(64) double numbers[8] = {1.5};
_Thread_local long shared_name = 11;

__attribute__((noinline)) static int* place(void) {
  return &counter;
}

int main(void) {
  for (int i = 0; i < 200; i++) {
    *place() += i;
    room[i] = (char)i;
    numbers[i & 7] += counter;
  }
  errno = 0;
  const long huge = strtol("99999999999999999999", NULL, 10);
  printf("%d %d %g %ld %d %d\n", counter, room[199], numbers[3], shared_name, errno == ERANGE, huge > 0);
  return 0;
}
