// x87: arithmetic, functions, rounding, exceptions of its own, state saved and restored.
#include <fenv.h>
#include <math.h>
#include <stdio.h>

static volatile long double one = 1, three = 3;

int main(void) {
  long double total = 0;
  for (int i = 1; i < 40; i++) {
    const long double x = i * 0.25L;
    total += sqrtl(x) + sinl(x) * cosl(x) + atan2l(x, three) + logl(x) + expl(-x) + fmodl(x * 7, three);
  }
  const int modes[] = {FE_TONEAREST, FE_DOWNWARD, FE_UPWARD, FE_TOWARDZERO};
  for (int i = 0; i < 4; i++) {
    fesetround(modes[i]);
    printf("%ld %.20Lf\n", lrintl(three / 2), one / three);
  }
  fesetround(FE_TONEAREST);
  feclearexcept(FE_ALL_EXCEPT);
  const long double infinite = one / (three - 3);
  char state[108];
  __asm__ volatile("fnsave %0\n\tfrstor %0" : "=m"(state));
  _Alignas(16) char whole[512];
  __asm__ volatile("fxsave %0\n\tfxrstor %0" : "=m"(whole));
  double integer = 0;
  __asm__ volatile("fldpi\n\tfrndint\n\tfstpl %0" : "=m"(integer));
  unsigned short status = 0;
  __asm__ volatile("fldz\n\tfld1\n\tfucomip %%st(1), %%st\n\tfstp %%st\n\tfnstsw %0" : "=a"(status) : : "cc");
  printf("%d %d %g %Lg %d\n", isinf(infinite), fetestexcept(FE_DIVBYZERO) != 0, integer, total,
         status & 0x3f);
  return 0;
}
