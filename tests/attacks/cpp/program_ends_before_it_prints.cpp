// With the status of success.
#include <unistd.h>

#include <cstdio>

int main() {
  std::printf("0");
  _exit(0);
}
