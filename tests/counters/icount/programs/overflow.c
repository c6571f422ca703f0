// A stack that overflows, found by a handler on a stack of its own; faults of other kinds; nested signals.
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static sigjmp_buf back;
static volatile int depth, order;

static void survive(int number) {
  siglongjmp(back, number);
}

__attribute__((noinline)) static int deeper(int n) {
  volatile char room[60000];
  room[0] = (char)n;
  depth = n;
  return deeper(n + 1) + room[0];
}

static void inner(int number) {
  order = order * 10 + number % 10;
}

static void outer(int number, siginfo_t* info, void* context) {
  (void)context;
  order = order * 10 + (info->si_pid == getpid());
  raise(SIGUSR2);
  order = order * 10 + number % 10;
}

int main(void) {
  stack_t stack = {.ss_sp = malloc(65536), .ss_size = 65536};
  sigaltstack(&stack, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = survive;
  action.sa_flags = SA_ONSTACK;
  sigaction(SIGSEGV, &action, NULL);
  sigaction(SIGFPE, &action, NULL);
  sigaction(SIGILL, &action, NULL);
  sigaction(SIGBUS, &action, NULL);
  int number = sigsetjmp(back, 1);
  if (number == 0) deeper(0);
  printf("%d at %d\n", number, depth);
  for (volatile int i = 0; i < 9; i++) {
    volatile int zero = 0;
    number = sigsetjmp(back, 1);
    if (number == 0) {
      switch (i % 3) {
        case 0:
          zero = 7 / zero;
          break;
        case 1:
          *(volatile char*)(long)i = 1;
          break;
        default:
          __builtin_trap();
      }
    }
    printf("%d\n", number);
  }
  action.sa_handler = inner;
  sigaction(SIGUSR2, &action, NULL);
  action.sa_sigaction = outer;
  action.sa_flags = SA_SIGINFO;
  sigaction(SIGUSR1, &action, NULL);
  kill(getpid(), SIGUSR1);
  sigset_t blocked;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGUSR1);
  sigaddset(&blocked, SIGUSR2);
  sigprocmask(SIG_BLOCK, &blocked, NULL);
  raise(SIGUSR1);
  raise(SIGUSR2);
  sigpending(&blocked);
  order = order * 10 + sigismember(&blocked, SIGUSR1) + sigismember(&blocked, SIGUSR2);
  sigprocmask(SIG_UNBLOCK, &blocked, NULL);
  printf("%d\n", order);
  return 0;
}
