/* harness/counters/icount/hidden_offsets.h -- what the assembler has to know of hidden.h: where dispatch.S
 * finds the fields of Hidden, and the size of a table. */
#ifndef EFFK_ICOUNT_HIDDEN_OFFSETS_H
#define EFFK_ICOUNT_HIDDEN_OFFSETS_H

#define ICOUNT_REGISTERS 4096
#define ICOUNT_FLAGS (ICOUNT_REGISTERS + 128)
#define ICOUNT_PC (ICOUNT_REGISTERS + 136)
#define ICOUNT_SELF (ICOUNT_REGISTERS + 144)
#define ICOUNT_STACK (ICOUNT_REGISTERS + 152)
#define ICOUNT_SAVED_RCX (ICOUNT_REGISTERS + 160)
#define ICOUNT_TARGET (ICOUNT_REGISTERS + 168)
#define ICOUNT_RESUME (ICOUNT_REGISTERS + 176)
#define ICOUNT_ENTRY (ICOUNT_REGISTERS + 184)
#define ICOUNT_MISS (ICOUNT_REGISTERS + 192)
#define ICOUNT_EXIT (ICOUNT_REGISTERS + 200)
#define ICOUNT_ARRIVED (ICOUNT_REGISTERS + 204)

#define ICOUNT_INDIRECT_ENTRIES 65536 /* indirect_table.S: found by the low 16 bits of an address */

#endif
