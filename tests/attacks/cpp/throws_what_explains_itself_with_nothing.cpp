// what() returns null.
#include <exception>
#include <vector>

struct Mute : std::exception {
  const char* what() const noexcept override { return nullptr; }
};

long long add_up(const std::vector<long long>&) { throw Mute(); }
