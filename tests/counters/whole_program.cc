// Programs whose whole run is counted by our tool and by callgrind: whole_program NAME.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

unsigned next_number(unsigned& x) {
  return x = x * 1664525U + 1013904223U;
}

unsigned loop() {
  unsigned sum = 0;
  for (unsigned i = 0; i < 100'000; ++i) sum = sum * 3 + (i & 5);
  return sum;
}

unsigned sort() {
  std::vector<unsigned> numbers(20'000);
  unsigned x = 1;
  for (unsigned& number : numbers) number = next_number(x);
  std::sort(numbers.begin(), numbers.end());
  return numbers[77];
}

unsigned strings() {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += std::to_string(i) + ",";
  std::size_t found = 0;
  for (const char* at = text.c_str(); (at = std::strchr(at, ',')) != nullptr; ++at) ++found;
  std::string copy(text.rbegin(), text.rend());
  return static_cast<unsigned>(
      found + copy.find("9,") + std::strlen(copy.c_str()) +
      static_cast<unsigned>(std::memcmp(copy.data(), text.data(), copy.size()) != 0));
}

unsigned exceptions() {
  unsigned caught = 0;
  for (int i = 0; i < 200; ++i) {
    try {
      if (i % 2 == 0) throw std::runtime_error("even");
      std::vector<int>().at(1);
    } catch (const std::exception& error) {
      caught += static_cast<unsigned>(error.what()[0]);
    }
  }
  return caught;
}

// Iterations of string instructions count one by one, and a loop may have none.
unsigned repetitions() {
  static char from[5000], to[5000];
  for (std::size_t length : {std::size_t{0}, std::size_t{1}, std::size_t{4999}}) {
    char* source = from;
    char* target = to;
    std::size_t count = length;
    asm volatile("rep movsb" : "+S"(source), "+D"(target), "+c"(count) : : "memory");
  }
  return static_cast<unsigned>(to[0]);
}

unsigned map() {
  std::unordered_map<unsigned, unsigned> counts;
  unsigned x = 1;
  for (int i = 0; i < 20'000; ++i) ++counts[next_number(x) >> 20];
  return static_cast<unsigned>(counts.size());
}

}  // namespace

int main(int argc, char** argv) {
  const std::string name = argc > 1 ? argv[1] : "";
  unsigned result = 0;
  if (name == "loop") result = loop();
  if (name == "sort") result = sort();
  if (name == "strings") result = strings();
  if (name == "exceptions") result = exceptions();
  if (name == "repetitions") result = repetitions();
  if (name == "map") result = map();
  std::printf("%u\n", result);
}
