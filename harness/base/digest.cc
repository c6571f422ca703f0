#include "harness/base/digest.h"

#include <fmt/format.h>
#include <xxhash.h>

namespace effk {

struct Digester::State {
  XXH3_state_t* xxh = XXH3_createState();
  State() { XXH3_128bits_reset(xxh); }
  ~State() { XXH3_freeState(xxh); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
};

Digester::Digester() : state_(std::make_unique<State>()) {}
Digester::~Digester() = default;
Digester::Digester(Digester&&) noexcept = default;
Digester& Digester::operator=(Digester&&) noexcept = default;

Digester& Digester::add(std::string_view part) {
  add(part.size());
  XXH3_128bits_update(state_->xxh, part.data(), part.size());
  return *this;
}

Digester& Digester::add(std::uint64_t number) {
  XXH3_128bits_update(state_->xxh, &number, sizeof number);
  return *this;
}

std::string Digester::hex() const {
  const XXH128_hash_t hash = XXH3_128bits_digest(state_->xxh);
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

std::string digest_of(std::string_view bytes) {
  return Digester().add(bytes).hex();
}

}  // namespace effk
