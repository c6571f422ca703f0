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
constexpr std::uint32_t kTableEntries = 1u << 20;
// A shared page is copied for an exit that has been taken so often, and for so many pages at most: each is a
// mapping of its own.
constexpr std::uint8_t kWorthACopy = 3;
constexpr std::uint32_t kMostOwnPages = 8000;
constexpr std::uint64_t kCachePages = kCacheBytes / kPage;
constexpr int kJumpBytes = 5;

// Neighbours stay neighbours, and blocks begin some bytes apart: then few pages of the table are touched.
std::uint32_t hash(Address pc) {
  return static_cast<std::uint32_t>(pc >> 3 ^ pc >> 23) % kTableEntries;
}

// Has the kernel make pages that will be written at once: a fault for each of them takes longer than what is
// written there. An old kernel does not know it, and nothing else changes.
void make_pages(void* memory, std::uint64_t bytes) {
  system_call(SYS_madvise, as_long(memory), static_cast<long>(bytes), MADV_POPULATE_WRITE);
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
  table_ = reinterpret_cast<std::uint32_t*>(take(kTableEntries * sizeof(std::uint32_t)));
  blocks_ = reinterpret_cast<Block*>(take(kMostBlocks * sizeof(Block)));
  exits_ = reinterpret_cast<Exit*>(take(kMostExits * sizeof(Exit)));
  own_pages_ = reinterpret_cast<Address*>(take(kCachePages * sizeof(Address)));
  decoded_ = reinterpret_cast<DecodedInstruction*>(take(kDecodedEntries * sizeof(DecodedInstruction)));
  return at;
}

std::uint64_t CodeCache::hidden_bytes() {
  return CodeCache().lay_out(0);
}

void CodeCache::open(Address hidden, Address* indirect, Address miss, std::uint32_t first_hidden_descriptor) {
  first_hidden_descriptor_ = first_hidden_descriptor;
  lay_out(hidden);
  indirect_ = indirect;
  miss_ = miss;
  // A forked process decodes for itself: what would be copied is more than what it would save.
  system_call(SYS_madvise, as_long(decoded_), page_up(kDecodedEntries * sizeof(DecodedInstruction)),
              MADV_WIPEONFORK);
  make_pages(indirect_, kIndirectEntries * sizeof(Address));
  for (std::uint32_t i = 0; i < kIndirectEntries; ++i) indirect_[i] = miss_;
  map_segment(kCacheBegin);
}

// Memory of this process alone for the cache from that address on.
void CodeCache::map_segment(Address from) {
  const std::uint64_t bytes = kCacheBegin + kCacheBytes - from;
  const long file = system_call(SYS_memfd_create, as_long("effk-code"), 1 /* MFD_CLOEXEC */);
  if (failed(file)) refuse("no memory for the code cache");
  if (failed(system_call(SYS_ftruncate, file, static_cast<long>(bytes))))
    refuse("no memory for the code cache");
  if (failed(map(from, bytes, PROT_READ | PROT_EXEC, MAP_SHARED | MAP_FIXED, static_cast<int>(file)))) {
    refuse("cannot map the code cache");
  }
  // A forked process keeps the place that it has inherited: the kernel's tables for it are there already.
  Address place = reinterpret_cast<Address>(alias_);
  int how = MAP_SHARED | MAP_FIXED;
  if (place == 0) {
    place = random_place(bytes);
    how = MAP_SHARED | MAP_FIXED_NOREPLACE;
  } else {
    const std::uint64_t before = kCacheBegin + kCacheBytes - segment_;
    if (before > bytes)
      system_call(SYS_munmap, static_cast<long>(place + bytes), static_cast<long>(before - bytes));
    system_call(SYS_close, fd_);
  }
  if (failed(map(place, bytes, PROT_READ | PROT_WRITE, how, static_cast<int>(file)))) {
    refuse("cannot map the code cache");
  }
  alias_ = reinterpret_cast<std::uint8_t*>(place);
  fd_ = hide_descriptor(static_cast<int>(file), first_hidden_descriptor_);
  segment_ = position_ = made_ = from;
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
  constexpr std::uint64_t kMost = 256u << 10;
  std::uint64_t bytes = page_down(made_) - segment_;
  if (bytes < kLeast) bytes = kLeast;
  if (bytes > kMost) bytes = kMost;
  const Address from = page_up(position_);
  const Address end = kCacheBegin + kCacheBytes;
  made_ = from + bytes < end ? from + bytes : end;
  make_pages(alias_ + (from - segment_), made_ - from);
}

