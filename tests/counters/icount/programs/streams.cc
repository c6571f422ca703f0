// Streams and regular expressions of the C++ library.
#include <iomanip>
#include <iostream>
#include <regex>
#include <sstream>
#include <string>

int main() {
  std::ostringstream out;
  for (int i = 0; i < 20; ++i)
    out << std::setw(4) << i << ' ' << std::hex << i * 37 << std::dec << ' ' << i / 7.0;
  std::istringstream in(out.str());
  std::string word;
  int words = 0;
  while (in >> word) ++words;
  const std::regex number("([0-9]+)\\.([0-9]+)");
  const std::string text = out.str();
  int found = 0;
  for (std::sregex_iterator at(text.begin(), text.end(), number), end; at != end; ++at)
    found += (*at)[2].length() > 2;
  std::cout << words << ' ' << found << ' ' << std::regex_replace(std::string("a1.5b"), number, "$2,$1")
            << std::endl;
  double value = 0;
  std::istringstream("not a number") >> value;
  std::cout << std::boolalpha << (value == 0) << '\n';
}
