// What runs before main and after it, in which order.
#include <cstdio>
#include <cstdlib>

namespace {

struct Told {
  explicit Told(const char* n) : name(n) { std::printf("%s begins\n", name); }
  ~Told() { std::printf("%s ends\n", name); }
  const char* name;
};

const Told first("first");
const Told second("second");
thread_local const Told of_thread("thread's");

Told& inside() {
  static Told told("inside");
  return told;
}

__attribute__((constructor(200))) void early() {
  std::puts("early");
}
__attribute__((destructor)) void late() {
  std::puts("late");
}

}  // namespace

int main() {
  std::atexit([] { std::puts("registered first"); });
  inside();
  std::at_quick_exit([] { std::puts("never"); });
  std::atexit([] {
    std::puts("registered last");
    std::atexit([] { std::puts("registered while ending"); });
  });
  std::printf("%s\n", of_thread.name);
  std::exit(3);
}
