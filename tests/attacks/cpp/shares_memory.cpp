// Segments, queues, memory files, pipes.
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <unistd.h>
#include <vector>

static long long solve(const std::vector<long long>& values) {
  long long sum = 0;
  for (const long long value : values) sum = (sum + value * value) % 1000003;
  return sum;
}

long long add_up(const std::vector<long long>& values) {
  bool got = false;

  int ends[2];
  got |= shmget(IPC_PRIVATE, 4096, 0600) >= 0;
  got |= msgget(IPC_PRIVATE, 0600) >= 0;
  got |= semget(IPC_PRIVATE, 1, 0600) >= 0;
  got |= memfd_create("attack", 0) >= 0;
  got |= shm_open("/effk-attack", 02 | 0100, 0600) >= 0;
  got |= pipe(ends) == 0;
  got |= dup(1) >= 0;
  if (got) return -1;
  return solve(values);
}
