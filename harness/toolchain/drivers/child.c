/* The steps of child.h. Everything lives in static storage or on the stack.
 *
 * The order before mark 0 is forced: perf events are sent with sendmsg(), which the last filter forbids, so
 * they go first; the job is unmapped and every spare descriptor closed while munmap and close are still ours;
 * the filter comes last, and what follows it is one write() and one read().
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "harness/toolchain/drivers/child.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/perf_event.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
  kExitBrokenProtocol = 70,
  kFirstSpareFd = EFFK_SOLUTION_FD + 1,
  kParkedFd = 16 /* above every fixed number and above what recvmsg() hands out */
};

/* Where to map a job. A mapping at the kernel's choice would lie where the sample's own memory comes next,
 * and since a job holds the source, the length of the source would move every later address, which counts see
 * through hash tables. Only a wish: where the place is taken the kernel chooses. */
#define JOB_ADDRESS ((void*)0x50000000000)

static struct {
  const unsigned char* bytes;
  size_t size;
  int has_solution, events, codec_fd;
  struct perf_event_attr attributes; /* of the event that is being opened: there is room for no more */
  unsigned short filter_length;
  struct sock_filter filter[BPF_MAXINSNS];
} child;

static _Noreturn void broken_protocol(const char* what) {
  fprintf(stderr, "effk driver: %s: %s\n", what, strerror(errno));
  _exit(kExitBrokenProtocol);
}

/* ---- the driver ---- */

void effk_say_ready(const char* text) {
  struct EffkReady ready;
  memset(&ready, 0, sizeof ready);
  ready.magic = EFFK_READY_MAGIC;
  ready.version = 1;
  strncpy(ready.text, text, sizeof ready.text - 1);
  if (send(EFFK_CONTROL_FD, &ready, sizeof ready, MSG_NOSIGNAL) != (ssize_t)sizeof ready)
    broken_protocol("cannot say ready");
}

/* Returns how many descriptors came with the next job; -1 when the supervisor has closed the socket. */
static int receive_job(int descriptors[EFFK_JOB_DESCRIPTORS_MAX]) {
  struct EffkJobPacket packet;
  union {
    struct cmsghdr align;
    char bytes[CMSG_SPACE(sizeof(int) * EFFK_JOB_DESCRIPTORS_MAX)];
  } control;
  struct iovec part = {&packet, sizeof packet};
  struct msghdr message;
  memset(&packet, 0, sizeof packet);
  memset(&control, 0, sizeof control);
  memset(&message, 0, sizeof message);
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = &control;
  message.msg_controllen = sizeof control;
  ssize_t got;
  do got = recvmsg(EFFK_CONTROL_FD, &message, MSG_CMSG_CLOEXEC);
  while (got < 0 && errno == EINTR);
  if (got == 0 || (got < 0 && errno == ECONNRESET)) return -1;
  if (got < 0) broken_protocol("cannot receive a job");

  int count = 0;
  const struct cmsghdr* attached = CMSG_FIRSTHDR(&message);
  if (attached && attached->cmsg_level == SOL_SOCKET && attached->cmsg_type == SCM_RIGHTS) {
    count = (int)((attached->cmsg_len - CMSG_LEN(0)) / sizeof(int));
    memcpy(descriptors, CMSG_DATA(attached), (size_t)count * sizeof(int));
  }
  errno = EPROTO;
  if (got != (ssize_t)sizeof packet || packet.magic != EFFK_JOB_MAGIC) broken_protocol("not a job packet");
  if ((message.msg_flags & (MSG_CTRUNC | MSG_TRUNC)) || packet.descriptors != (uint32_t)count ||
      (count != EFFK_JOB_CODEC && count != EFFK_JOB_DESCRIPTORS_MAX))
    broken_protocol("a job needs 4 or 6 descriptors");
  return count;
}

static void report_end(pid_t pid) {
  struct rusage used;
  int status;
  pid_t ended;
  memset(&used, 0, sizeof used);
  do ended = wait4(pid, &status, 0, &used);
  while (ended < 0 && errno == EINTR);
  if (ended != pid) broken_protocol("cannot wait for the child");
  struct EffkChildEnd end;
  memset(&end, 0, sizeof end);
  end.wait_status = status;
  end.user_us = (int64_t)used.ru_utime.tv_sec * 1000000 + used.ru_utime.tv_usec;
  end.system_us = (int64_t)used.ru_stime.tv_sec * 1000000 + used.ru_stime.tv_usec;
  end.peak_resident_kib = used.ru_maxrss;
  if (send(EFFK_CONTROL_FD, &end, sizeof end, MSG_NOSIGNAL) < 0) {
    if (errno == EPIPE || errno == ECONNRESET) _exit(0);
    broken_protocol("cannot report the child's end");
  }
}

