#include "harness/counters/slot_file.h"

#include <fmt/format.h>
#include <sys/mman.h>

#include <algorithm>
#include <cerrno>
#include <thread>
#include <utility>

#include "harness/base/files.h"

namespace effk::counters {
namespace {

constexpr std::chrono::microseconds kBetweenLooks{50};
constexpr std::size_t kFileBytes = std::size_t{EFFK_SLOT_PAGES} * EFFK_SLOT_BYTES;

// Other processes write while we read; a plain load might be torn or kept in a register.
std::uint64_t load(const std::uint64_t& field) {
  return __atomic_load_n(&field, __ATOMIC_ACQUIRE);
}

Result<void> add(const EffkSlot& page, SlotFile::Totals& totals) {
  if (load(page.broken) != 0) {
    return fail(ErrorKind::internal, "the count has been tampered with",
                "a process has found its counters changed");
  }
  totals.instructions = totals.instructions + Instructions{load(page.instructions)};
  for (const std::uint64_t& part : page.spread) {
    totals.instructions = totals.instructions + Instructions{load(part)};
  }
  totals.refused += load(page.refused);
  totals.uncountable += load(page.uncountable);
  return {};
}

}  // namespace

Result<SlotFile> SlotFile::create() {
  auto fd = memory_file("effk-counts");
  if (!fd) return tl::unexpected(fd.error());
  if (::ftruncate(fd->get(), static_cast<off_t>(kFileBytes)) != 0) {
    return fail_errno(ErrorKind::environment, "cannot make room for counts", errno);
  }
  void* mapping = ::mmap(nullptr, kFileBytes, PROT_READ | PROT_WRITE, MAP_SHARED, fd->get(), 0);
  if (mapping == MAP_FAILED) return fail_errno(ErrorKind::environment, "cannot map the counts", errno);
  return SlotFile(std::move(*fd), mapping);
}

SlotFile::SlotFile(SlotFile&& other) noexcept
    : fd_(std::move(other.fd_)), mapping_(std::exchange(other.mapping_, nullptr)) {}

SlotFile::~SlotFile() {
  if (mapping_ != nullptr) ::munmap(mapping_, kFileBytes);
}

EffkSlot* SlotFile::page(std::size_t index) const {
  return reinterpret_cast<EffkSlot*>(static_cast<char*>(mapping_) + index * EFFK_SLOT_BYTES);
}

EffkSlot* SlotFile::slot(std::uint64_t number) const {
  return page(EFFK_RING_PAGE + number % EFFK_RING_SLOTS);
}

std::uint64_t SlotFile::next() const {
  return load(static_cast<const EffkSlotHeader*>(mapping_)->next);
}

Result<SlotFile::Totals> SlotFile::since(std::uint64_t first) const {
  const std::uint64_t end = next();
  if (end - first > EFFK_RING_SLOTS) {
    return fail(ErrorKind::environment, "the count of instructions is incomplete",
                fmt::format("the measured process started {} others, and at most {} can be counted",
                            end - first - 1, EFFK_RING_SLOTS - 1));
  }
  Totals totals;
  for (std::uint64_t number = first; number != end; ++number) {
    const EffkSlot* page = slot(number);
    // Not yet its own: it has the number, and what is on the page is of a process one round before.
    if (load(page->taken_by) != number + 1) continue;
    if (auto added = add(*page, totals); !added) return tl::unexpected(added.error());
  }
  return totals;
}

Result<SlotFile::Totals> SlotFile::all() const {
  auto totals = since(0);
  if (!totals) return totals;
  if (auto added = add(*page(EFFK_FIRST_SLOT_PAGE), *totals); !added) return tl::unexpected(added.error());
  if (totals->uncountable > 0) {
    return fail(ErrorKind::environment, "the count of instructions is incomplete",
                "a process that the program started did what the instrument cannot count");
  }
  return totals;
}

bool SlotFile::wait_for_rest(std::uint64_t number, std::chrono::milliseconds at_most) const {
  const EffkSlot* page = slot(number);
  const auto deadline = std::chrono::steady_clock::now() + at_most;
  while (load(page->at_mark) == EFFK_GOING_TO_REST) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    // Asleep, because the process may need this very processor to come to rest. Yielding in a loop kept it
    // waiting for seconds on a busy machine (Linux 6.18).
    std::this_thread::sleep_for(kBetweenLooks);
  }
  return true;
}

void SlotFile::limit_growth(std::uint64_t number, std::uint64_t bytes) {
  __atomic_store_n(&slot(number)->growth_limit, std::max<std::uint64_t>(bytes, 1), __ATOMIC_RELEASE);
}

}  // namespace effk::counters