std::uint32_t CodeCache::find(Address pc) const {
  for (std::uint32_t i = hash(pc);; i = (i + 1) % kTableEntries) {
    if (table_[i] == 0) return kNone;
    if (blocks_[table_[i] - 1].pc == pc) return table_[i] - 1;
  }
}

std::uint32_t CodeCache::add(const Block& block) {
  std::uint32_t i = hash(block.pc);
  while (table_[i] != 0) i = (i + 1) % kTableEntries;
  blocks_[block_count_] = block;
  table_[i] = block_count_ + 1;
  return block_count_++;
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

// Where a byte of the cache can be written. A page that is shared with another process is copied first.
std::uint8_t* CodeCache::writable(Address run) {
  if (run >= frozen_) return alias_ + (run - segment_);
  Address& own = own_pages_[(run - kCacheBegin) / kPage];
  if (own == 0) {
    if (own_page_count_ == kMostOwnPages) return nullptr;
    const Address copy = page_up(position_);
    if (copy + kPage + kRoom > kCacheBegin + kCacheBytes) return nullptr;
    const Address page = page_down(run);
    memcpy(alias_ + (copy - segment_), reinterpret_cast<const void*>(page), kPage);
    // The copy can be executed where it lies already. Moving that mapping is allowed even where a filter of
    // the harness lets nobody map code any more.
    if (failed(system_call(SYS_mremap, static_cast<long>(copy), kPage, kPage, MREMAP_MAYMOVE | MREMAP_FIXED,
                           static_cast<long>(page)))) {
      return nullptr;
    }
    own = reinterpret_cast<Address>(alias_) + (copy - segment_);
    position_ = copy + kPage;
    ++own_page_count_;
  }
  return reinterpret_cast<std::uint8_t*>(own) + run % kPage;
}

void CodeCache::link(std::uint32_t number, const Block& block) {
  Exit& exit = exits_[number];
  if (exit.stub < frozen_ && ++exit.taken < kWorthACopy) return;
  std::uint8_t code[kJumpBytes];
  Emitter emitter(code, exit.stub);
  emitter.jump(block.body);
  for (int i = 0; i < kJumpBytes; ++i) {
    std::uint8_t* const to = writable(exit.stub + static_cast<Address>(i));
    if (to == nullptr) return;
    *to = code[i];
  }
}

void CodeCache::flush() {
  zero(table_, kTableEntries * sizeof(std::uint32_t));
  for (std::uint32_t i = 0; i < kIndirectEntries; ++i) indirect_[i] = miss_;
  block_count_ = exit_count_ = 0;
  zero(decoded_, kDecodedEntries * sizeof(DecodedInstruction));
  position_ = frozen_ > segment_ ? frozen_ : segment_;
  // A process whose forebears have used up the cache takes all of it anew: nothing refers to theirs any more.
  if (position_ + kRoom >= kCacheBegin + kCacheBytes) {
    frozen_ = 0;
    map_segment(kCacheBegin);
  }
  ++flushes_;
}

void CodeCache::freeze() {
  // Blocks are never larger than kRoom, so that much is left in the segment's last page.
  position_ = page_up(position_);
  frozen_ = position_;
  if (own_page_count_ > 0) zero(own_pages_, kCachePages * sizeof(Address));
  own_page_count_ = 0;
}

void CodeCache::separate() {
  map_segment(position_);
}

}  // namespace effk::icount
