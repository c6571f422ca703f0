// tests/counters/icount/fuzz/program_frame.h -- what surrounds the snippets: start, records, signal handler,
// end.
#pragma once

#include "tests/counters/icount/fuzz/program.h"

namespace effk::icount::fuzz {

// Sets the signal handler; from here on the program counts itself, if it does.
void write_start(Program& program, Random& random);
// Writes the output and ends the program; then the routines that the snippets use.
void write_end(Program& program, Random& random);
// Ends a snippet: leaves its record.
void write_record(Program& program);

}  // namespace effk::icount::fuzz
