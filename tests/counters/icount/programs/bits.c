// Arithmetic on wide numbers, single bits, atomic instructions, flags that are used late.
#include <stdio.h>

typedef unsigned __int128 Wide;

int main(void) {
  Wide product = 1;
  unsigned long x = 0x9e3779b97f4a7c15ul;
  long found = 0;
  for (int i = 1; i < 150; i++) {
    product = product * x + (product >> 61) % 1000003;
    x ^= x << 13, x ^= x >> 7, x ^= x << 17;
    found +=
        __builtin_ctzl(x | 1ul << 63) + __builtin_clzl(x | 1) + __builtin_popcountl(x) + __builtin_parityl(x);
    unsigned long sum = 0;
    if (__builtin_add_overflow(x, (unsigned long)product, &sum)) found++;
    unsigned char bit = 0;
    __asm__("bt %2, %1\n\tsetc %0" : "=q"(bit) : "r"(x), "r"((unsigned long)i) : "cc");
    found += bit;
    __asm__("shld $5, %1, %0\n\tshrd %%cl, %1, %0\n\trcl $3, %0" : "+r"(sum) : "r"(x), "c"(i) : "cc");
    __asm__("imul %1, %0\n\tpushf\n\tpop %%rdx\n\tand $0xc1, %%edx\n\tadd %%rdx, %0"
            : "+r"(sum)
            : "r"(x)
            : "rdx", "cc");
    product ^= sum;
  }
  _Alignas(16) static Wide shared;
  static long counter;
  for (int i = 0; i < 50; i++) {
    __atomic_fetch_add(&counter, i, __ATOMIC_SEQ_CST);
    __atomic_exchange_n(&counter, counter ^ 5, __ATOMIC_ACQ_REL);
    unsigned long low = (unsigned long)shared, high = (unsigned long)(shared >> 64);
    __asm__ volatile("lock cmpxchg16b %0"
                     : "+m"(shared), "+a"(low), "+d"(high)
                     : "b"(low + 3), "c"(high + 1)
                     : "cc");
    __asm__ volatile("lock btsq %1, %0" : "+m"(counter) : "r"(i & 31L) : "cc");
    __asm__ volatile("1: dec %0\n\tjnz 1b\n\tjrcxz 2f\n\tnop\n2: loop 2b" : : "a"(i + 1L), "c"(4L) : "cc");
  }
  printf("%lx %lx %ld %ld %lx\n", (unsigned long)product, (unsigned long)(product >> 64), found, counter,
         (unsigned long)shared);
  return 0;
}
