// Faults that are survived, a stack that overflows, a signal to itself, children with counts of their own.
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static sigjmp_buf back;
static volatile int seen;

static void survive(int number, siginfo_t* info, void* context) {
  (void)context;
  ++seen;
  printf("signal %d code %d\n", number, info->si_code);
  siglongjmp(back, 1);
}

static void tell(int number) {
  printf("told %d\n", number);
}

static int sink(int depth) {
  volatile char room[1000];
  room[0] = (char)depth;
  return sink(depth + 1) + room[0];
}

int main(int argc, char** argv) {
  (void)argv;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = survive;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  stack_t stack = {.ss_sp = malloc(65536), .ss_size = 65536};
  sigaltstack(&stack, NULL);
  sigaction(SIGSEGV, &action, NULL);
  sigaction(SIGFPE, &action, NULL);
  sigaction(SIGILL, &action, NULL);
  if (sigsetjmp(back, 1) == 0) *(volatile int*)16 = 1;
  if (sigsetjmp(back, 1) == 0) {
    volatile int zero = 0;
    printf("%d\n", 3 / zero);
  }
  if (sigsetjmp(back, 1) == 0) __builtin_trap();
  if (sigsetjmp(back, 1) == 0) sink(0);
  if (sigsetjmp(back, 1) == 0) ((void (*)(void))0x1234000)();
  signal(SIGUSR1, tell);
  raise(SIGUSR1);
  fflush(stdout);
  for (int i = 0; i < 3; i++) {
    const pid_t child = fork();
    if (child == 0) {
      long total = 0;
      for (int k = 0; k < 1000; k++) total += k * i;
      printf("child %ld\n", total);
      fflush(stdout);
      _exit(i);
    }
    int status = 0;
    waitpid(child, &status, 0);
    printf("status %d\n", WEXITSTATUS(status));
    fflush(stdout);
  }
  printf("seen %d\n", seen);
  fflush(stdout);
  if (argc > 1) abort();
  return 3;
}
