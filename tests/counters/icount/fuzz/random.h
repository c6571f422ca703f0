// tests/counters/icount/fuzz/random.h -- random choices that are the same wherever the same seed is used.
#pragma once

#include <cstdint>
#include <iterator>

namespace effk::icount::fuzz {

// SplitMix64, by Steele, Lea and Flood.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9e37'79b9'7f4a'7c15;
    z = (z ^ z >> 30) * 0xbf58'476d'1ce4'e5b9;
    z = (z ^ z >> 27) * 0x94d0'49bb'1331'11eb;
    return z ^ z >> 31;
  }
  unsigned below(std::uint64_t limit) { return static_cast<unsigned>(next() % limit); }
  int between(int least, int most) {
    return least + static_cast<int>(below(static_cast<unsigned>(most - least + 1)));
  }
  bool percent(unsigned chance) { return below(100) < chance; }
  template <class List>
  auto one_of(const List& list) {
    return *(std::begin(list) + below(static_cast<std::uint64_t>(std::end(list) - std::begin(list))));
  }
  // Numbers near the ends of their ranges, and others.
  std::uint64_t number() {
    switch (below(6)) {
      case 0:
        return below(9);
      case 1:
        return std::uint64_t{0} - below(5);
      case 2:
        return (std::uint64_t{1} << below(64)) - below(2);
      case 3:
        return next() & 0xffff'ffff;
      default:
        return next();
    }
  }

 private:
  std::uint64_t state_;
};

}  // namespace effk::icount::fuzz
