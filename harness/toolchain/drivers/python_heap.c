#include "harness/toolchain/drivers/python_heap.h"

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <sys/mman.h>

enum { kGreatestBlock = 512, kBlockStep = 16 }; /* SMALL_REQUEST_THRESHOLD, ALIGNMENT in Objects/obmalloc.c */

static int refuses_arenas;
static int was_asked_for_an_arena;

static void* map_aligned(size_t size) {
  char* start = mmap(NULL, 2 * size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (start == MAP_FAILED) return NULL;
  char* arena = (char*)(((uintptr_t)start + size - 1) & ~(uintptr_t)(size - 1));
  const size_t before = (size_t)(arena - start);
  if (before > 0) munmap(start, before);
  munmap(arena + size, size - before);
  return arena;
}

static void* take_arena(void* context, size_t size) {
  (void)context;
  was_asked_for_an_arena = 1;
  return refuses_arenas ? NULL : map_aligned(size);
}

static void give_arena_back(void* context, void* arena, size_t size) {
  (void)context;
  munmap(arena, size);
}

/* Without an arena CPython falls back to malloc(): the block that comes then is given back. */
static void use_up_blocks_of(size_t size) {
  was_asked_for_an_arena = 0;
  while (!was_asked_for_an_arena) {
    void* block = PyObject_Malloc(size);
    if (was_asked_for_an_arena) PyObject_Free(block);
  }
}

void effk_settle_heap(void) {
  PyObjectArenaAllocator arenas = {NULL, take_arena, give_arena_back};
  PyObject_SetArenaAllocator(&arenas);
  refuses_arenas = 1;
  for (size_t size = kGreatestBlock; size >= kBlockStep; size -= kBlockStep) use_up_blocks_of(size);
  refuses_arenas = 0;
}
