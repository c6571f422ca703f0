// Looks for disagreement between the decoder, Zydis and the processor, for as long as it is told.
//
//   usage: decoder_fuzz [seconds=60] [seed=1]
//
// Exit 1 and one line for each kind of difference if it finds any.
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

#include "tests/counters/icount/cpu_claims.h"
#include "tests/counters/icount/decoder_comparison.h"
#include "tests/counters/icount/decoder_walk.h"

namespace effk::icount {
namespace {

constexpr std::uint64_t kOfZydis = 1'000'000;  // encodings between two looks at the clock
constexpr std::uint64_t kOfProcessor = 10'000;

std::uint64_t seed;

std::string ask_processor() {
  CpuClaims claims;
  walk_random(seed, kOfProcessor, [&](std::span<const std::uint8_t> bytes) { claims.look_at(bytes); });
  return claims.text();
}

int fuzz(double seconds, std::uint64_t first_seed) {
  const auto start = std::chrono::steady_clock::now();
  const bool has_processor = cpu_single_steps();
  Findings findings;
  std::string broken;
  seed = first_seed;
  for (; std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() < seconds; ++seed) {
    walk_random(seed, kOfZydis, [&](std::span<const std::uint8_t> bytes) { findings.look_at(bytes); });
    if (has_processor) broken += in_child(ask_processor);
  }
  fmt::print("{} encodings held against Zydis, {} of them valid; {} given to the processor\n{}{}",
             findings.seen(), findings.valid(), has_processor ? (seed - first_seed) * kOfProcessor : 0,
             findings.text(), broken);
  return findings.text().empty() && broken.empty() ? 0 : 1;
}

}  // namespace
}  // namespace effk::icount

int main(int count, char** arguments) {
  const double seconds = count > 1 ? std::strtod(arguments[1], nullptr) : 60;
  const std::uint64_t seed = count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 1;
  return effk::icount::fuzz(seconds, seed);
}
