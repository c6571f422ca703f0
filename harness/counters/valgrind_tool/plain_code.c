/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Makes valgrind's magic instruction sequences the no-ops that they are on a processor.
 *
 * Four rotations of rdi by 128 bits altogether, followed by an exchange of a register with itself, mean a
 * request to valgrind: run this function outside of the translation (and uncounted), read the address of a
 * wrapped function, call without redirection, inject code. A measured program must not have any of them. The
 * translator looks for the sequence in the bytes at hand; it is given a copy of the one instruction whose
 * successors are blank, and so decodes a rotation, then another, as a processor does.
 */
#include "pub_tool_basics.h"
#include "pub_tool_libcbase.h"
#include "pub_tool_tooliface.h"

/* As the translator returns it: 16 bytes, in registers. */
typedef struct {
  UInt length, what_next, jump_kind, hint;
} Decoded;

Decoded __real_disInstr_AMD64(IRSB* out, const UChar* code, Long delta, Addr guest_ip, Int guest_arch,
                              const VexArchInfo* arch, const VexAbiInfo* abi, Int endness, Bool diagnose);
Decoded __wrap_disInstr_AMD64(IRSB* out, const UChar* code, Long delta, Addr guest_ip, Int guest_arch,
                              const VexArchInfo* arch, const VexAbiInfo* abi, Int endness, Bool diagnose);

Decoded __wrap_disInstr_AMD64(IRSB* out, const UChar* code, Long delta, Addr guest_ip, Int guest_arch,
                              const VexArchInfo* arch, const VexAbiInfo* abi, Int endness, Bool diagnose) {
  static const UChar first_two[8] = {0x48, 0xC1, 0xC7, 0x03, 0x48, 0xC1, 0xC7, 0x0D};
  /* Longer than what the translator reads ahead (19 bytes), and no-ops after the first instruction. */
  UChar alone[32];
  const UChar* here = code + delta;
  Int i;
  for (i = 0; i < 8; i++) {
    if (here[i] != first_two[i]) {
      return __real_disInstr_AMD64(out, code, delta, guest_ip, guest_arch, arch, abi, endness, diagnose);
    }
  }
  VG_(memset)(alone, 0x90, sizeof alone);
  VG_(memcpy)(alone, here, 4);
  return __real_disInstr_AMD64(out, (const UChar*)((Addr)alone - (Addr)delta), delta, guest_ip, guest_arch,
                               arch, abi, endness, diagnose);
}