/* ---- the child, before mark 0 ---- */

static _Noreturn void bad_job(void) {
  _exit(EFFK_EXIT_BAD_JOB);
}

static int park(int fd) {
  int parked = fcntl(fd, F_DUPFD_CLOEXEC, kParkedFd);
  if (parked < 0) bad_job();
  close(fd);
  return parked;
}

static void place(int parked, int number, int flags) {
  if (dup3(parked, number, flags) < 0) bad_job();
  close(parked);
}

static void close_from(int first) {
  if (syscall(SYS_close_range, first, ~0U, 0) == 0) return;
  /* Kernels and instruments that do not know the call. */
  for (int fd = first; fd < 1024; ++fd) close(fd);
}

/* Moves the descriptors to their fixed numbers and maps the job file. */
static void take_descriptors(int* fd, int count) {
  close(EFFK_CONTROL_FD);
  /* First out of the way: a descriptor may have arrived under another's fixed number. */
  for (int i = 0; i < count; ++i) fd[i] = park(fd[i]);
  if (dup2(fd[EFFK_JOB_OUTPUT], STDERR_FILENO) < 0) bad_job();
  place(fd[EFFK_JOB_OUTPUT], EFFK_OUTPUT_FD, 0);
  place(fd[EFFK_JOB_MARKS], EFFK_MARK_FD, O_CLOEXEC);
  place(fd[EFFK_JOB_RESULT], EFFK_RESULT_FD, O_CLOEXEC);
  child.has_solution = count == EFFK_JOB_DESCRIPTORS_MAX;
  child.codec_fd = -1;
  if (child.has_solution) {
    place(fd[EFFK_JOB_SOLUTION], EFFK_SOLUTION_FD, O_CLOEXEC);
    child.codec_fd = fd[EFFK_JOB_CODEC];
  }
  struct stat file;
  if (fstat(fd[EFFK_JOB_FILE], &file) < 0 || file.st_size < (off_t)sizeof(struct EffkJob)) bad_job();
  child.size = (size_t)file.st_size;
  void* bytes = mmap(JOB_ADDRESS, child.size, PROT_READ, MAP_PRIVATE, fd[EFFK_JOB_FILE], 0);
  if (bytes == MAP_FAILED) bad_job();
  child.bytes = bytes;
  close(fd[EFFK_JOB_FILE]);
}

static struct EffkSpan span(uint64_t offset, uint64_t size) {
  if (offset > child.size || size > child.size - offset) bad_job();
  return (struct EffkSpan){child.bytes + offset, (size_t)size};
}

static void read_filter(struct EffkSpan text) {
  if (text.size % sizeof child.filter[0] != 0 || text.size > sizeof child.filter) bad_job();
  memcpy(child.filter, text.data, text.size);
  child.filter_length = (unsigned short)(text.size / sizeof child.filter[0]);
  const uint32_t pid = (uint32_t)getpid();
  for (int i = 0; i < child.filter_length; ++i)
    if (child.filter[i].k == EFFK_PID_PLACEHOLDER) child.filter[i].k = pid;
}

/* They stay where they are, in the job, until they are opened one by one: static storage of the driver's
 * would move what lies behind it, and counts with it. */
static void count_attributes(struct EffkSpan text) {
  if (text.size % sizeof child.attributes != 0) bad_job();
  child.events = (int)(text.size / sizeof child.attributes);
}

static void read_job(struct EffkOpenJob* job) {
  struct EffkJob header;
  memcpy(&header, child.bytes, sizeof header);
  if (header.magic != EFFK_JOB_MAGIC) bad_job();
  read_filter(span(header.filter_offset, header.filter_size));
  count_attributes(span(header.attributes_offset, header.attributes_size));
  job->arguments = span(header.arguments_offset, header.arguments_size);
  job->source = span(header.source_offset, header.source_size);
  job->entry = span(header.entry_offset, header.entry_size);
  job->types = span(header.types_offset, header.types_size);
  job->codec_fd = child.codec_fd;
}

/* CPython ignores SIGXFSZ and SIGPIPE and catches SIGINT. A sample that writes beyond its limit must die of
 * it. */
static void restore_signals(void) {
  signal(SIGXFSZ, SIG_DFL);
  signal(SIGPIPE, SIG_DFL);
  signal(SIGINT, SIG_DFL);
}

