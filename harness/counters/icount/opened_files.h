// harness/counters/icount/opened_files.h -- files that tell where things lie, or are icount's own.
//
// What is opened is judged by what it turned out to be, not by its name: names lead through links and
// directories.
#pragma once

#include "harness/counters/icount/system_calls.h"

namespace effk::icount {

// open, openat and creat; the path is the program's. /proc/self/exe means the program; /proc/self/maps,
// cmdline and environ tell of the program alone; other files of a process that tell of memory are not
// permitted.
long open_file(Hidden& hidden, const Call& call);

// readlink and readlinkat of /proc/self/exe; false if the link is another one.
bool read_program_link(const Hidden& hidden, const Call& call, long& result);

// A device that gives random bytes: /dev/random, /dev/urandom.
bool is_random_device(std::uint64_t descriptor);

}  // namespace effk::icount
