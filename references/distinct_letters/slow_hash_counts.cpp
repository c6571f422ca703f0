// The textbook window with the letters' counts in a hash table.
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

std::vector<std::pair<int, int>> longest_stretches(std::string text, std::vector<int> limits) {
  std::vector<std::pair<int, int>> answer;
  for (int limit : limits) {
    std::unordered_map<char, int> counts;
    int first = 0, start = 0, length = 0;
    for (int end = 0; end < static_cast<int>(text.size()); ++end) {
      ++counts[text[end]];
      while (static_cast<int>(counts.size()) > limit) {
        if (--counts[text[first]] == 0) counts.erase(text[first]);
        ++first;
      }
      if (end - first + 1 > length) {
        length = end - first + 1;
        start = first;
      }
    }
    answer.emplace_back(start, length);
  }
  return answer;
}
