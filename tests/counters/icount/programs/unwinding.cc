// Exceptions: cleanup on the way, thrown again, thrown from a handler, kept, through a function that may not
// throw.
#include <cstdio>
#include <exception>
#include <stdexcept>
#include <string>

namespace {

int cleaned = 0;

struct Cleanup {
  explicit Cleanup(int n) : number(n) {}
  ~Cleanup() { cleaned += number; }
  int number;
};

int fall(int depth) {
  const Cleanup cleanup(depth);
  if (depth == 0) throw std::runtime_error("ground");
  try {
    return fall(depth - 1) + 1;
  } catch (const std::logic_error&) {
    return -1;
  }
}

int again(int times) {
  try {
    return times == 0 ? fall(3) : again(times - 1);
  } catch (...) {
    const Cleanup cleanup(100);
    throw;
  }
}

int another() {
  try {
    throw 5;
  } catch (int number) {
    try {
      throw std::out_of_range(std::to_string(number));
    } catch (const std::exception& error) {
      return static_cast<int>(error.what()[0]);
    }
  }
}

}  // namespace

int main() {
  int total = another();
  std::exception_ptr kept;
  try {
    total += again(2);
  } catch (const std::exception& error) {
    kept = std::current_exception();
    std::printf("%s\n", error.what());
  }
  try {
    std::rethrow_exception(kept);
  } catch (const std::runtime_error& error) {
    total += error.what()[1];
  }
  std::printf("%d %d %d\n", total, cleaned, std::uncaught_exceptions());
}
