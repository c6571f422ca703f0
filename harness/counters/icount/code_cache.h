// harness/counters/icount/code_cache.h -- the copies of the program's code, and how they are found.
//
// The cache is executed at a fixed place in the window, where it can only be read and executed; it is written
// through a second mapping of the same pages at a hidden place. After a fork both processes keep what they
// had as it is, and add to memory of their own: see freeze(). A process that adds nothing takes none.
#pragma once

#include <cstdint>

#include "harness/counters/icount/decoder.h"
#include "harness/counters/icount/hidden_offsets.h"
#include "harness/counters/icount/layout.h"

namespace effk::icount {

// Up to 64 instructions of the program that are entered at the first one, and their copy.
struct Block {
  std::uint32_t pc = 0;
  std::uint32_t indirect_entry = 0;  // where indirect jumps enter: checks that this is the block they want
  std::uint32_t body = 0;
  std::uint32_t end = 0;
  std::uint16_t slot = 0;  // which of the counters it adds to
  std::uint16_t instructions = 0;
  std::uint16_t added_early_at = 0xffff;  // from this instruction on, all of the block has been added already
};

// A way out of a block into the runtime.
struct Exit {
  enum class Kind : std::uint8_t {
    direct,   // to `pc`; once that is translated, the stub becomes a jump
    runtime,  // the instruction at `pc` is done by the runtime, which also adds `instructions`
  };
  std::uint32_t pc = 0;
  std::uint32_t stub = 0;
  std::uint16_t instructions = 0;
  Kind kind = Kind::direct;
};

// Instructions that have been decoded, by address: blocks overlap, and each looks at what follows its exits.
struct DecodedInstruction {
  std::uint32_t pc = 0;
  Instruction instruction;
};
constexpr std::uint32_t kFewestDecoded = 1 << 7;  // a page or two
constexpr std::uint32_t kMostDecoded = 1 << 13;

constexpr std::uint32_t kNone = 0xffffffff;
constexpr std::uint32_t kAskedEntries = 256;
constexpr std::uint32_t kIndirectEntries = ICOUNT_INDIRECT_ENTRIES;

class CodeCache {
 public:
  // Reserves its memory; `indirect` is the table of kIndirectEntries, each of them `miss`. Ends the process
  // if it cannot.
  void open(Address hidden, Address* indirect, Address miss);

  // Where the next block is written and executed. `room` is at least kRoom.
  std::uint8_t* write_position() const { return alias_ + (position_ - segment_); }
  Address position() const { return position_; }
  bool has_room() const;
  void advance(std::uint64_t bytes);

  std::uint32_t find(Address pc) const;  // a block's number, or kNone
  std::uint32_t add(const Block& block);
  const Block& block(std::uint32_t number) const { return blocks_[number]; }
  std::uint32_t next_exit() const { return exit_count_; }
  std::uint32_t add(const Exit& exit);
  const Exit& exit(std::uint32_t number) const { return exits_[number]; }

  // The block that holds this address of the cache; kNone if there is none.
  std::uint32_t block_at(Address run) const;

  // Makes an exit's stub a jump to the block. What is shared is copied for it, so that is done only when it
  // has been asked for some times.
  void link(std::uint32_t exit, const Block& block);
  // Makes indirect jumps to the block's address find it; likewise.
  void remember(const Block& block);

  // Where the instruction at `pc` is kept, if it is the one that is there. The table grows with the blocks
  // that are made, so that a process which makes few of them touches few pages of it.
  DecodedInstruction& decoded(Address pc) const { return decoded_[pc % decoded_entries_]; }

  // Forgets every translation: what they were made from is no longer there.
  void flush();
  std::uint32_t flushes() const { return flushes_; }

  // Call before a fork. What is there is shared with the other process from now on and stays as it is.
  void freeze();
  // Call in the child: what comes goes to memory of its own, from make_own() on.
  void separate();
  // That memory, if the process has not got it yet. Call before anything is added, and before a filter of
  // system calls that may forbid it.
  void make_own();
  // Takes freeze() back: call where no other process shares what is there any more.
  void thaw() { frozen_ = segment_; }
  // Exits that a forked process has in common with its parent.
  std::uint32_t shared_exits() const { return shared_exits_; }

  // Unmaps everything above the window but [begin, end) and the mapping that it writes through.
  void unmap_all_but_hidden(Address begin, Address end) const;

  // Hidden memory that it takes, from `hidden` on.
  static std::uint64_t hidden_bytes();

 private:
  // Gives each table its place from `at` on; returns where they end.
  Address lay_out(Address at);
  // The tables as they are while there is little in them: what is not touched need not be made, nor copied
  // for a forked process.
  void begin_table();
  void begin_decoded();
  void grow_table();
  void grow_decoded();
  void enter(std::uint32_t number);
  void map_segment(Address from);
  void make_room();
  std::uint8_t* writable(Address run);
  bool is_asked_often(std::uint32_t what);

  std::uint8_t* alias_ = nullptr;  // where segment_ can be written
  Address segment_ = 0;            // first address of the memory that is this process's own
  Address position_ = 0;
  Address made_ = 0;    // end of the pages that are there already
  Address frozen_ = 0;  // stubs below are shared; at least segment_
  Address floor_ = 0;   // pages below may be executed from another place than their own
  bool is_own_ = true;  // the segment is not the parent's
  std::uint32_t shared_exits_ = 0;
  std::uint8_t asked_[kAskedEntries] = {};  // for what would change shared pages: how often, by hash
  Address* indirect_ = nullptr;
  Address miss_ = 0;
  std::uint32_t* tables_ = nullptr;
  std::uint32_t* table_ = nullptr;   // block number + 1 by hashed pc
  std::uint32_t table_entries_ = 0;  // a power of two
  Block* blocks_ = nullptr;
  DecodedInstruction* decoded_ = nullptr;
  std::uint32_t decoded_entries_ = kFewestDecoded;  // in use; a power of two
  Exit* exits_ = nullptr;
  std::uint32_t blocks_made_ = 0;  // by this process, since the table of decoded instructions was small
  std::uint32_t block_count_ = 0;
  std::uint32_t exit_count_ = 0;
  std::uint32_t flushes_ = 0;
  std::uint32_t own_page_count_ = 0;
  Address* own_pages_ =
      nullptr;  // by number of the page in the cache: where its copy lies in the cache; 0: none
};

}  // namespace effk::icount
