#include <string>
#include <vector>
#include <stdexcept>
std::vector<std::pair<int, int>> longest_stretches(const std::string& text, const std::vector<int>& limits) {
  std::vector<std::pair<int, int>> result;
  if (text.empty()) throw std::invalid_argument("text must not be empty");
  for (int k : limits) {
    if (k < 1 || k > 26) throw std::invalid_argument("bad limit");
    int count[26] = {}, distinct = 0, left = 0, best = 0, start = 0;
    for (int right = 0; right < (int)text.size(); ++right) {
      if (++count[text[right] - 'a'] == 1) ++distinct;
      while (distinct > k) if (--count[text[left++] - 'a'] == 0) --distinct;
      if (right - left + 1 > best) { best = right - left + 1; start = left; }
    }
    result.push_back({start, best});
  }
  return result;
}
