#include "harness/counters/icount/virtual_world.h"

namespace effk::icount {
namespace {

constexpr std::int64_t kStart = 1'767'224'600;  // 1000 seconds before 2026-01-01
constexpr std::int64_t kUptime = 1000;
constexpr std::int64_t kPerSecond = 1'000'000'000;

}  // namespace

std::uint64_t virtual_nanoseconds(const Hidden& hidden) {
  return static_cast<std::uint64_t>(kUptime * kPerSecond) + hidden.count() + hidden.waited_nanoseconds;
}

Moment virtual_time(const Hidden& hidden, bool wall) {
  const auto now = static_cast<std::int64_t>(virtual_nanoseconds(hidden));
  return {(wall ? kStart : 0) + now / kPerSecond, now % kPerSecond};
}

std::uint64_t virtual_cycles(const Hidden& hidden) {
  return virtual_nanoseconds(hidden);
}

std::uint64_t next_random(Hidden& hidden) {
  std::uint64_t z = hidden.random += 0x9e3779b97f4a7c15u;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
  z = (z ^ z >> 27) * 0x94d049bb133111ebu;
  return z ^ z >> 31;
}

}  // namespace effk::icount
