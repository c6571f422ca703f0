// While another exception is on its way.
#include <vector>

struct Evil {
  ~Evil() noexcept(false) { throw 2; }
};

long long add_up(const std::vector<long long>&) {
  Evil evil;
  throw 1;
}
