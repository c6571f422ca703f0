// Without end.
#include <vector>

constexpr long for_ever() {
  long i = 0;
  while (true) i = (i + 1) & 1023;
  return i;
}
static constexpr long table = for_ever();

long long add_up(const std::vector<long long>&) { return table; }
