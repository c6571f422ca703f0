// Libraries that are opened and closed again and again: opening ONE OTHER. Both have the same functions at
// the same places, and when one has gone the other comes to where it was.
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>

static long use(const char* name, uintptr_t* place) {
  void* const library = dlopen(name, RTLD_NOW);
  if (library == NULL) {
    printf("%s\n", dlerror());
    return -1;
  }
  long (*work)(long) = 0;
  *(void**)&work = dlsym(library, "work");
  *place = (uintptr_t)work;
  long total = 0;
  for (int i = 0; i < 40; i++) total += work(i);
  dlclose(library);
  return total;
}

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  int same_place = 0;
  for (int i = 0; i < 10; i++) {
    uintptr_t one = 0, other = 0;
    const long first = use(argv[1], &one);
    const long second = use(argv[2], &other);
    same_place += one == other;
    printf("%ld %ld\n", first, second);
  }
  printf("%d\n", same_place);
  return 0;
}
