// Every string instruction, of every width, in both directions, with no, one and many iterations, and with an
// end before the last one.
#include <stdio.h>
#include <string.h>

static unsigned char from[4096], to[4096];

#define RUN(instruction, direction, source, target, count)                                                  \
  do {                                                                                                      \
    const unsigned char* s = (source);                                                                      \
    unsigned char* d = (target);                                                                            \
    unsigned long c = (count);                                                                              \
    unsigned long a = 0x4141414141414141ul;                                                                 \
    unsigned long flags;                                                                                    \
    __asm__ volatile(direction "\n\tcmp %%rax, %%rax\n\t" instruction "\n\tcld\n\tsetz %b0"                 \
                     : "=q"(flags), "+S"(s), "+D"(d), "+c"(c), "+a"(a)                                      \
                     :                                                                                      \
                     : "memory", "cc");                                                                     \
    total = total * 31 + c + (flags & 1) + (a & 255) + (unsigned long)(s - from) + (unsigned long)(d - to); \
  } while (0)

#define WIDTHS(prefix, name, count, back)                         \
  RUN(prefix name "b", "cld", from, to, count);                   \
  RUN(prefix name "w", "cld", from, to, count);                   \
  RUN(prefix name "l", "cld", from, to, count);                   \
  RUN(prefix name "q", "cld", from, to, count);                   \
  RUN(prefix name "b", "std", from + (back), to + (back), count); \
  RUN(prefix name "w", "std", from + (back), to + (back), count); \
  RUN(prefix name "l", "std", from + (back), to + (back), count); \
  RUN(prefix name "q", "std", from + (back), to + (back), count)

int main(void) {
  unsigned long total = 0;
  for (unsigned i = 0; i < sizeof from; i++) from[i] = (unsigned char)(i % 251);
  for (unsigned long count = 0; count < 70; count = count * 4 + 1) {
    WIDTHS("rep ", "movs", count, 2048);
    WIDTHS("rep ", "stos", count, 2048);
    WIDTHS("rep ", "lods", count, 2048);
    memcpy(to, from, sizeof to);
    to[40] = to[2000] = 0x41;
    WIDTHS("repe ", "cmps", count, 2048);
    WIDTHS("repne ", "cmps", count, 2048);
    WIDTHS("repne ", "scas", count, 2048);
    WIDTHS("repe ", "scas", count, 2048);
  }
  WIDTHS("", "movs", 5ul, 2048);
  WIDTHS("", "cmps", 5ul, 2048);
  RUN("rep movsb", "cld", from, to + 1, 3000ul);  // overlapping
  printf("%lx %lx\n", total, (unsigned long)to[77]);
  return 0;
}
