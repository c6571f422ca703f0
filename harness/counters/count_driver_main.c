/* The main program of everything that CountDriver starts; see count_driver_protocol.h. */
#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "harness/counters/count_driver_protocol.h"

static void report(uint32_t says, int32_t number, int event) {
  struct EffkCountReport packet = {says, number};
  struct iovec part = {&packet, sizeof packet};
  union {
    struct cmsghdr align;
    char bytes[CMSG_SPACE(sizeof(int))];
  } control;
  struct msghdr message;
  memset(&message, 0, sizeof message);
  memset(&control, 0, sizeof control);
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  if (event >= 0) {
    struct cmsghdr* header = &control.align;
    message.msg_control = control.bytes;
    message.msg_controllen = sizeof control.bytes;
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(header), &event, sizeof event);
  }
  if (sendmsg(EFFK_COUNT_SOCKET, &message, MSG_NOSIGNAL) < 0) _exit(125);
}

static void wait_for_go(void) {
  char go;
  if (recv(EFFK_COUNT_SOCKET, &go, 1, 0) != 1) _exit(125);
}

void effk_wait_at_mark(void) {
  report(EFFK_SAYS_MARK, getpid(), -1);
  wait_for_go();
}

static void be_the_child(struct EffkCountJob* job) {
  int event = -1;
  if (job->attributes_size > 0) {
    event = (int)syscall(SYS_perf_event_open, job->attributes, 0, -1, -1, 8 /* PERF_FLAG_FD_CLOEXEC */);
    if (event < 0) {
      report(EFFK_SAYS_NO_EVENT, errno, -1);
      _exit(0);
    }
  }
  report(EFFK_SAYS_MARK, getpid(), event);
  if (event >= 0) close(event);
  wait_for_go();
  effk_do_work(job->work, job->argument);
  _exit(0);
}

int main(void) {
  struct EffkCountJob job;
  while (recv(EFFK_COUNT_SOCKET, &job, sizeof job, 0) == (ssize_t)sizeof job) {
    int status = 0;
    const pid_t child = fork();
    if (child == 0) be_the_child(&job);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    report(EFFK_SAYS_END, status, -1);
  }
  return 0;
}
