#include "harness/counters/icount/address_space.h"

#include <sys/mman.h>

#include "harness/counters/icount/kernel.h"

namespace effk::icount {

std::uint32_t AddressSpace::first_ending_after(Address address) const {
  std::uint32_t low = 0;
  std::uint32_t high = count_;
  while (low < high) {
    const std::uint32_t middle = (low + high) / 2;
    if (ranges_[middle].end > address) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

Address AddressSpace::find_free(std::uint64_t bytes, Address begin, Address end) const {
  Address at = begin;
  for (std::uint32_t i = first_ending_after(begin); i < count_ && ranges_[i].begin < end; ++i) {
    if (ranges_[i].begin > at && ranges_[i].begin - at >= bytes) return at;
    at = ranges_[i].end;
  }
  return at <= end && end - at >= bytes ? at : 0;
}

bool AddressSpace::is_free(Address begin, Address end) const {
  const std::uint32_t i = first_ending_after(begin);
  return i == count_ || ranges_[i].begin >= end;
}

// Cuts [begin, end) out of what is there, and puts `with` there unless it is nullptr.
bool AddressSpace::replace(Address begin, Address end, const Range* with) {
  const std::uint32_t first = first_ending_after(begin);
  std::uint32_t last = first;
  while (last < count_ && ranges_[last].begin < end) ++last;
  Range pieces[3];
  std::uint32_t made = 0;
  if (first < last && ranges_[first].begin < begin) {
    pieces[made] = ranges_[first];
    pieces[made++].end = begin;
  }
  if (with != nullptr) pieces[made++] = *with;
  if (first < last && ranges_[last - 1].end > end) {
    pieces[made] = ranges_[last - 1];
    pieces[made++].begin = end;
  }
  if (count_ - (last - first) + made > capacity_) return false;
  memmove(ranges_ + first + made, ranges_ + last, (count_ - last) * sizeof(Range));
  memcpy(ranges_ + first, pieces, made * sizeof(Range));
  count_ = count_ - (last - first) + made;
  return true;
}

bool AddressSpace::set(Address begin, Address end, int protection, bool is_private) {
  // A neighbour of the same kind is made longer: a heap that grows in small steps stays one range.
  const std::uint32_t i = first_ending_after(begin - 1);
  if (is_free(begin, end) && i > 0 && ranges_[i - 1].end == begin &&
      ranges_[i - 1].is_private == is_private && ranges_[i - 1].protection == protection) {
    ranges_[i - 1].end = end;
    return true;
  }
  const Range range{begin, end, static_cast<std::uint8_t>(protection), is_private};
  return replace(begin, end, &range);
}

bool AddressSpace::clear(Address begin, Address end) {
  return is_free(begin, end) || replace(begin, end, nullptr);
}

bool AddressSpace::protect(Address begin, Address end, int protection) {
  for (Address at = begin; at < end;) {
    const Range* const range = find(at);
    if (range == nullptr) return false;
    at = range->end;
  }
  for (Address at = begin; at < end;) {
    const Range range = *find(at);
    const Address from = range.begin > begin ? range.begin : begin;
    const Address to = range.end < end ? range.end : end;
    const Range changed{from, to, static_cast<std::uint8_t>(protection), range.is_private};
    if (!replace(from, to, &changed)) return false;
    at = to;
  }
  return true;
}

const Range* AddressSpace::find(Address address) const {
  const std::uint32_t i = first_ending_after(address);
  return i < count_ && ranges_[i].begin <= address ? ranges_ + i : nullptr;
}

const Range* AddressSpace::find_from(Address address) const {
  const std::uint32_t i = first_ending_after(address);
  return i < count_ ? ranges_ + i : nullptr;
}

std::uint64_t AddressSpace::executable(Address pc, std::uint64_t most) const {
  std::uint64_t bytes = 0;
  while (bytes < most) {
    const Range* const range = find(pc + bytes);
    if (range == nullptr || (range->protection & PROT_EXEC) == 0) break;
    bytes = range->end - pc;
  }
  return bytes < most ? bytes : most;
}

bool AddressSpace::any_executable(Address begin, Address end) const {
  for (std::uint32_t i = first_ending_after(begin); i < count_ && ranges_[i].begin < end; ++i) {
    if ((ranges_[i].protection & PROT_EXEC) != 0) return true;
  }
  return false;
}

}  // namespace effk::icount
