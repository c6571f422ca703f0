// metrics/split_mix.h -- a small random generator with the same numbers on every machine and compiler.
//
// The standard's distributions differ between libraries; a stored interval must repeat anywhere.
//
//   Range    any seed; below(n) for 1 <= n < 2^32.
//   Errors   none.
//   Threads  an object belongs to one thread.
//   Source   SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA
//   2014.
//            below(): Lemire, "Fast random integer generation in an interval", arXiv 1805.10941, algorithm 5.
#pragma once

#include <cstdint>

namespace effk::metrics {

class SplitMix {
 public:
  explicit SplitMix(std::uint64_t seed) : state_(seed) {}

  // 64 uniform bits.
  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15;
    std::uint64_t bits = state_;
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
    return bits ^ (bits >> 31);
  }

  // Uniform in 0..n-1, without the bias of a plain remainder.
  std::uint32_t below(std::uint32_t n) {
    std::uint64_t product = (next() >> 32) * n;
    if (static_cast<std::uint32_t>(product) < n) {
      const std::uint32_t unfair = (0U - n) % n;
      while (static_cast<std::uint32_t>(product) < unfair) product = (next() >> 32) * n;
    }
    return static_cast<std::uint32_t>(product >> 32);
  }

 private:
  std::uint64_t state_;
};

}  // namespace effk::metrics
