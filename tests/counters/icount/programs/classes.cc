// Virtual bases, casts across a hierarchy, types at run time, pointers to members.
#include <cstdio>
#include <cstring>
#include <memory>
#include <typeinfo>
#include <vector>

namespace {

struct Base {
  virtual ~Base() = default;
  virtual int number() const { return 1; }
  int field = 2;
};
struct Left : virtual Base {
  int number() const override { return 3 + field; }
};
struct Right : virtual Base {
  virtual int other() const { return 5; }
};
struct Bottom final : Left, Right {
  int number() const override { return Left::number() * 2; }
  int other() const override { return 7; }
};

int ask(Base& base, int (Base::*question)() const) {
  int total = (base.*question)();
  if (const auto* right = dynamic_cast<Right*>(&base)) total += right->other();
  if (const auto* left = dynamic_cast<Left*>(&base)) total += left->field;
  if (dynamic_cast<void*>(&base) != static_cast<void*>(&base)) total += 1000;
  try {
    total += dynamic_cast<Bottom&>(base).field;
  } catch (const std::bad_cast&) {
    total += 100;
  }
  return total + static_cast<int>(std::strlen(typeid(base).name()));
}

}  // namespace

int main() {
  std::vector<std::unique_ptr<Base>> all;
  for (int i = 0; i < 4; ++i) {
    all.push_back(std::make_unique<Base>());
    all.push_back(std::make_unique<Left>());
    all.push_back(std::make_unique<Right>());
    all.push_back(std::make_unique<Bottom>());
  }
  all.resize(4);
  int total = 0;
  for (const auto& one : all) total += ask(*one, &Base::number);
  std::printf("%d\n", total);
}
