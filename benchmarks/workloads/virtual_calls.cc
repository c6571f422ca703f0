// Indirect calls to changing targets, and deep recursion: calls and returns are what translation makes dear.
#include <cstdint>
#include <memory>
#include <vector>

namespace {

struct Shape {
  virtual ~Shape() = default;
  virtual std::uint64_t grow(std::uint64_t by) = 0;
};

template <std::uint64_t Factor>
struct Grows : Shape {
  std::uint64_t size = Factor;
  std::uint64_t grow(std::uint64_t by) override { return size = size * Factor + by; }
};

[[gnu::noinline]] std::uint64_t fibonacci(unsigned n) {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

}  // namespace

int main() {
  std::vector<std::unique_ptr<Shape>> shapes;
  std::uint32_t x = 1;
  for (int i = 0; i < 1000; ++i) {
    x = x * 1664525U + 1013904223U;
    switch (x >> 30) {
      case 0:
        shapes.push_back(std::make_unique<Grows<3>>());
        break;
      case 1:
        shapes.push_back(std::make_unique<Grows<5>>());
        break;
      case 2:
        shapes.push_back(std::make_unique<Grows<7>>());
        break;
      default:
        shapes.push_back(std::make_unique<Grows<9>>());
    }
  }
  std::uint64_t sum = 0;
  for (int round = 0; round < 20'000; ++round) {
    for (const auto& shape : shapes) sum += shape->grow(static_cast<std::uint64_t>(round));
  }
  return fibonacci(35) == 9227465 && sum != 0 ? 0 : 1;
}
