// String instructions with and without iterations, forwards and backwards, and what the C library makes of
// them.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char a[5000], b[5000];

static int by_value(const void* x, const void* y) {
  return *(const int*)x - *(const int*)y;
}

int main(void) {
  for (long bytes = 0; bytes < 40; bytes += 13) {
    void* to = a;
    const void* from = b;
    long left = bytes;
    __asm__ volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(left) : : "memory");
    to = b;
    left = bytes;
    __asm__ volatile("rep stosq" : "+D"(to), "+c"(left) : "a"(bytes) : "memory");
    const void* x = a;
    const void* y = b;
    left = bytes;
    char equal;
    __asm__ volatile("cmp %%eax, %%eax\n\trepe cmpsb\n\tsete %0"
                     : "=r"(equal), "+D"(x), "+S"(y), "+c"(left)
                     :
                     : "memory");
    printf("%d %ld\n", equal, left);
  }
  memset(a, 'x', 4000);
  memmove(a + 1, a, 3000);
  int numbers[300];
  unsigned seed = 1;
  for (int i = 0; i < 300; i++) numbers[i] = (int)((seed = seed * 1103515245u + 12345u) >> 8);
  qsort(numbers, 300, sizeof numbers[0], by_value);
  printf("%zu %d %d\n", strlen(a), numbers[0], numbers[299]);
  return 0;
}
