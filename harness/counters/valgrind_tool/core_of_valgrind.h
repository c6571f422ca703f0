/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Declarations of valgrind's core and translator that its headers for tools leave out. They must agree with
 * the libraries that are linked: valgrind 3.19 on amd64. tests/counters would not pass otherwise.
 */
#ifndef EFFK_CORE_OF_VALGRIND_H
#define EFFK_CORE_OF_VALGRIND_H

#include "pub_tool_basics.h"

/* Moves a descriptor to where the guest can neither see nor close it. */
extern Int VG_(safe_fd)(Int old_fd);

/* The value of VALGRIND_LAUNCHER; NULL without it. */
extern const HChar* VG_(name_of_launcher);

/* The guest's first stack, whole pages; end is the last address in it. */
extern Addr VG_(clstk_end);

/* Where the guest's heap segment ends now. */
extern Addr VG_(brk_limit);

/* What a system call's arguments look like to the code that runs before it. */
typedef struct {
  Word sysno;
  UWord arg1, arg2, arg3, arg4, arg5, arg6, arg7, arg8;
} CoreSyscallArgs;

enum { CoreSyscallComplete = 1 };

typedef struct {
  Int what;
  SysRes result;
} CoreSyscallStatus;

#endif
