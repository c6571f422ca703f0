// std::thread throws, since clone() answers EPERM.
#include <thread>
#include <vector>

long long add_up(const std::vector<long long>&) {
  long long result = 0;
  std::thread([&] { result = 1; }).join();
  return result;
}
