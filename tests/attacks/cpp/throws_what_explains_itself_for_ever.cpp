// what() is the sample's own code, and is charged.
#include <exception>
#include <vector>

struct Talker : std::exception {
  const char* what() const noexcept override {
    for (volatile int i = 0;; i = i + 1) {
    }
  }
};

long long add_up(const std::vector<long long>&) { throw Talker(); }
