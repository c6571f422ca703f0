/* The table of indirect jumps as it is before anything is translated: every entry leads to icount_miss. It comes out
 * of the file, page by page as it is needed; start.cc moves it to its hidden place. The one writable data of icount's
 * own, and nothing else may come to lie on its pages. */
#include "harness/counters/icount/hidden_offsets.h"

  .data
  .balign 4096
  .globl icount_indirect_table
  .type icount_indirect_table, @object
icount_indirect_table:
  .rept ICOUNT_INDIRECT_ENTRIES
  .quad icount_miss
  .endr
  .size icount_indirect_table, . - icount_indirect_table

  .section .note.GNU-stack, "", @progbits
