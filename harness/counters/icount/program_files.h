// harness/counters/icount/program_files.h -- what /proc tells a program of itself, without icount in it.
#pragma once

#include "harness/counters/icount/hidden.h"

namespace effk::icount {

// A new descriptor, to be read, for the process's own file of that name in /proc; -EACCES for one that is not
// imitated.
long open_file_about_program(const Hidden& hidden, const char* name);

}  // namespace effk::icount
