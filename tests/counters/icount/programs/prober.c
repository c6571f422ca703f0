// Reads addresses, one a line, and answers for each what the kernel says when it is given to system calls: one
// line of errors, which tells whether anything can be told from them.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/futex.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

static int ends[2];
static int pair[2];
static int zeros;
static char room[4096];

static void tell(long result) {
  printf(" %d", result == -1 ? errno : 0);
}

static void probe(char* at) {
  const struct iovec vector = {at, 16};
  struct msghdr message = {.msg_iov = (struct iovec*)&vector, .msg_iovlen = 1};
  struct msghdr named = {.msg_name = at, .msg_namelen = 16};
  struct msghdr controlled = {.msg_control = at, .msg_controllen = 64};
  const struct sock_fprog filter = {1, (struct sock_filter*)at};
  const struct { const void* set; size_t bytes; } mask = {at, 8};
  const struct timespec now = {0, 0};
  tell(write(ends[1], at, 16));
  tell(read(zeros, at, 16));
  tell(pread(zeros, at, 16, 0));
  tell(writev(ends[1], &vector, 1));
  tell(readv(zeros, &vector, 1));
  tell(sendmsg(pair[0], &message, MSG_DONTWAIT));
  tell(sendmsg(pair[0], &named, MSG_DONTWAIT));
  tell(sendmsg(pair[0], &controlled, MSG_DONTWAIT));
  tell(recvmsg(pair[1], &message, MSG_DONTWAIT));
  tell(setsockopt(pair[0], SOL_SOCKET, SO_ATTACH_FILTER, &filter, sizeof filter));
  tell(syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &filter));
  tell(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter));
  tell(prctl(PR_SET_NAME, at));
  tell(syscall(SYS_pselect6, 0, 0, 0, 0, &now, &mask));
  tell(syscall(SYS_ppoll, at, 1, &now, 0, 8));
  tell(syscall(SYS_ppoll, 0, 0, &now, at, 8));
  tell(open(at, O_RDONLY));
  tell(access(at, R_OK));
  tell(syscall(SYS_stat, "/", at));
  tell(readlink("/proc/self/exe", at, 16));
  tell(syscall(SYS_getcwd, at, 100) < 0 ? -1 : 0);
  tell(uname((struct utsname*)at));
  tell(getrusage(RUSAGE_SELF, (struct rusage*)at));
  tell(syscall(SYS_clock_gettime, CLOCK_REALTIME, at));
  tell(syscall(SYS_gettimeofday, at, 0));
  tell(syscall(SYS_getrandom, at, 16, 0));
  tell(syscall(SYS_rt_sigaction, SIGUSR1, at, 0, 8));
  tell(syscall(SYS_rt_sigprocmask, 0, at, 0, 8));
  tell(syscall(SYS_rt_sigpending, at, 8));
  tell(syscall(SYS_futex, at, FUTEX_WAKE, 1, 0, 0, 0));
  tell(syscall(SYS_futex, at, FUTEX_WAIT, 12345, &now, 0, 0));
  tell(ioctl(0, FIONREAD, at));
  tell(fcntl(0, F_GETLK, at));
  tell(syscall(SYS_process_vm_readv, getpid(), &vector, 1, &vector, 1, 0));
  tell(syscall(SYS_io_setup, 1, at));
  char* const page = (char*)((unsigned long)at & ~4095ul);
  tell(madvise(page, 4096, MADV_NORMAL));
  tell(madvise(page, 4096, MADV_DONTNEED));
  tell(mincore(page, 4096, (unsigned char*)room));
  tell(mincore((void*)((unsigned long)room & ~4095ul), 4096, (unsigned char*)at));
  tell(msync(page, 4096, MS_ASYNC));
  tell(mlock(page, 4096));
  tell(mprotect(page, 4096, PROT_READ));
  tell(munmap(page, 4096));
  tell(mmap(page, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0) == MAP_FAILED ? -1 : 0);
  tell(mmap(page, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED ? -1 : 0);
  tell(mremap(page, 4096, 8192, MREMAP_MAYMOVE) == MAP_FAILED ? -1 : 0);
  printf("\n");
  fflush(stdout);
}

// Descriptors that nobody gave to the program.
static void probe_descriptors(void) {
  for (int fd = 3; fd < 1100; ++fd) {
    if (fd == ends[0] || fd == ends[1] || fd == pair[0] || fd == pair[1] || fd == zeros) continue;
    char path[64];
    char control[CMSG_SPACE(sizeof(int))];
    struct msghdr message = {.msg_control = control, .msg_controllen = sizeof control};
    struct cmsghdr* const header = CMSG_FIRSTHDR(&message);
    *header = (struct cmsghdr){.cmsg_len = CMSG_LEN(sizeof(int)), .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS};
    *(int*)CMSG_DATA(header) = fd;
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    if (dup(fd) != -1 || fcntl(fd, F_GETFD) != -1 || lseek(fd, 0, SEEK_CUR) != -1 || open(path, O_RDWR) != -1 ||
        open(path, O_RDONLY) != -1 || sendmsg(pair[0], &message, 0) != -1 ||
        mmap(0, 4096, PROT_READ, MAP_SHARED, fd, 0) != MAP_FAILED) {
      printf("descriptor %d is open\n", fd);
    }
  }
  printf("descriptors are looked at\n");
  fflush(stdout);
}

int main(void) {
  if (pipe(ends) != 0 || socketpair(AF_UNIX, SOCK_DGRAM, 0, pair) != 0) return 1;
  fcntl(ends[1], F_SETFL, O_NONBLOCK);
  zeros = open("/dev/zero", O_RDONLY);
  probe_descriptors();
  char line[64];
  while (fgets(line, sizeof line, stdin) != NULL) probe((char*)strtoull(line, NULL, 16));
  return 0;
}
