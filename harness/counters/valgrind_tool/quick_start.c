/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Leaves out what valgrind does at the start and nobody needs here: reading the symbols of every object that
 * is mapped (most of the time it takes to start), and leaving files in a folder that can be written.
 */
#include "pub_tool_basics.h"
#include "pub_tool_libcbase.h"
#include "pub_tool_libcfile.h"

ULong __wrap_vgPlain_di_notify_mmap(Addr start, Bool valgrinds_own_too, Int fd);
Int __wrap_vgPlain_mkstemp(const HChar* part_of_name, HChar* full_name);
Int __wrap_vgPlain_unlink(const HChar* name);
Int __real_vgPlain_mkstemp(const HChar* part_of_name, HChar* full_name);
Int __real_vgPlain_unlink(const HChar* name);

ULong __wrap_vgPlain_di_notify_mmap(Addr start, Bool valgrinds_own_too, Int fd) {
  (void)start;
  (void)valgrinds_own_too;
  (void)fd;
  return 0;
}

/* What valgrind shows as /proc/self/cmdline and auxv need not have a name. Where memory files are refused, it
 * falls back on TMPDIR or /tmp. */
Int __wrap_vgPlain_mkstemp(const HChar* part_of_name, HChar* full_name) {
  Word fd = 319; /* memfd_create */
  __asm__ volatile("syscall" : "+a"(fd) : "D"("valgrind"), "S"(0L) : "rcx", "r11", "memory");
  if (fd < 0) return __real_vgPlain_mkstemp(part_of_name, full_name);
  full_name[0] = '\0';
  return (Int)fd;
}

Int __wrap_vgPlain_unlink(const HChar* name) {
  return name[0] == '\0' ? 0 : __real_vgPlain_unlink(name);
}
