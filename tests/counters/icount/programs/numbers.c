// x87, SSE, AVX2, flags that live across blocks, loops of every shape, indirect jumps.
#include <immintrin.h>
#include <setjmp.h>
#include <stdio.h>

__attribute__((target("avx2"))) static long sum(const int* values, int count) {
  __m256i total = _mm256_setzero_si256();
  for (int i = 0; i + 8 <= count; i += 8) {
    total = _mm256_add_epi32(total, _mm256_loadu_si256((const __m256i*)(values + i)));
  }
  int parts[8];
  _mm256_storeu_si256((__m256i*)parts, total);
  long all = 0;
  for (int i = 0; i < 8; i++) all += parts[i];
  return all;
}

static long choose(int i) {
  switch (i % 7) {
    case 0:
      return 5;
    case 1:
      return i * 3;
    case 2:
      return -i;
    case 3:
      return i ^ 21;
    case 4:
      return i + 1;
    case 5:
      return i / 3;
    default:
      return 1;
  }
}

static jmp_buf back;

static void jump(int depth) {
  if (depth == 0) longjmp(back, 7);
  jump(depth - 1);
}

int main(void) {
  long double x = 1;
  for (int i = 1; i < 60; i++) x = x * 1.5L + 1.0L / i;
  int values[64];
  for (int i = 0; i < 64; i++) values[i] = i * i;
  long total = sum(values, 64);
  for (int i = 0; i < 500; i++) total += choose(i);
  // A carry that lives through a loop: adc, dec and jrcxz touch other flags only.
  unsigned long low[4] = {~0ul, ~0ul, 1, 0}, other[4] = {1, 0, 0, 0};
  long index = 0, left = 4;
  __asm__ volatile(
      "clc\n"
      "1: mov (%2,%0,8), %%rax\n"
      "   adc %%rax, (%3,%0,8)\n"
      "   inc %0\n"
      "   dec %1\n"
      "   jnz 1b\n"
      : "+r"(index), "+r"(left)
      : "r"(other), "r"(low)
      : "rax", "memory", "cc");
  long count = 20, rounds = 0;
  __asm__ volatile("1: inc %1\n loop 1b\n jrcxz 2f\n inc %1\n 2:" : "+c"(count), "+r"(rounds) : : "cc");
  const int jumped = setjmp(back);
  if (jumped == 0) jump(5);
  printf("%.3Lf %ld %lx %lx %lx %ld %d\n", x, total, low[0], low[1], low[2], rounds, jumped);
  return 0;
}
