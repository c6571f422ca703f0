// Children, theirs, what they say and how they end.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int work(int n) {
  int total = 0;
  for (int i = 0; i < n; i++) total = (total * 7 + i) % 1001;
  return total;
}

int main(void) {
  int pipe_ends[2];
  if (pipe(pipe_ends) != 0) return 1;
  long total = 0;
  for (int i = 0; i < 3; i++) {
    const pid_t child = fork();
    if (child == 0) {
      char text[32];
      const int mine = work(100 * i);
      const pid_t grandchild = i == 1 ? fork() : -1;
      if (grandchild == 0) _exit(work(50) & 7);
      int status = 0;
      if (grandchild > 0) waitpid(grandchild, &status, 0);
      snprintf(text, sizeof text, "%7d", mine + WEXITSTATUS(status));
      if (write(pipe_ends[1], text, 7) != 7) _exit(9);
      if (i == 2) abort();
      exit(i);
    }
    int status = 0;
    waitpid(child, &status, 0);
    total = total * 10 + (WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status));
    char text[8] = {0};
    if (read(pipe_ends[0], text, 7) != 7) return 2;
    total = total * 1000 + strtol(text, NULL, 10);
  }
  printf("%ld\n", total);
  return 0;
}
