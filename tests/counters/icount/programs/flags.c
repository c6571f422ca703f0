/* Calls through pointers of two functions whose addresses agree in their low 16 bits: one replaces all flags, the other
 * reads the carry that its caller has set. */
#include <stdio.h>

int replaces_flags(void);
int reads_carry(void);

__asm__(
    ".section .text.flags, \"ax\", @progbits\n"
    ".p2align 16\n"
    ".globl replaces_flags\n"
    "replaces_flags: xor %eax, %eax\n"
    "  ret\n"
    ".p2align 16\n"
    ".globl reads_carry\n"
    "reads_carry: sbb %eax, %eax\n"
    "  ret\n"
    ".text\n");

static int call_with_carry(int (*volatile callee)(void)) {
  int result = 0;
  /* Past the red zone, which the compiler may use here. */
  __asm__ volatile("lea -128(%%rsp), %%rsp; stc; call *%1; lea 128(%%rsp), %%rsp"
                   : "=a"(result)
                   : "r"(callee)
                   : "cc", "memory");
  return result;
}

int main(void) {
  for (int i = 0; i < 4; ++i) {
    printf("%d %d\n", call_with_carry(replaces_flags), call_with_carry(reads_carry));
  }
  return 0;
}
