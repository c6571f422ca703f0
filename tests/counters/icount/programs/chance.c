// Everything from which a program can take chance or the time, one a line.
#include <fcntl.h>
#include <immintrin.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/sysinfo.h>
#include <sys/time.h>
#include <sys/times.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

static void tell(const char* name, const void* bytes, int count) {
  printf("%s", name);
  for (int i = 0; i < count; ++i) printf(" %02x", ((const unsigned char*)bytes)[i]);
  printf("\n");
}

static volatile int rung;

static void ring(int number) {
  (void)number;
  ++rung;
}

int main(void) {
  unsigned char room[16];
  unsigned long long number = 0;
  tell("AT_RANDOM", (const void*)getauxval(AT_RANDOM), 16);
  if (getrandom(room, sizeof room, 0) == 16) tell("getrandom", room, 16);
  for (const char* const* name = (const char* const[]){"/dev/urandom", "/dev/random", NULL}; *name != NULL; ++name) {
    const int device = open(*name, O_RDONLY);
    if (read(device, room, sizeof room) == 16) tell(*name, room, 16);
    const struct iovec halves[] = {{room, 8}, {room + 8, 8}};
    if (readv(device, halves, 2) == 16) tell("readv", room, 16);
    close(device);
  }
  if (_rdrand64_step(&number)) tell("rdrand", &number, 8);
  if (_rdseed64_step(&number)) tell("rdseed", &number, 8);
  number = __rdtsc();
  tell("rdtsc", &number, 8);
  for (int clock = 0; clock < 10; ++clock) {
    struct timespec now;
    if (clock_gettime(clock, &now) == 0) printf("clock %d: %ld %ld\n", clock, now.tv_sec, now.tv_nsec);
    if (clock_getres(clock, &now) == 0) printf("resolution %d: %ld %ld\n", clock, now.tv_sec, now.tv_nsec);
  }
  struct timeval day;
  gettimeofday(&day, NULL);
  printf("gettimeofday %ld %ld, time %ld\n", day.tv_sec, day.tv_usec, time(NULL));
  struct tms ticks;
  printf("times %ld", times(&ticks));
  printf(" %ld %ld\n", ticks.tms_utime, ticks.tms_stime);
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  tell("getrusage", &usage, sizeof usage);
  struct sysinfo about;
  sysinfo(&about);
  printf("sysinfo %ld %lu %lu\n", about.uptime, about.loads[0], about.freeram - about.totalram);
  const struct timespec nap = {0, 20000000};
  const clock_t before = clock();
  struct timespec then, now;
  clock_gettime(CLOCK_MONOTONIC, &then);
  nanosleep(&nap, NULL);
  clock_gettime(CLOCK_MONOTONIC, &now);
  printf("slept %ld, used %ld\n", (now.tv_sec - then.tv_sec) * 1000000000 + now.tv_nsec - then.tv_nsec,
         (long)(clock() - before));
  now.tv_nsec += 5000000;
  clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &now, NULL);
  struct timeval wait = {0, 3000};
  select(0, NULL, NULL, NULL, &wait);
  clock_gettime(CLOCK_MONOTONIC, &now);
  printf("now %ld %ld\n", now.tv_sec, now.tv_nsec);
  signal(SIGALRM, ring);
  alarm(100);
  printf("alarm in %u\n", alarm(1000));
  pause();
  clock_gettime(CLOCK_MONOTONIC, &now);
  printf("rung %d at %ld\n", rung, now.tv_sec);
  const struct itimerval each = {{0, 1000}, {0, 1000}};
  setitimer(ITIMER_VIRTUAL, &each, NULL);
  signal(SIGVTALRM, ring);
  while (rung < 5) time(NULL);
  clock_gettime(CLOCK_MONOTONIC, &now);
  printf("rung %d at %ld %ld\n", rung, now.tv_sec, now.tv_nsec);
  return 0;
}
