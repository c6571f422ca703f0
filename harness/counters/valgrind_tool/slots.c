/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which page of the memory file lies under the counter.
 *
 * Pages are mapped with bare system calls over memory that belongs to the tool already, so valgrind's map of
 * the address space stays true. The header is mapped only while a number is taken from it: a guest that
 * forges its own count, which valgrind cannot prevent, should not reach everybody's numbers as well.
 */
#include "core_of_valgrind.h"
#include "effk_tool.h"
#include "pub_tool_libcassert.h"
#include "pub_tool_libcbase.h"
#include "pub_tool_libcfile.h"
#include "pub_tool_libcprint.h"
#include "pub_tool_libcproc.h"
#include "pub_tool_vki.h"

/* Status of a process that could not get a page: it must not run uncounted. */
enum { kNoSlotStatus = 96 };

_Static_assert(sizeof(struct EffkSlot) == EFFK_SLOT_BYTES, "a slot is a page, and nothing else is in it");

__attribute__((aligned(EFFK_SLOT_BYTES))) static UChar header_page[EFFK_SLOT_BYTES];
__attribute__((aligned(EFFK_SLOT_BYTES))) struct EffkSlot effk_slot;
Bool effk_refuses_new_code = False;
static Bool counts_whole_programs = False;
static Int slots_fd = -1;

static Word map_page(void* where, Word flags, Word fd, Word page) {
  register Word r10 __asm__("r10") = flags | VKI_MAP_FIXED;
  register Word r8 __asm__("r8") = fd;
  register Word r9 __asm__("r9") = page * EFFK_SLOT_BYTES;
  Word result = 9; /* mmap */
  __asm__ volatile("syscall"
                   : "+a"(result)
                   : "D"(where), "S"((Word)EFFK_SLOT_BYTES), "d"((Word)(VKI_PROT_READ | VKI_PROT_WRITE)),
                     "r"(r10), "r"(r8), "r"(r9)
                   : "rcx", "r11", "memory");
  return result;
}

static void map_or_die(void* where, Word page) {
  if (map_page(where, VKI_MAP_SHARED, slots_fd, page) != (Word)where) {
    VG_(umsg)("effk: cannot map a page of counts\n");
    VG_(exit)(kNoSlotStatus);
  }
}

static ULong take_number(void) {
  struct EffkSlotHeader* header = (struct EffkSlotHeader*)header_page;
  ULong number;
  map_or_die(header_page, 0);
  number = __atomic_fetch_add(&header->next, 1, __ATOMIC_SEQ_CST);
  map_page(header_page, VKI_MAP_PRIVATE | VKI_MAP_ANONYMOUS, -1, 0);
  return number;
}

void effk_open_slots(Int fd) {
  slots_fd = VG_(safe_fd)(fd);
  map_or_die(&effk_slot, EFFK_FIRST_SLOT_PAGE);
}

void effk_open_slots_of_program(const HChar* path) {
  const Int fd = VG_(fd_open)(path, VKI_O_RDWR, 0);
  if (fd < 0) {
    VG_(umsg)("effk: cannot open the counts: %s\n", path);
    VG_(exit)(kNoSlotStatus);
  }
  slots_fd = VG_(safe_fd)(fd);
  counts_whole_programs = True;
  effk_take_next_slot(0);
}

void effk_take_next_slot(ThreadId tid) {
  /* The limit goes on for the processes that a limited one starts. */
  const ULong growth_limit = effk_slot.growth_limit;
  const ULong base_bytes = effk_slot.base_bytes;
  const ULong number = take_number();
  (void)tid;
  map_or_die(&effk_slot, EFFK_RING_PAGE + (Word)(number % EFFK_RING_SLOTS));
  VG_(memset)(&effk_slot, 0, sizeof effk_slot);
  effk_slot.growth_limit = growth_limit;
  effk_slot.base_bytes = base_bytes;
  effk_refuses_new_code = !counts_whole_programs;
  __atomic_store_n(&effk_slot.taken_by, number + 1, __ATOMIC_SEQ_CST);
}
