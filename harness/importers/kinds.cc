#include "harness/importers/kinds.h"

#include <algorithm>
#include <array>

#include "harness/importers/coffe.h"
#include "harness/importers/enamel.h"

namespace effk::importers {
namespace {

constexpr std::array<Kind, 2> kKinds = {{
    {"coffe", "a folder of its problem files, datasets/function or datasets/file", read_coffe},
    {"enamel", "its problems, one CSV file", read_enamel},
}};

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
