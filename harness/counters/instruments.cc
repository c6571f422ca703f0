// Which instruments there are. A new one is a line in kMakers.
#include <fmt/format.h>

#include "harness/counters/icount_instrument.h"
#include "harness/counters/instrument.h"
#include "harness/counters/perf_instrument.h"
#include "harness/counters/valgrind_instrument.h"

namespace effk::counters {
namespace {

struct Maker {
  std::string_view name;
  Result<std::unique_ptr<Instrument>> (*make)(const InstallLayout&);
};

// In the order in which `auto` tries them.
constexpr Maker kMakers[] = {
    {"perf", [](const InstallLayout&) { return make_perf_instrument(); }},
    {"icount", make_icount_instrument},
    {"valgrind", make_valgrind_instrument},
};

// "perf, valgrind"
std::string all_names() {
  std::string names;
  for (const Maker& maker : kMakers) names += fmt::format("{}{}", names.empty() ? "" : ", ", maker.name);
  return names;
}

}  // namespace

std::vector<std::string_view> instrument_names() {
  std::vector<std::string_view> names;
  for (const Maker& maker : kMakers) names.push_back(maker.name);
  return names;
}

Result<std::unique_ptr<Instrument>> make_instrument(std::string_view name, const InstallLayout& layout) {
  for (const Maker& maker : kMakers) {
    if (maker.name == name) return maker.make(layout);
  }
  return fail(ErrorKind::usage, fmt::format("unknown instrument '{}'", name), "",
              fmt::format("one of: {}, or auto", all_names()));
}

Result<Choice> choose_instrument(const InstallLayout& layout, std::optional<RepeatRule> rule) {
  std::string refusals;
  for (const Maker& maker : kMakers) {
    auto made = maker.make(layout);
    if (made && rule && !(*made)->traits().counts_by(*rule)) {
      made = fail(ErrorKind::environment, fmt::format("{} counts otherwise", maker.name),
                  fmt::format("not by the rule '{}' for repeated string instructions", to_string(*rule)));
    }
    if (made) {
      std::string reason(maker.name);
      if (!refusals.empty()) reason += ": " + refusals;
      return Choice{std::move(*made), std::move(reason)};
    }
    refusals += fmt::format("{}{} ({})", refusals.empty() ? "" : "; ", made.error().what, made.error().why);
  }
  return fail(ErrorKind::environment, "no instrument can count on this machine", refusals, "effk doctor");
}

}  // namespace effk::counters
