/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A valgrind tool that counts instructions, and does nothing else.
 *
 * Theory of operation. The supervisor makes a memory file (count_slots.h) and hands its descriptor over with
 * --counts-fd. The page of the current process is mapped, shared, at one fixed address, and translated code
 * adds to it with an ordinary load and store. After a fork the child puts a page of its own at the same
 * address, so the translations it inherits count for it from its first instruction on, and the supervisor
 * reads the count at any time without asking anybody: a process that is killed leaves its count behind.
 *
 * With --counts-file whole programs are counted, together with the programs that they start: each process
 * finds the memory file by its path, as its parent's descriptors and memory are gone after an exec, and takes
 * the next number, the first one too.
 */
#include "effk_tool.h"

#include "pub_tool_libcassert.h"
#include "pub_tool_libcbase.h"
#include "pub_tool_libcprint.h"
#include "pub_tool_libcproc.h"
#include "pub_tool_options.h"

static Long counts_fd = -1;
static const HChar* counts_file = NULL;
static Long marks_fd = -1;

static Bool take_option(const HChar* arg) {
  if VG_INT_CLO (arg, "--counts-fd", counts_fd) {
    return True;
  }
  if VG_STR_CLO (arg, "--counts-file", counts_file) {
    return True;
  }
  if VG_INT_CLO (arg, "--marks-fd", marks_fd) {
    return True;
  }
  return False;
}

static void print_usage(void) {
  VG_(printf)("    --counts-fd=<number>   memory file that takes the counts, or\n");
  VG_(printf)("    --counts-file=<path>   the same, also for programs that the program starts\n");
  VG_(printf)("    --marks-fd=<number>    socket of marks, as the program numbers it [none]\n");
}

static void print_debug_usage(void) {
  VG_(printf)("    (none)\n");
}

static void after_options(void) {
  if (counts_fd < 0 && counts_file == NULL) VG_(fmsg_bad_option)("--counts-fd", "it is required\n");
  /* Following branches, the translator would also merge `a && b` into one block that evaluates both: the
   * instructions of b would count where a processor never gets to them. */
  VG_(clo_vex_control).guest_chase = False;
  if (counts_file == NULL) {
    effk_open_slots((Int)counts_fd);
  } else {
    effk_open_slots_of_program(counts_file);
  }
  effk_marks_fd = (Int)marks_fd;
  VG_(atfork)(NULL, NULL, effk_take_next_slot);
}

static void at_exit(Int status) {
  (void)status;
}

static void before_options(void) {
  VG_(details_name)("effk");
  VG_(details_version)(NULL);
  VG_(details_description)("counts instructions");
  VG_(details_copyright_author)("GNU GPL version 2 or later.");
  VG_(details_bug_reports_to)("the maintainers of effk");
  VG_(basic_tool_funcs)(after_options, effk_count_instructions, at_exit);
  effk_watch_marks();
  VG_(needs_command_line_options)(take_option, print_usage, print_debug_usage);
}

VG_DETERMINE_INTERFACE_VERSION(before_options)
