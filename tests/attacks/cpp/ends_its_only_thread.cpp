// pthread_exit() in the first thread.
#include <pthread.h>

#include <vector>

long long add_up(const std::vector<long long>&) {
  pthread_exit(nullptr);
}
