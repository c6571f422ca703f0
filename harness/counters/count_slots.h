/* SPDX-License-Identifier: Apache-2.0 OR GPL-2.0-or-later
 *
 * harness/counters/count_slots.h -- where our valgrind tool and icount leave their counts. C and C++.
 *
 * A memory file: one page of header, the page of the first process, then a ring of pages. Each forked process
 * takes the next number from the header and the page that belongs to it, so that a supervisor which remembers
 * the number before a job finds every process that the job started. A page holds until its process is gone
 * and the ring has come round; `taken_by` tells whether it is still the page of that number.
 */
#ifndef EFFK_COUNT_SLOTS_H
#define EFFK_COUNT_SLOTS_H

#include <stdint.h>

enum {
  EFFK_SLOT_BYTES = 4096,
  EFFK_SPREAD = 8,
  EFFK_LESSONS = EFFK_SLOT_BYTES / 8 - 11 - EFFK_SPREAD,
  EFFK_RING_SLOTS = 1024,
  EFFK_FIRST_SLOT_PAGE = 1, /* of the process that the tool was started with */
  EFFK_RING_PAGE = 2,       /* of number 0 */
  EFFK_SLOT_PAGES = EFFK_RING_PAGE + EFFK_RING_SLOTS
};

struct EffkSlotHeader {
  uint64_t next; /* number of the next forked process; only ever grows */
};

struct EffkSlot {
  uint64_t instructions;
  uint64_t taken_by;            /* number + 1; written last when a process takes the page */
  uint64_t growth_limit;        /* bytes by which data may grow; written by the supervisor; 0: no limit */
  uint64_t base_bytes;          /* data when the limit was first looked at; 0: not yet looked at */
  uint64_t data_bytes;          /* data when it was last looked at */
  uint64_t refused;             /* allocations refused because of the limit */
  uint64_t at_mark;             /* one of the below */
  uint64_t spread[EFFK_SPREAD]; /* instructions counted beside `instructions`: the count is the sum of all */
  uint64_t budget;              /* end the process soon after its count is above this; 0: no budget */
  uint64_t broken;              /* set if the process has found its count tampered with */
  uint64_t uncountable;         /* set if the process ended because it did what cannot be counted */
  uint64_t lesson_count;
  uint64_t lessons[EFFK_LESSONS]; /* icount: what a forked process lacked; for its parent, see lessons.h */
};

/* A process at a mark sends a byte and then awaits one. Between the two it still executes some instructions,
 * and how many of them a supervisor sees that looks when it has the byte is a matter of luck; so the tool
 * tells when the process has come to rest. */
enum {
  EFFK_NOT_AT_MARK = 0,
  EFFK_GOING_TO_REST = 1, /* has sent */
  EFFK_AT_REST = 2        /* awaits */
};

#endif
