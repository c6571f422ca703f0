/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What the parts of the tool say to each other.
 */
#ifndef EFFK_TOOL_H
#define EFFK_TOOL_H

#include "harness/counters/count_slots.h"
#include "pub_tool_basics.h"
#include "pub_tool_tooliface.h"

/* slots.c: the page under which the current process counts. Its address never changes, so translated code
 * may contain it. */
extern struct EffkSlot effk_slot;
/* True in every process but the first, unless a whole program is counted. */
extern Bool effk_refuses_new_code;
/* Takes over the memory file and the page of the first process. */
void effk_open_slots(Int fd);
/* Opens the memory file and takes a page of its own, as a forked process does. */
void effk_open_slots_of_program(const HChar* path);
/* In a forked process, before its first instruction: takes a page of its own. */
void effk_take_next_slot(ThreadId tid);

/* marks.c: what is sent and awaited on this descriptor is a mark. */
extern Int effk_marks_fd;
void effk_watch_marks(void);

/* count.c */
IRSB* effk_count_instructions(VgCallbackClosure* closure, IRSB* in, const VexGuestLayout* layout,
                              const VexGuestExtents* extents, const VexArchInfo* arch, IRType guest_word,
                              IRType host_word);

#endif
