// Exceptions through frames with destructors, thread-local storage, virtual calls, containers.
#include <cstdio>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

thread_local int offset = 5;

struct Shape {
  virtual ~Shape() = default;
  virtual long area(long x) const { return x; }
};
struct Square : Shape {
  long area(long x) const override { return x * x; }
};

int check(int x) {
  const std::string text(static_cast<std::size_t>(x % 40), 'a');
  if (x % 7 == 0) throw std::runtime_error(text);
  return x + offset;
}

}  // namespace

int main() {
  long total = 0;
  std::map<int, std::string> names;
  for (int i = 0; i < 60; ++i) names[i * 37 % 61] = std::to_string(i);
  for (const auto& [key, name] : names) total += key * static_cast<long>(name.size());
  for (int i = 0; i < 15; ++i) {
    try {
      total += check(i);
    } catch (const std::exception& error) {
      total += 1000 + static_cast<long>(std::string(error.what()).size());
    }
  }
  std::vector<std::unique_ptr<Shape>> shapes;
  for (int i = 0; i < 20; ++i) {
    if (i % 3 == 0) {
      shapes.push_back(std::make_unique<Shape>());
    } else {
      shapes.push_back(std::make_unique<Square>());
    }
  }
  for (const auto& shape : shapes) total += shape->area(total % 100);
  std::printf("%ld\n", total);
}
