// Compares the letters anew for each question.
#include <string>
#include <tuple>
#include <vector>

int count_periodic_prefixes(const std::string& text, const std::vector<std::tuple<int, int>>& queries, bool whole) {
  int count = 0;
  for (const auto& [length, period] : queries) {
    int i = 0;
    while (i + period < length && text[i] == text[i + period]) ++i;
    if (i + period >= length && (!whole || length % period == 0)) ++count;
  }
  return count;
}
