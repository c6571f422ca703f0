/* harness/toolchain/drivers/child.h -- the trusted steps that every driver takes, in any language. C and C++.
 *
 * Theory of operation: job.h. A driver warms up, calls effk_say_ready() and then effk_serve(), which forks
 * once a job and calls `run_child` in the child. That callback reads the job, makes ready, calls
 * effk_cross_mark_zero(), and only then touches the sample; it ends with effk_leave_result() or _exit().
 *
 *   Scope    nothing here allocates, so that the heap at mark 0 is the driver's own doing and the same in
 *            every child.
 *   Errors   in the driver: a line on standard error and exit status 70; the supervisor broke the protocol.
 *            In a child before mark 0: one of the EFFK_EXIT_ statuses of job.h.
 *   Threads  the calling process has one.
 */
#ifndef EFFK_DRIVERS_CHILD_H
#define EFFK_DRIVERS_CHILD_H

#include <stddef.h>
#include <stdint.h>

#include "harness/toolchain/drivers/job.h"

#ifdef __cplusplus
extern "C" {
#define EFFK_NORETURN [[noreturn]]
#else
#define EFFK_NORETURN _Noreturn
#endif

struct EffkSpan {
  const unsigned char* data;
  size_t size;
};

/* A job as the child sees it until effk_cross_mark_zero(), which unmaps it: copy what is needed later. */
struct EffkOpenJob {
  struct EffkSpan arguments, source, entry, types;
  int codec_fd; /* C++: the codec library, open until mark 0; -1 if the job has none */
};

/* Sends the EffkReady packet; `text` is cut to what fits. */
void effk_say_ready(const char* text);

/* Serves jobs until the supervisor closes the control socket; then ends the process with status 0. */
EFFK_NORETURN void effk_serve(void (*run_child)(const struct EffkOpenJob* job));

/* Opens the perf events that the job asks for, closes the job and every descriptor that a sample may not
 * have, installs the last filter, and waits at mark 0. On return the next instruction is charged to the
 * sample. */
void effk_cross_mark_zero(void);

/* EFFK_MARK_LOADED or EFFK_MARK_DONE. Ends the process if the answer is not to go on. */
void effk_mark(char mark);

/* Writes header and payload and ends the process with status 0: no destructor, no atexit handler. */
EFFK_NORETURN void effk_leave_result(uint32_t kind, const void* payload, size_t size);

/* Instead of a result beyond EFFK_RESULT_LIMIT: runs into the limit of file size, so that the verdict is the
 * one for too much output. */
EFFK_NORETURN void effk_leave_too_much(void);

#ifdef __cplusplus
}
#endif
#endif
