// Signals from outside: in a loop that makes no system call, in one that waits, and while a mask is another one.
#define _GNU_SOURCE
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t rung;
static volatile unsigned long turns;

static void ring(int number) {
  (void)number;
  ++rung;
}

static void set_timer(int microseconds) {
  const struct itimerval once = {{0, 0}, {0, microseconds}};
  setitimer(ITIMER_REAL, &once, NULL);
}

int main(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = ring;
  sigaction(SIGALRM, &action, NULL);
  // A sum that comes out wrong if an interruption loses a register, a flag or a vector register.
  for (int i = 0; i < 200; ++i) {
    const int before = rung;
    unsigned long sum = 0, expected = 0;
    double real = 0;
    set_timer(50 + 7 * i);
    while (rung == before) {
      ++turns;
      sum += turns & 0xff;
      real += (double)(turns & 0xff);
      if (sum < expected) printf("lost\n");
      expected = sum;
    }
    if ((double)sum != real) printf("lost %lu %f\n", sum, real);
  }
  printf("rung %d\n", rung);

  int ends[2];
  char byte = 0;
  if (pipe(ends) != 0) return 1;
  set_timer(1000);
  printf("interrupted: %d\n", read(ends[0], &byte, 1) == -1);
  action.sa_flags = SA_RESTART;
  sigaction(SIGALRM, &action, NULL);
  if (fork() == 0) {
    usleep(20000);
    _exit(write(ends[1], "x", 1) != 1);
  }
  set_timer(1000);
  const int restarted = read(ends[0], &byte, 1) == 1;
  printf("restarted: %d %c\n", restarted, byte);
  wait(NULL);
  printf("rung %d\n", rung);

  sigset_t block, before;
  sigemptyset(&block);
  sigaddset(&block, SIGALRM);
  sigprocmask(SIG_BLOCK, &block, &before);
  set_timer(1000);
  usleep(5000);
  printf("blocked: %d\n", rung);
  sigsuspend(&before);
  printf("suspended: %d\n", rung);
  set_timer(1000);
  const struct timespec longest = {5, 0};
  printf("polled: %d", ppoll(NULL, 0, &longest, &before));
  printf(" %d\n", rung);
  set_timer(1000);
  printf("waited for: %d\n", sigwaitinfo(&block, NULL) == SIGALRM);
  sigprocmask(SIG_SETMASK, &before, NULL);
  printf("rung %d\n", rung);
  return 0;
}
