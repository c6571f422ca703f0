/* The step of program_child.h. No heap, and nothing left behind: what a program finds in its memory at mark 0
 * does not depend on its input. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "harness/toolchain/drivers/program_child.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "harness/toolchain/drivers/value_tags.h"

enum { kBeforeText = 10 }; /* tag and count of the tuple, tag and length of its str: a byte and a u32 each */

static _Noreturn void bad_job(void) {
  _exit(EFFK_EXIT_BAD_JOB);
}

static uint32_t number_at(const unsigned char* bytes) {
  uint32_t number;
  memcpy(&number, bytes, sizeof number);
  return number;
}

static struct EffkSpan text_of(struct EffkSpan arguments) {
  const unsigned char* bytes = arguments.data;
  if (arguments.size < kBeforeText || bytes[0] != EFFK_TAG_TUPLE || number_at(bytes + 1) != 1 ||
      bytes[5] != EFFK_TAG_STR || number_at(bytes + 6) != arguments.size - kBeforeText)
    bad_job();
  return (struct EffkSpan){bytes + kBeforeText, arguments.size - kBeforeText};
}

static void write_whole(int file, struct EffkSpan text) {
  while (text.size > 0) {
    const ssize_t done = write(file, text.data, text.size);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) _exit(EFFK_EXIT_NO_MEMORY);
    text.data += done;
    text.size -= (size_t)done;
  }
}

void effk_take_standard_streams(struct EffkSpan arguments) {
  if (dup2(STDIN_FILENO, STDERR_FILENO) < 0) bad_job();
  const int file = memfd_create("input", MFD_CLOEXEC);
  if (file < 0) _exit(EFFK_EXIT_NO_MEMORY);
  write_whole(file, text_of(arguments));
  /* Opened anew: at the start, and for reading alone; the last filter refuses to open it for writing. */
  char path[32];
  snprintf(path, sizeof path, "/proc/self/fd/%d", file);
  const int input = open(path, O_RDONLY);
  if (input < 0 || dup2(input, STDIN_FILENO) < 0) bad_job();
  close(input);
  close(file);
}
