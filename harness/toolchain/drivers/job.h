/* harness/toolchain/drivers/job.h -- what supervisor and driver say to each other. C and C++.
 *
 * Theory of operation. A driver is started once a worker, inside the sandbox and under the instrument, with
 * a SOCK_SEQPACKET control socket at EFFK_CONTROL_FD. It warms up, sends one EffkReady packet, then serves
 * jobs: it receives one EffkJobPacket with descriptors attached, forks, waits for the child, and answers with
 * one EffkChildEnd packet. It changes nothing in its memory from one fork to the next.
 *
 * The child (still trusted) closes the control socket, moves the descriptors to the fixed numbers below,
 * maps the job, decodes the arguments, closes the job, installs the last seccomp filter, and announces mark 0
 * on the mark socket. A mark is one byte sent and one byte awaited; while the child waits, the supervisor
 * reads the counter. After mark 0 nothing the child says is believed.
 *
 *   EFFK_MARK_EVENT  'E'  one for each perf event that the job asked for, in the job's order and before 'S':
 *                         carries the event's descriptor, opened on the child itself. The one mark that is
 *                         not answered: it comes before the last filter, after which only write() and read()
 *                         are sure to work here
 *   EFFK_MARK_START  'S'  mark 0
 *   EFFK_MARK_LOADED 'L'  the solution is loaded; the answer 'x' instead of 'g' means: end now
 *   EFFK_MARK_DONE   'D'  the call has returned; encoding the result follows
 *
 * The child leaves exactly one EffkResultHeader and its payload in the result file, and ends with _exit(0).
 * A Python source that does not compile is found before mark 0: then there is no mark, and the result says
 * EFFK_RESULT_NO_ENTRY. A child that ends before mark 0 in any other way could not do its trusted part and
 * says why by its exit status (EFFK_EXIT_...), or was killed by its own source while compiling it.
 */
#ifndef EFFK_DRIVERS_JOB_H
#define EFFK_DRIVERS_JOB_H

#include <stdint.h>

/* Descriptor numbers in the driver. */
enum {
  EFFK_CONTROL_FD = 3,
  EFFK_DRIVER_FD = 4, /* the driver's own code, so that no path of it enters its memory */
  EFFK_START_FD = 5   /* Python, until it has warmed up: see python_bootstrap.h */
};

/* Descriptor numbers in the child after mark 0; 0 reads nothing, 1 and 2 are the output file. */
enum {
  EFFK_OUTPUT_FD = 1,
  EFFK_MARK_FD = 3,
  EFFK_RESULT_FD = 4,
  EFFK_SOLUTION_FD = 5 /* C++: the sample's shared object */
};

/* Descriptors attached to an EffkJobPacket, in this order; the last two only for C++, so 4 or 6. */
enum {
  EFFK_JOB_FILE = 0,
  EFFK_JOB_RESULT = 1,
  EFFK_JOB_OUTPUT = 2,
  EFFK_JOB_MARKS = 3,
  EFFK_JOB_CODEC = 4,
  EFFK_JOB_SOLUTION = 5,
  EFFK_JOB_DESCRIPTORS_MAX = 6
};

#define EFFK_MARK_EVENT 'E'
#define EFFK_MARK_START 'S'
#define EFFK_MARK_LOADED 'L'
#define EFFK_MARK_DONE 'D'
#define EFFK_GO 'g'
#define EFFK_STOP 'x'

#define EFFK_JOB_MAGIC 0x314a4645u    /* "EFJ1" */
#define EFFK_READY_MAGIC 0x31594445u  /* "EDY1" */
#define EFFK_RESULT_MAGIC 0x31524645u /* "EFR1" */

/* A placeholder in the seccomp program that the child replaces by its own process id. */
#define EFFK_PID_PLACEHOLDER 0x3eff0b1du

struct EffkReady {
  uint32_t magic;
  uint32_t version; /* 1 */
  char text[248];   /* what the driver is: interpreter or compiler version; NUL-terminated */
};

struct EffkJobPacket {
  uint32_t magic;
  uint32_t descriptors; /* how many are attached */
};

/* Start of the job file; offsets from its start, sizes in bytes. */
struct EffkJob {
  uint32_t magic;
  uint32_t reserved;
  uint64_t filter_offset, filter_size;         /* struct sock_filter[] of the last filter; may be empty */
  uint64_t attributes_offset, attributes_size; /* struct perf_event_attr[]; may be empty */
  uint64_t arguments_offset, arguments_size;   /* a tuple in the binary form of values */
  uint64_t source_offset, source_size;         /* Python: the sample's text */
  uint64_t entry_offset, entry_size;           /* name of the entry point */
  uint64_t types_offset, types_size;           /* the result's type as text, "list[int]" */
};

struct EffkChildEnd {
  int32_t wait_status; /* as wait4 gives it */
  int32_t reserved;
  int64_t user_us, system_us;
  int64_t peak_resident_kib;
};

/* What the payload of the result file is. */
enum {
  EFFK_RESULT_VALUE = 1,     /* a value in binary form */
  EFFK_RESULT_EXCEPTION = 2, /* text: an exception left the sample */
  EFFK_RESULT_NO_MEMORY = 3, /* text: an allocation failure left the sample */
  EFFK_RESULT_NO_ENTRY = 4,  /* text: the sample has no entry point, or does not compile (Python) */
  EFFK_RESULT_BAD_TYPE = 5   /* text: the result cannot be expressed as a value */
};

/* Exit statuses of a child that could not get as far as mark 0. After it they mean nothing. */
enum {
  EFFK_EXIT_BAD_JOB = 64,   /* the job file or its descriptors are malformed */
  EFFK_EXIT_NO_EVENT = 65,  /* a perf event cannot be opened */
  EFFK_EXIT_NO_FILTER = 66, /* the kernel refused the seccomp program */
  EFFK_EXIT_NO_MARK = 67,   /* the mark socket is gone */
  EFFK_EXIT_NO_MEMORY = 68  /* too little memory for the arguments or the bytecode */
};

/* A result's payload is at most this; the supervisor also sets it as the limit of file size. */
#define EFFK_RESULT_LIMIT (64u << 20)

struct EffkResultHeader {
  uint32_t magic;
  uint32_t kind;
  uint64_t payload_size;
};

#endif
