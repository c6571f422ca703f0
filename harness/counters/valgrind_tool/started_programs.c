/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Lets a counted program start others that are counted too (--trace-children=yes).
 *
 * Valgrind then executes its launcher with its own options and the new program. Here the launcher is this very
 * tool, which VALGRIND_LAUNCHER names; but valgrind takes that variable out of the new program's environment,
 * because an ordinary launcher sets it anew, and a tool that is started without it refuses to run. The moment to
 * put it back is when the folder of valgrind's files is added, the last thing before the call.
 */
#include "core_of_valgrind.h"
#include "pub_tool_libcbase.h"

HChar** __wrap_vgPlain_env_setenv(HChar*** environment, const HChar* name, const HChar* value);
HChar** __real_vgPlain_env_setenv(HChar*** environment, const HChar* name, const HChar* value);

HChar** __wrap_vgPlain_env_setenv(HChar*** environment, const HChar* name, const HChar* value) {
  if (VG_(strcmp)(name, "VALGRIND_LIB") == 0 && VG_(name_of_launcher) != NULL) {
    __real_vgPlain_env_setenv(environment, "VALGRIND_LAUNCHER", VG_(name_of_launcher));
  }
  return __real_vgPlain_env_setenv(environment, name, value);
}
