#include "harness/importers/kinds.h"

#include <algorithm>
#include <array>

#include "harness/importers/enamel.h"

namespace effk::importers {
namespace {

constexpr std::array<Kind, 1> kKinds = {{{"enamel", "its problems, one CSV file", read_enamel}}};

}  // namespace

std::span<const Kind> kinds() {
  return kKinds;
}

const Kind* find_kind(std::string_view name) {
  const auto found =
      std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& k) { return k.name == name; });
  return found == kKinds.end() ? nullptr : &*found;
}

}  // namespace effk::importers
