// The heap in every way that the C library has: small and large blocks, growth in place and elsewhere,
// trimming.
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char* blocks[64] = {0};
  unsigned seed = 7;
  for (int i = 0; i < 1000; i++) {
    seed = seed * 1103515245u + 12345u;
    char** const block = &blocks[seed >> 16 & 63];
    const size_t bytes = (seed >> 8) % 3000;
    if (*block == NULL) {
      *block = malloc(bytes + 1);
      (*block)[bytes] = 'x';
    } else if (bytes % 3 == 0) {
      *block = realloc(*block, bytes + 1);
    } else {
      free(*block);
      *block = NULL;
    }
  }
  for (int i = 0; i < 64; i++) free(blocks[i]);
  char* large = malloc(200 << 10);  // a mapping of its own
  memset(large, 1, 200 << 10);
  large = realloc(large, 5 << 20);
  int* const zeroes = calloc(3000, sizeof(int));
  void* aligned = NULL;
  const int failed = posix_memalign(&aligned, 4096, 10000);
  printf("%d %d %d %d\n", large[100], zeroes[2999], failed, (int)((uintptr_t)aligned % 4096));
  free(aligned);
  free(zeroes);
  free(large);
  printf("%d\n", malloc_trim(0));
  return 0;
}
