/* The first process of the emulated machine: runs the program that the kernel's command line names behind `--`, prints
 * its exit status, and switches the machine off. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void run(char** arguments) {
  const pid_t child = fork();
  if (child == 0) {
    execv(arguments[0], arguments);
    perror(arguments[0]);
    _exit(127);
  }
  int status = 0;
  while (waitpid(child, &status, 0) != child) {
  }
  if (WIFSIGNALED(status)) printf("\nended by signal %d\n", WTERMSIG(status));
  printf("\nexit status %d\n", WIFEXITED(status) ? WEXITSTATUS(status) : 128);
}

int main(int count, char** arguments) {
  mount("proc", "/proc", "proc", 0, NULL);
  mount("sys", "/sys", "sysfs", 0, NULL);
  mount("dev", "/dev", "devtmpfs", 0, NULL);
  mount("tmp", "/tmp", "tmpfs", 0, NULL);
  setenv("HOME", "/tmp", 1);
  if (count > 1) run(arguments + 1);
  fflush(stdout);
  sync();
  reboot(RB_POWER_OFF);
}
