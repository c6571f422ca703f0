// Code that the program writes itself: a page is made writable, changed, and executable again.
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

static int run(unsigned char* page) {
  int (*code)(int);
  memcpy(&code, &page, sizeof code);
  int total = 0;
  for (int i = 0; i < 30; i++) total = code(total);
  return total;
}

int main(void) {
  // With an address that any mapping can be given: what is executed lies below 2 GiB under icount.
  unsigned char* const page = mmap(NULL, 8192, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (page == MAP_FAILED) return 1;
  long total = 0;
  for (unsigned char version = 1; version <= 20; version++) {
    if (mprotect(page, 8192, PROT_READ | PROT_WRITE) != 0) return 2;
    unsigned char* at = page + (version & 3);
    if (version % 5 == 0) at = page + 4094;  // across the border of two pages
    unsigned char* const begin = at;
    *at++ = 0x8d, *at++ = 0x47, *at++ = version;  // lea version(%rdi), %eax
    for (int i = 0; i < version % 3; i++) *at++ = 0x90;
    *at++ = 0xc3;
    if (mprotect(page, 8192, PROT_READ | PROT_EXEC) != 0) return 3;
    total += run(begin);
  }
  munmap(page, 8192);
  printf("%ld\n", total);
  return 0;
}
