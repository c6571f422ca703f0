// Bytes that are not UTF-8.
#include <cstdio>

int main() {
  std::fwrite("\xff\xfe", 1, 2, stdout);
}
