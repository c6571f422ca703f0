// wild ADDRESS: survives a fault there, if it is let.
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

static sigjmp_buf back;

static void survive(int number) {
  siglongjmp(back, number);
}

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  signal(SIGSEGV, survive);
  signal(SIGBUS, survive);
  if (sigsetjmp(back, 1) == 0) {
    printf("%d\n", *(volatile char*)strtoull(argv[1], NULL, 16));
  } else {
    printf("survived\n");
  }
  return 0;
}