static void send_event(const unsigned char* attributes) {
  memcpy(&child.attributes, attributes, sizeof child.attributes);
  const int event = (int)syscall(SYS_perf_event_open, &child.attributes, 0, -1, -1, PERF_FLAG_FD_CLOEXEC);
  if (event < 0) _exit(EFFK_EXIT_NO_EVENT);
  char mark = EFFK_MARK_EVENT;
  union {
    struct cmsghdr align;
    char bytes[CMSG_SPACE(sizeof(int))];
  } control;
  struct iovec part = {&mark, 1};
  struct msghdr message;
  memset(&control, 0, sizeof control);
  memset(&message, 0, sizeof message);
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = &control;
  message.msg_controllen = sizeof control;
  struct cmsghdr* attached = CMSG_FIRSTHDR(&message);
  attached->cmsg_level = SOL_SOCKET;
  attached->cmsg_type = SCM_RIGHTS;
  attached->cmsg_len = CMSG_LEN(sizeof event);
  memcpy(CMSG_DATA(attached), &event, sizeof event);
  if (sendmsg(EFFK_MARK_FD, &message, MSG_NOSIGNAL) != 1) _exit(EFFK_EXIT_NO_MARK);
  close(event);
}

/* Kept out of the function that crosses mark 0: what the compiler saves for it there would be restored behind
 * the mark, and counted. */
static __attribute__((noinline)) void send_events(void) {
  struct EffkJob header;
  memcpy(&header, child.bytes, sizeof header);
  const unsigned char* attributes = child.bytes + header.attributes_offset;
  for (int i = 0; i < child.events; ++i) send_event(attributes + (size_t)i * sizeof child.attributes);
}

static void install_filter(void) {
  const struct sock_fprog program = {child.filter_length, child.filter};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0 || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) < 0)
    _exit(EFFK_EXIT_NO_FILTER);
}

static char exchange(char mark) {
  ssize_t done;
  do done = write(EFFK_MARK_FD, &mark, 1);
  while (done < 0 && errno == EINTR);
  if (done != 1) _exit(EFFK_EXIT_NO_MARK);
  char answer;
  do done = read(EFFK_MARK_FD, &answer, 1);
  while (done < 0 && errno == EINTR);
  if (done != 1) _exit(EFFK_EXIT_NO_MARK);
  return answer;
}

void effk_cross_mark_zero(void) {
  if (child.events > 0) send_events();
  munmap((void*)child.bytes, child.size);
  close_from(child.has_solution ? kFirstSpareFd : EFFK_SOLUTION_FD);
  if (child.filter_length > 0) install_filter();
  /* The process id in the filter differs from child to child; nothing else here does. */
  memset(&child, 0, sizeof child);
  if (exchange(EFFK_MARK_START) != EFFK_GO) _exit(0);
}

/* ---- the child, after mark 0 ---- */

void effk_mark(char mark) {
  if (exchange(mark) != EFFK_GO) _exit(0);
}

static void write_whole(const void* data, size_t size) {
  const char* next = data;
  while (size > 0) {
    const ssize_t done = write(EFFK_RESULT_FD, next, size);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) _exit(0); /* a result cut short is judged by who reads it */
    next += done;
    size -= (size_t)done;
  }
}

void effk_leave_result(uint32_t kind, const void* payload, size_t size) {
  const struct EffkResultHeader header = {EFFK_RESULT_MAGIC, kind, size};
  write_whole(&header, sizeof header);
  write_whole(payload, size);
  _exit(0);
}

void effk_leave_too_much(void) {
  static const char zeros[1 << 16];
  for (size_t size = 0; size <= EFFK_RESULT_LIMIT; size += sizeof zeros) write_whole(zeros, sizeof zeros);
  _exit(0);
}

/* ---- the loop ---- */

void effk_serve(void (*run_child)(const struct EffkOpenJob* job)) {
  /* A child is of the same user, and may be granted parts of /proc: the driver's memory is not among them. */
  prctl(PR_SET_DUMPABLE, 0);
  for (;;) {
    int descriptors[EFFK_JOB_DESCRIPTORS_MAX];
    const int count = receive_job(descriptors);
    if (count < 0) _exit(0);
    const pid_t pid = fork();
    if (pid < 0) broken_protocol("cannot fork");
    if (pid == 0) {
      struct EffkOpenJob job;
      prctl(PR_SET_PDEATHSIG, SIGKILL);
      restore_signals();
      take_descriptors(descriptors, count);
      read_job(&job);
      run_child(&job);
      _exit(0);
    }
    for (int i = 0; i < count; ++i) close(descriptors[i]);
    report_end(pid);
  }
}
