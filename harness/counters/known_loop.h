/* harness/counters/known_loop.h -- a loop whose instructions are known. C and C++. */
#ifndef EFFK_KNOWN_LOOP_H
#define EFFK_KNOWN_LOOP_H

#include <stdint.h>

/* An iteration: a subtraction and a jump. */
enum { kKnownLoopInstructions = 2 };

static inline void run_known_loop(uint64_t iterations) {
#ifdef __aarch64__
  __asm__ volatile("1: subs %0, %0, #1\n\tb.ne 1b" : "+r"(iterations) : : "cc");
#else
  __asm__ volatile("1: subq $1, %0\n\tjnz 1b" : "+r"(iterations) : : "cc");
#endif
}

#endif
