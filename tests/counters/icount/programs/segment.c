// What a program can do with the GS base. `use`: an access through it.
#include <asm/prctl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

static unsigned long base(void) {
  unsigned long value = 1;
  __asm__ volatile("rdgsbase %0" : "=r"(value));
  return value;
}

int main(int argc, char** argv) {
  (void)argv;
  unsigned long told = 1;
  printf("%lx\n", base());
  printf("%ld", syscall(SYS_arch_prctl, ARCH_GET_GS, &told));
  printf(" %lx\n", told);
  static unsigned long here = 77;
  __asm__ volatile("wrgsbase %0" : : "r"(&here));
  printf("%d\n", base() == (unsigned long)&here);
  unsigned value = 0;
  __asm__ volatile("wrgsbase %1; rdgsbase %0" : "=r"(value) : "r"(0x12345678u));
  printf("%x\n", value);
  printf("%ld\n", syscall(SYS_arch_prctl, ARCH_SET_GS, &here));
  printf("%d\n", base() == (unsigned long)&here);
  if (argc > 1) {
    unsigned long read = 0;
    __asm__ volatile("mov %%gs:0, %0" : "=r"(read));
    printf("%lu\n", read);
  }
  return 0;
}
