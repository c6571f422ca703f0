#include "harness/counters/icount/code_cache.h"

#include <sys/mman.h>
#include <sys/syscall.h>

#include "harness/counters/icount/emitter.h"
#include "harness/counters/icount/hidden_places.h"
#include "harness/counters/icount/kernel.h"

namespace effk::icount {
namespace {

constexpr std::uint64_t kCacheBytes = 256u << 20;
constexpr std::uint64_t kRoom = 32u << 10;  // more than any block takes
constexpr std::uint32_t kMostBlocks = 1u << 19;
constexpr std::uint32_t kMostExits = 1u << 21;
constexpr std::uint32_t kFewestTableEntries = 1u << 12;
constexpr std::uint32_t kMostTableEntries = 1u << 20;
// A shared page is copied when a change of it has been asked for so often; pages of code for so many at most,
// since each is a mapping of its own.
constexpr std::uint8_t kWorthACopy = 3;
constexpr std::uint32_t kMostOwnPages = 8000;
constexpr std::uint64_t kCachePages = kCacheBytes / kPage;
constexpr int kJumpBytes = 5;

// Knuth's multiplicative hashing, 2^32 divided by the golden ratio; the upper bits are the mixed ones.
std::uint32_t hash(Address pc, std::uint32_t entries) {
  return static_cast<std::uint32_t>(static_cast<std::uint32_t>(pc) * 0x9e3779b1u >> 8) % entries;
}

// Has the kernel make pages that will be written at once: a fault for each of them takes longer than what is
// written there. An old kernel does not know it, and nothing else changes.
void make_pages(void* memory, std::uint64_t bytes) {
  const Address begin = page_down(reinterpret_cast<Address>(memory));
  const Address end = page_up(reinterpret_cast<Address>(memory) + bytes);
  system_call(SYS_madvise, static_cast<long>(begin), static_cast<long>(end - begin), MADV_POPULATE_WRITE);
}

// Makes private memory all zeros without touching it.
void zero(void* memory, std::uint64_t bytes) {
  system_call(SYS_madvise, as_long(memory), static_cast<long>(page_up(bytes)), MADV_DONTNEED);
}

}  // namespace

void CodeCache::unmap_all_but_hidden(Address begin, Address end) const {
  Address own_begin = reinterpret_cast<Address>(alias_);
  Address own_end = own_begin + kCacheBegin + kCacheBytes - segment_;
  if (own_begin < begin) {
    const Address b = begin, e = end;
    begin = own_begin, end = own_end, own_begin = b, own_end = e;
  }
  const auto unmap = [](Address from, Address to) {
    system_call(SYS_munmap, static_cast<long>(from), static_cast<long>(to - from));
  };
  unmap(kWindowEnd, begin);
  unmap(end, own_begin);
  unmap(own_end, kUserEnd);
}

Address CodeCache::lay_out(Address at) {
  const auto take = [&at](std::uint64_t bytes) {
    const Address place = at;
    at += page_up(bytes);
    return place;
  };
  tables_ = table_ = reinterpret_cast<std::uint32_t*>(take(2 * kMostTableEntries * sizeof(std::uint32_t)));
  blocks_ = reinterpret_cast<Block*>(take(kMostBlocks * sizeof(Block)));
  exits_ = reinterpret_cast<Exit*>(take(kMostExits * sizeof(Exit)));
  own_pages_ = reinterpret_cast<Address*>(take(kCachePages * sizeof(Address)));
  decoded_ = reinterpret_cast<DecodedInstruction*>(take(kMostDecoded * sizeof(DecodedInstruction)));
  return at;
}

std::uint64_t CodeCache::hidden_bytes() {
  return CodeCache().lay_out(0);
}

void CodeCache::open(Address hidden, Address* indirect, Address miss) {
  lay_out(hidden);
  indirect_ = indirect;
  miss_ = miss;
  // A forked process decodes for itself: what would be copied is more than what it would save.
  system_call(SYS_madvise, as_long(decoded_), page_up(kMostDecoded * sizeof(DecodedInstruction)),
              MADV_WIPEONFORK);
  begin_table();
  begin_decoded();
  map_segment(kCacheBegin);
}

void CodeCache::begin_decoded() {
  decoded_entries_ = kFewestDecoded;
  blocks_made_ = 0;
  make_pages(decoded_, kFewestDecoded * sizeof(DecodedInstruction));
}

// Memory of this process alone for the cache from that address on.
void CodeCache::map_segment(Address from) {
  const std::uint64_t bytes = kCacheBegin + kCacheBytes - from;
  if (alias_ == nullptr) {
    alias_ = reinterpret_cast<std::uint8_t*>(hidden_memory(bytes, MAP_SHARED));
  } else {
    // A forked process keeps the place that it has inherited: the kernel's tables for it are there already.
    const std::uint64_t before = kCacheBegin + kCacheBytes - segment_;
    if (before > bytes) {
      system_call(SYS_munmap, as_long(alias_ + bytes), static_cast<long>(before - bytes));
    }
    if (failed(map(reinterpret_cast<Address>(alias_), bytes, PROT_READ | PROT_WRITE,
                   MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED))) {
      refuse("no memory for the code cache");
    }
  }
  // From no bytes on, a shared mapping is not moved but mapped a second time.
  if (failed(system_call(SYS_mremap, as_long(alias_), 0, static_cast<long>(bytes),
                         MREMAP_MAYMOVE | MREMAP_FIXED, static_cast<long>(from))) ||
      failed(system_call(SYS_mprotect, static_cast<long>(from), static_cast<long>(bytes),
                         PROT_READ | PROT_EXEC))) {
    refuse("cannot map the code cache");
  }
  segment_ = position_ = made_ = from;
  if (frozen_ < segment_) frozen_ = segment_;
}

void CodeCache::make_own() {
  if (is_own_) return;
  is_own_ = true;
  begin_decoded();
  map_segment(position_);
}

bool CodeCache::has_room() const {
  return position_ + kRoom < kCacheBegin + kCacheBytes && block_count_ + 1 < kMostBlocks &&
         exit_count_ + 256 < kMostExits;
}

void CodeCache::advance(std::uint64_t bytes) {
  position_ = (position_ + bytes + 15) & ~Address{15};
  if (position_ >= made_) make_room();
}

// Pages of the segment, ahead of what is written there: as many as there are already.
void CodeCache::make_room() {
  constexpr std::uint64_t kLeast = 16u << 10;
  constexpr std::uint64_t kMost = 64u << 10;
  std::uint64_t bytes = page_down(made_) - segment_;
  if (bytes < kLeast) bytes = kLeast;
  if (bytes > kMost) bytes = kMost;
  const Address from = page_up(position_);
  const Address end = kCacheBegin + kCacheBytes;
  made_ = from + bytes < end ? from + bytes : end;
  make_pages(alias_ + (from - segment_), made_ - from);
}

void CodeCache::begin_table() {
  table_ = tables_;
  table_entries_ = kFewestTableEntries;
  make_pages(table_, table_entries_ * sizeof(std::uint32_t));
}

std::uint32_t CodeCache::find(Address pc) const {
  for (std::uint32_t i = hash(pc, table_entries_);; i = (i + 1) % table_entries_) {
    if (table_[i] == 0) return kNone;
    if (blocks_[table_[i] - 1].pc == pc) return table_[i] - 1;
  }
}

void CodeCache::enter(std::uint32_t number) {
  std::uint32_t i = hash(blocks_[number].pc, table_entries_);
  while (table_[i] != 0) i = (i + 1) % table_entries_;
  table_[i] = number + 1;
}

// A table of twice the size lies behind the one before, which is not looked at any more.
void CodeCache::grow_table() {
  zero(table_, table_entries_ * sizeof(std::uint32_t));
  table_ += table_entries_;
  table_entries_ *= 2;
  make_pages(table_, table_entries_ * sizeof(std::uint32_t));
  for (std::uint32_t number = 0; number < block_count_; ++number) enter(number);
}

// An instruction whose entry moves with this is decoded again.
void CodeCache::grow_decoded() {
  make_pages(decoded_ + decoded_entries_, decoded_entries_ * sizeof(DecodedInstruction));
  decoded_entries_ *= 2;
}

std::uint32_t CodeCache::add(const Block& block) {
  const std::uint32_t number = block_count_++;
  blocks_[number] = block;
  if (block_count_ > table_entries_ / 2) grow_table();
  enter(number);
  if (decoded_entries_ < kMostDecoded && ++blocks_made_ > decoded_entries_ / 4) grow_decoded();
  return number;
}

std::uint32_t CodeCache::add(const Exit& exit) {
  exits_[exit_count_] = exit;
  return exit_count_++;
}

std::uint32_t CodeCache::block_at(Address run) const {
  std::uint32_t low = 0;
  std::uint32_t high = block_count_;
  while (low < high) {
    const std::uint32_t middle = (low + high) / 2;
    if (blocks_[middle].end > run) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low < block_count_ && blocks_[low].indirect_entry <= run ? low : kNone;
}

// Whether a change of what is shared has been asked for often enough to be worth a copy of its page. By hash
// alone: a copy too early does no harm.
bool CodeCache::is_asked_often(std::uint32_t what) {
  std::uint8_t& times = asked_[hash(what, kAskedEntries)];
  if (times < kWorthACopy) ++times;
  return times == kWorthACopy;
}

// Where a byte of the cache can be written. A page that is shared with another process is copied first.
std::uint8_t* CodeCache::writable(Address run) {
  Address& own = own_pages_[(run - kCacheBegin) / kPage];
  const Address lies_at = own != 0 ? own + run % kPage : run;
  if (lies_at >= frozen_) return alias_ + (lies_at - segment_);
  if (own_page_count_ == kMostOwnPages) return nullptr;
  make_own();
  const Address copy = page_up(position_);
  if (copy + kPage + kRoom > kCacheBegin + kCacheBytes) return nullptr;
  const Address page = page_down(run);
  memcpy(alias_ + (copy - segment_), reinterpret_cast<const void*>(page), kPage);
  // The copy can be executed where it lies already. Mapping it once more is allowed even where a filter of
  // the harness lets nobody make code any more.
  if (failed(system_call(SYS_mremap, static_cast<long>(copy), 0, kPage, MREMAP_MAYMOVE | MREMAP_FIXED,
                         static_cast<long>(page)))) {
    return nullptr;
  }
  own = copy;
  position_ = floor_ = copy + kPage;
  ++own_page_count_;
  return alias_ + (copy + run % kPage - segment_);
}

void CodeCache::link(std::uint32_t number, const Block& block) {
  const Exit& exit = exits_[number];
  if (exit.stub < frozen_ && !is_asked_often(exit.stub)) return;
  std::uint8_t code[kJumpBytes];
  Emitter emitter(code, exit.stub);
  emitter.jump(block.body);
  for (int i = 0; i < kJumpBytes; ++i) {
    std::uint8_t* const to = writable(exit.stub + static_cast<Address>(i));
    if (to == nullptr) return;
    *to = code[i];
  }
}

void CodeCache::remember(const Block& block) {
  const bool is_shared = frozen_ > kCacheBegin;
  if (is_shared && !is_asked_often(block.pc)) return;
  indirect_[block.pc % kIndirectEntries] = block.indirect_entry;
}

void CodeCache::flush() {
  zero(table_, table_entries_ * sizeof(std::uint32_t));
  begin_table();
  for (std::uint32_t i = 0; i < kIndirectEntries; ++i) indirect_[i] = miss_;
  block_count_ = exit_count_ = 0;
  zero(decoded_, kMostDecoded * sizeof(DecodedInstruction));
  begin_decoded();
  shared_exits_ = 0;
  position_ = frozen_ > floor_ ? frozen_ : floor_;
  // A process whose forebears have used up the cache takes all of it anew: nothing refers to theirs any more.
  if (position_ + kRoom >= kCacheBegin + kCacheBytes) {
    frozen_ = floor_ = 0;
    zero(own_pages_, kCachePages * sizeof(Address));
    own_page_count_ = 0;
    map_segment(kCacheBegin);
    is_own_ = true;
  }
  ++flushes_;
}

void CodeCache::freeze() {
  // Blocks are never larger than kRoom, so that much is left in the segment's last page.
  position_ = page_up(position_);
  frozen_ = position_;
}

void CodeCache::separate() {
  is_own_ = false;
  shared_exits_ = exit_count_;
  decoded_entries_ = kFewestDecoded;
  blocks_made_ = 0;
}

}  // namespace effk::icount
