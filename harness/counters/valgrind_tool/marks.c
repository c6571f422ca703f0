/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Tells the supervisor whether the process has come to rest at a mark; see count_slots.h.
 */
#include "effk_tool.h"
#include "pub_tool_vki.h"
#include "pub_tool_vkiscnums.h"

Int effk_marks_fd = -1;

static void before_syscall(ThreadId tid, UInt number, UWord* args, UInt count) {
  (void)tid;
  if (count == 0 || (Int)args[0] != effk_marks_fd) return;
  switch (number) {
    case __NR_sendto:
    case __NR_sendmsg:
    case __NR_write:
      __atomic_store_n(&effk_slot.at_mark, EFFK_GOING_TO_REST, __ATOMIC_RELEASE);
      break;
    case __NR_recvfrom:
    case __NR_recvmsg:
    case __NR_read:
      __atomic_store_n(&effk_slot.at_mark, EFFK_AT_REST, __ATOMIC_RELEASE);
      break;
    default:
      break;
  }
}

static void after_syscall(ThreadId tid, UInt number, UWord* args, UInt count, SysRes result) {
  (void)tid;
  (void)number;
  (void)args;
  (void)count;
  (void)result;
  if (effk_slot.at_mark == EFFK_AT_REST) effk_slot.at_mark = EFFK_NOT_AT_MARK;
}

void effk_watch_marks(void) {
  VG_(needs_syscall_wrapper)(before_syscall, after_syscall);
}
