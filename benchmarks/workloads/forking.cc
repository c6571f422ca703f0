// A warm parent that forks children one after the other, as a driver does: forking NUMBER nothing|little
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

// Some tens of thousands of instructions that the parent has run before.
bool little() {
  std::vector<unsigned> numbers(500);
  std::unordered_map<unsigned, std::string> texts;
  unsigned x = 1;
  for (unsigned& number : numbers) number = x = x * 1664525U + 1013904223U;
  std::sort(numbers.begin(), numbers.end());
  for (const unsigned number : numbers) texts[number >> 24] += std::to_string(number);
  return texts.size() > 100;
}

}  // namespace

int main(int argc, char** argv) {
  const int children = argc > 1 ? std::atoi(argv[1]) : 0;
  const bool works = argc > 2 && argv[2] == std::string("little");
  for (int i = 0; i < 1000; ++i) {
    if (!little()) return 1;
  }
  for (int i = 0; i < children; ++i) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(!works || little() ? 0 : 1);
    int status = 0;
    if (::waitpid(child, &status, 0) != child || status != 0) return 1;
  }
}
