// A library to be loaded before a program begins: takes MOVE pages, and 16 * MOVE bytes of the heap, so that
// all that the program takes later lies elsewhere.
#include <stdlib.h>
#include <sys/mman.h>

__attribute__((constructor)) static void move(void) {
  const char* const text = getenv("MOVE");
  const size_t amount = text == NULL ? 0 : strtoul(text, NULL, 10);
  if (amount == 0) return;
  mmap(NULL, amount * 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  void* volatile kept = malloc(amount * 16);
  (void)kept;
}
