// Neither destructors nor atexit handlers are ever run.
#include <cstdlib>
#include <vector>

static long long solve(const std::vector<long long>& values) {
  long long sum = 0;
  for (const long long value : values) sum = (sum + value * value) % 1000003;
  return sum;
}

struct Late {
  ~Late() {
    for (volatile int i = 0;; i = i + 1) {
    }
  }
};
static Late late;
__attribute__((destructor)) static void at_unload() {
  for (volatile int i = 0;; i = i + 1) {
  }
}

long long add_up(const std::vector<long long>& values) {
  std::atexit([] {
    for (volatile int i = 0;; i = i + 1) {
    }
  });
  return solve(values);
}
