// effk/generator.h -- what a generator program is written with: generators/<id>.cpp includes it.
//
// A generator defines three functions over ordinary C++ types, and names them once at its end:
//
//   std::tuple<std::vector<std::int64_t>, std::int64_t> generate(const effk::Case& c);
//   void valid(const std::vector<std::int64_t>& values, std::int64_t k);       // the contract
//   void check(const std::vector<std::int64_t>& values, std::int64_t k,        // optional
//              const std::vector<std::int64_t>& expected, const std::vector<std::int64_t>& found);
//   EFFK_GENERATOR(generate, valid)            or   EFFK_GENERATOR_WITH_CHECK(generate, valid, check)
//
// generate() makes the arguments of one case: the same Case gives the same bytes on any machine, so use
// effk::Random and no distribution of the standard library, no clock, no address. valid() and check() call
// effk::require() for each clause; the first that does not hold is reported in its words. The contract is
// written from the statement, not from the generator. check() decides alone whether `found` is right; it
// may trust that `expected` (the reference's output) is.
//
// Types: std::int64_t, double, bool, std::string, std::vector<T>, std::tuple<T...>, std::optional<T>.
//
// The program (run confined, by harness/cases): `generate LEVEL SIZE NUMBER SEED` writes the arguments in the
// binary form of values to stdout; `valid` and `check` read from stdin and exit 0, or 1 with the clause on
// stdout. The input of `check` is three values, each behind its length in 8 bytes, little-endian.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "effk/codec.h"

namespace effk {

struct Case {
  int level = 0;           // 0: small inputs that decide correctness, corner cases among them; 1..: growing
  std::int64_t size = 0;   // of this level and language, as problem.json gives it
  int number = 0;          // within the level, from 0
  std::uint64_t seed = 0;  // differs for every case of every problem
};

// The clause of a contract or of a checker that does not hold.
struct Violation : std::runtime_error {
  using std::runtime_error::runtime_error;
};

inline void require(bool holds, const std::string& clause) {
  if (!holds) throw Violation(clause);
}

// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014): the same
// numbers everywhere, unlike the distributions of <random>.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  explicit Random(const Case& c) : state_(c.seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }

  // Uniform in [low, high], both included; low <= high.
  std::int64_t between(std::int64_t low, std::int64_t high) {
    const std::uint64_t span = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
    if (span == 0) return static_cast<std::int64_t>(next());
    const std::uint64_t reject_from = UINT64_MAX - UINT64_MAX % span;
    std::uint64_t drawn = next();
    while (drawn >= reject_from) drawn = next();
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + drawn % span);
  }

  // Uniform in [low, high), on a grid of 2^53 points.
  double real(double low, double high) {
    return low + (high - low) * (static_cast<double>(next() >> 11) * 0x1p-53);
  }

  bool chance(double probability) { return real(0, 1) < probability; }

  template <typename T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) {
      const auto j = static_cast<std::size_t>(between(0, static_cast<std::int64_t>(i) - 1));
      if (i - 1 != j) std::swap(items[i - 1], items[j]);
    }
  }

  std::string letters(std::size_t length, std::string_view alphabet) {
    std::string text(length, ' ');
    for (char& letter : text)
      letter = alphabet[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(alphabet.size()) - 1))];
    return text;
  }

 private:
  std::uint64_t state_;
};

namespace generator_program {

inline std::string read_all(std::FILE* file) {
  std::string bytes;
  char block[1 << 16];
  for (std::size_t got = 0; (got = std::fread(block, 1, sizeof block, file)) > 0;) bytes.append(block, got);
  return bytes;
}

template <typename... P>
std::tuple<std::decay_t<P>...> parameters_of(void (*)(P...));

// The first `count` types of a tuple type.
template <typename Tuple, typename Indices>
struct Head;
template <typename Tuple, std::size_t... I>
struct Head<Tuple, std::index_sequence<I...>> {
  using type = std::tuple<std::tuple_element_t<I, Tuple>...>;
};

inline std::string_view take_part(std::string_view& input) {
  std::uint64_t size = 0;
  if (input.size() < sizeof size) throw std::runtime_error("the input ends within a length");
  std::memcpy(&size, input.data(), sizeof size);
  input.remove_prefix(sizeof size);
  if (input.size() < size) throw std::runtime_error("the input ends within a value");
  const std::string_view part = input.substr(0, size);
  input.remove_prefix(size);
  return part;
}

struct NoCheck {};

template <typename Generate, typename Valid, typename Check>
void run(int argc, char** argv, Generate generate, Valid valid, Check check) {
  using Arguments = decltype(parameters_of(valid));
  const std::string_view command = argc > 1 ? argv[1] : "";
  if (command == "generate" && argc == 6) {
    const Case c{std::atoi(argv[2]), std::strtoll(argv[3], nullptr, 10), std::atoi(argv[4]),
                 std::strtoull(argv[5], nullptr, 10)};
    const auto arguments = generate(c);  // as it is: harness/cases compares with the signature
    std::string bytes;
    codec::write(bytes, arguments);
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
  } else if (command == "valid") {
    std::apply(valid, codec::read_whole<Arguments>(read_all(stdin)));
  } else if constexpr (!std::is_same_v<Check, NoCheck>) {
    if (command != "check") throw std::runtime_error("unknown command");
    using Parameters = decltype(parameters_of(check));
    constexpr std::size_t kArguments = std::tuple_size_v<Arguments>;
    static_assert(std::tuple_size_v<Parameters> == kArguments + 2, "check(arguments..., expected, found)");
    using Result = std::tuple_element_t<kArguments, Parameters>;
    const std::string whole = read_all(stdin);
    std::string_view input = whole;
    auto arguments = codec::read_whole<typename Head<Parameters, std::make_index_sequence<kArguments>>::type>(
        take_part(input));
    auto expected = codec::read_whole<Result>(take_part(input));
    auto found = codec::read_whole<Result>(take_part(input));
    std::apply(check,
               std::tuple_cat(std::move(arguments), std::make_tuple(std::move(expected), std::move(found))));
  } else {
    throw std::runtime_error("unknown command");
  }
}

template <typename Generate, typename Valid, typename Check>
int main_with(int argc, char** argv, Generate generate, Valid valid, Check check) {
  try {
    run(argc, argv, generate, valid, check);
    return 0;
  } catch (const Violation& violation) {
    std::fputs(violation.what(), stdout);
    return 1;
  } catch (const std::exception& error) {
    std::fputs(error.what(), stderr);
    return 2;
  }
}

}  // namespace generator_program
}  // namespace effk

#define EFFK_GENERATOR(generate, valid)                                            \
  int main(int argc, char** argv) {                                                \
    return effk::generator_program::main_with(argc, argv, generate, valid,         \
                                              effk::generator_program::NoCheck{}); \
  }

#define EFFK_GENERATOR_WITH_CHECK(generate, valid, check)                          \
  int main(int argc, char** argv) {                                                \
    return effk::generator_program::main_with(argc, argv, generate, valid, check); \
  }
