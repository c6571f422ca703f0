// Clocks, which natively need no system call and here do; system calls by number.
#include <stdio.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

int main(void) {
  struct timespec moment = {0, 0}, last = {0, 0};
  struct timeval day;
  int forwards = 0;
  for (int i = 0; i < 30; i++) {
    clock_gettime(CLOCK_MONOTONIC, &moment);
    const long later = (moment.tv_sec - last.tv_sec) * 1000000000 + moment.tv_nsec - last.tv_nsec;
    forwards += later >= 0;
    last = moment;
    gettimeofday(&day, NULL);
    forwards += day.tv_sec >= time(NULL) - 1;
  }
  unsigned processor = 0;
  forwards += syscall(SYS_getcpu, &processor, NULL, NULL) == 0;
  printf("%d %d\n", forwards, syscall(SYS_getpid) == getpid());
  return 0;
}
