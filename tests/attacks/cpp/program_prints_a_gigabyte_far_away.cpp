// Behind a hole of a terabyte.
#include <unistd.h>
#include <csignal>

int main() {
  signal(SIGXFSZ, SIG_IGN);
  [[maybe_unused]] auto done = pwrite(1, "0", 1, 1L << 40);
  done = ftruncate(1, 1L << 40);
  done = ftruncate(1, 4 << 20);
}
