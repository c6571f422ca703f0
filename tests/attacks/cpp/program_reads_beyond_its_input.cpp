// Waits for more where there is no more.
#include <unistd.h>

int main() {
  char letter;
  for (int rest = 1; rest > 0;) rest -= read(0, &letter, 1) == 0 ? 0 : 0;
}
