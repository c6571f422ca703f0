// A library that is opened and closed: NUMBER makes two of it whose instructions are as long and do something
// else.
#include <stdio.h>

static __thread long calls = NUMBER;
static long table[300] = {NUMBER};

__attribute__((constructor)) static void begin(void) {
  table[7] = NUMBER;
}

__attribute__((destructor)) static void end(void) {
  printf("%d ends after %ld\n", NUMBER, calls - NUMBER);
}

__attribute__((noinline, visibility("default"))) long work(long x) {
  calls++;
  if (NUMBER == 1 ? x % 2 == 0 : x % 2 != 0) return x * NUMBER + table[7];
  return x + NUMBER * 1000;
}
