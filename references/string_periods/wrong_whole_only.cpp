// Repeats the first letters and demands that the repetition ends with the prefix, whatever `whole` says.
#include <string>
#include <utility>
#include <vector>

int count_periodic_prefixes(const std::string& text, const std::vector<std::pair<int, int>>& queries, bool whole) {
  int count = 0;
  (void)whole;
  for (const auto& [length, period] : queries) {
    if (length % period != 0) continue;
    bool same = true;
    for (int i = period; same && i < length; ++i) same = text[i] == text[i - period];
    count += same;
  }
  return count;
}
