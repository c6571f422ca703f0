// tests/toolchain/value_form.h -- writes the binary form of values by hand: the tests' own encoder, which
// shares no code with the one under test.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace effk::form {

template <typename T>
std::string word(T number) {
  std::string bytes(sizeof number, '\0');
  std::memcpy(bytes.data(), &number, sizeof number);
  return bytes;
}

inline std::string tagged(char tag, const std::string& rest) {
  return std::string(1, tag) + rest;
}

inline std::string run(char tag, const std::string& bytes) {
  return tagged(tag, word(static_cast<std::uint32_t>(bytes.size())) + bytes);
}

inline std::string items(char tag, const std::vector<std::string>& parts) {
  std::string bytes = tagged(tag, word(static_cast<std::uint32_t>(parts.size())));
  for (const auto& part : parts) bytes += part;
  return bytes;
}

inline std::string none() {
  return tagged(0, "");
}
inline std::string boolean(bool yes) {
  return tagged(yes ? 2 : 1, "");
}
inline std::string integer(std::int64_t number) {
  return tagged(3, word(number));
}
inline std::string big(const std::string& twos_complement) {
  return run(4, twos_complement);
}
inline std::string real(double number) {
  return tagged(5, word(number));
}
inline std::string nan() {
  return tagged(5, word(std::uint64_t{0x7ff8000000000000}));
}
inline std::string text(const std::string& utf8) {
  return run(6, utf8);
}
inline std::string raw(const std::string& bytes) {
  return run(7, bytes);
}
inline std::string list(const std::vector<std::string>& parts) {
  return items(8, parts);
}
inline std::string tuple(const std::vector<std::string>& parts) {
  return items(9, parts);
}
// The parts must be ascending.
inline std::string set(const std::vector<std::string>& parts) {
  return items(10, parts);
}
inline std::string dict(const std::vector<std::pair<std::string, std::string>>& pairs) {
  std::string bytes = tagged(11, word(static_cast<std::uint32_t>(pairs.size())));
  for (const auto& [key, value] : pairs) bytes += key + value;
  return bytes;
}

}  // namespace effk::form
