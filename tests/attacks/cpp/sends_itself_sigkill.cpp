// What it does to itself says nothing about limits.
#include <unistd.h>

#include <csignal>
#include <vector>

long long add_up(const std::vector<long long>&) {
  kill(getpid(), SIGKILL);
  return 0;
}
