/* harness/toolchain/drivers/program_child.h -- what the drivers of whole programs do beside child.h. C and
 * C++.
 *
 * A program's driver serves the same jobs as the driver of its language for functions. The arguments of a job
 * are one str, the text of standard input; its answer is what it leaves in the output file. There is one
 * mark, mark 0: nothing that a program does afterwards is told apart. The result file holds nothing if the
 * program ended by itself, and why it failed if something that ends a program left it: an exception, an
 * allocation failure, a missing entry point.
 *
 *   Errors   in a child before mark 0: one of the EFFK_EXIT_ statuses of job.h.
 *   Threads  the calling process has one.
 */
#ifndef EFFK_DRIVERS_PROGRAM_CHILD_H
#define EFFK_DRIVERS_PROGRAM_CHILD_H

#include "harness/toolchain/drivers/child.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Before mark 0: makes the one str of `arguments` standard input, a file that can be read, mapped and sought
 * in but not written, and lets standard error go nowhere, where descriptor 0 of the driver goes. */
void effk_take_standard_streams(struct EffkSpan arguments);

#ifdef __cplusplus
}
#endif
#endif
