// harness/base/digest.h -- names of contents: equal digests stand for equal bytes.
//
// XXH3, 128 bits: for caches and for saying "the same thing was measured", not against an adversary
// who forges collisions.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace effk {

// Collects parts; each part is taken with its length, so that ("ab","c") and ("a","bc") differ.
class Digester {
 public:
  Digester();
  ~Digester();
  Digester(Digester&&) noexcept;
  Digester& operator=(Digester&&) noexcept;

  Digester& add(std::string_view part);
  Digester& add(std::uint64_t number);
  // 32 lower-case hexadecimal digits. More parts may be added afterwards.
  std::string hex() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

std::string digest_of(std::string_view bytes);

}  // namespace effk
