#include "harness/counters/slot_meter.h"

#include <chrono>
#include <utility>

namespace effk::counters {
namespace {

// From the mark's byte to its wait a child needs some dozen instructions, and perhaps a turn on a busy
// machine.
constexpr std::chrono::seconds kTrustedChildNeeds{30};
constexpr std::chrono::seconds kAnyChildGets{2};

}  // namespace

SlotMeter::SlotMeter(Launch launch, SlotFile slots) : slots_(std::move(slots)), launch_(std::move(launch)) {
  launch_.descriptors.push_back({slots_.descriptor(), kCountsTarget});
}

Result<void> SlotMeter::prepare() {
  first_ = slots_.next();
  base_ = {};
  keeps_to_marks_ = true;
  return {};
}

Result<void> SlotMeter::start(pid_t, UniqueFd) {
  if (slots_.next() == first_) {
    return fail(ErrorKind::internal, "the child does not run under the instrument",
                "no slot was taken since prepare()");
  }
  if (!slots_.wait_for_rest(first_, kTrustedChildNeeds)) {
    return fail(ErrorKind::internal, "the child does not wait at mark 0");
  }
  const auto totals = slots_.since(first_);
  if (!totals) return tl::unexpected(totals.error());
  base_ = totals->instructions;
  return {};
}

Result<Instructions> SlotMeter::read() {
  // A hostile child may send marks and not wait: it delays us once, and the count is true all the same.
  if (keeps_to_marks_) keeps_to_marks_ = slots_.wait_for_rest(first_, kAnyChildGets);
  const auto totals = slots_.since(first_);
  if (!totals) return tl::unexpected(totals.error());
  return totals->instructions - base_;
}

bool SlotMeter::refused_memory() {
  const auto totals = slots_.since(first_);
  return totals && totals->refused > 0;
}

}  // namespace effk::counters
