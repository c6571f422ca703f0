// Takes the last of several longest stretches.
#include <string>
#include <utility>
#include <vector>

std::vector<std::pair<int, int>> longest_stretches(const std::string& text, const std::vector<int>& limits) {
  std::vector<std::pair<int, int>> answer;
  for (int limit : limits) {
    int counts[256] = {};
    int distinct = 0, first = 0, start = 0, length = 0;
    for (int end = 0; end < static_cast<int>(text.size()); ++end) {
      distinct += counts[static_cast<unsigned char>(text[end])]++ == 0;
      while (distinct > limit) distinct -= --counts[static_cast<unsigned char>(text[first++])] == 0;
      if (end >= first && end - first + 1 >= length) {
        length = end - first + 1;
        start = first;
      }
    }
    answer.emplace_back(start, length);
  }
  return answer;
}
