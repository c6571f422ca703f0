#include "harness/value/big_integer_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace effk::value {
namespace {

constexpr std::size_t kDecimalBytes = 64;

bool is_negative(const BigInt& big) {
  return !big.bytes.empty() && static_cast<unsigned char>(big.bytes.back()) >= 0x80;
}

// The absolute value of two's complement, byte by byte: negation turns the bits of all bytes above the
// lowest one that is not zero, keeps the zeros below it, and negates that one.
class Magnitude {
 public:
  explicit Magnitude(const BigInt& big)
      : bytes_(big.bytes),
        negative_(is_negative(big)),
        lowest_(std::min(big.bytes.find_first_not_of('\0'), big.bytes.size())) {}

  unsigned operator[](std::size_t i) const {
    const unsigned byte = static_cast<unsigned char>(bytes_[i]);
    if (!negative_ || i < lowest_) return byte;
    return (i == lowest_ ? 0x100u - byte : ~byte) & 0xffu;
  }

 private:
  const std::string& bytes_;
  bool negative_;
  std::size_t lowest_;
};

std::string decimal(const BigInt& big) {
  const Magnitude magnitude(big);
  std::vector<unsigned> digits{0};  // base 10^9, the lowest first
  for (std::size_t i = big.bytes.size(); i-- > 0;) {
    std::uint64_t carry = magnitude[i];
    for (unsigned& digit : digits) {
      carry += std::uint64_t{digit} * 256;
      digit = static_cast<unsigned>(carry % 1'000'000'000);
      carry /= 1'000'000'000;
    }
    if (carry != 0) digits.push_back(static_cast<unsigned>(carry));
  }
  std::string text = fmt::format("{}{}", is_negative(big) ? "-" : "", digits.back());
  for (std::size_t i = digits.size() - 1; i-- > 0;) text += fmt::format("{:09}", digits[i]);
  return text;
}

std::string hexadecimal(const BigInt& big, std::size_t limit) {
  const Magnitude magnitude(big);
  std::size_t i = big.bytes.size();
  while (i > 1 && magnitude[i - 1] == 0) --i;  // the byte that only carries the sign
  std::string text = fmt::format("{}0x{:x}", is_negative(big) ? "-" : "", magnitude[i - 1]);
  while (--i > 0 && text.size() < limit) text += fmt::format("{:02x}", magnitude[i - 1]);
  return text;
}

}  // namespace

std::string to_text(const BigInt& big, std::size_t limit) {
  return big.bytes.size() <= kDecimalBytes ? decimal(big) : hexadecimal(big, limit);
}

}  // namespace effk::value
