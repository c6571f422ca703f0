// Two more for each, thirty deep.
#include <vector>

template <int Depth, int Which>
struct Bomb {
  static constexpr long value = Bomb<Depth - 1, 2 * Which>::value + Bomb<Depth - 1, 2 * Which + 1>::value;
};
template <int Which>
struct Bomb<0, Which> {
  static constexpr long value = 1;
};

long long add_up(const std::vector<long long>&) { return Bomb<30, 0>::value; }
