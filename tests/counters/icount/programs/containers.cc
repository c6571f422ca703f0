// Containers, sorting, searching, strings of the C++ library.
#include <algorithm>
#include <cstdio>
#include <deque>
#include <list>
#include <map>
#include <numeric>
#include <queue>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

int main() {
  std::vector<unsigned> numbers(400);
  unsigned seed = 1;
  for (unsigned& number : numbers) number = (seed = seed * 1664525U + 1013904223U) >> 4;
  std::vector<unsigned> sorted = numbers;
  std::sort(sorted.begin(), sorted.end());
  std::stable_sort(numbers.begin(), numbers.end(), [](unsigned a, unsigned b) { return a % 17 < b % 17; });
  std::map<unsigned, int> tree;
  std::unordered_map<std::string, int> table;
  std::set<unsigned> few;
  for (unsigned number : numbers) {
    ++tree[number % 91];
    ++table[std::to_string(number % 53) + " is the rest of the division by fifty-three"];
    few.insert(number % 7);
  }
  for (unsigned i = 0; i < 30; ++i) tree.erase(i * 2);
  std::priority_queue<unsigned> queue(numbers.begin(), numbers.begin() + 100);
  std::deque<unsigned> both;
  std::list<unsigned> chain;
  while (!queue.empty()) {
    both.push_front(queue.top());
    chain.push_back(queue.top() & 15);
    queue.pop();
  }
  chain.sort();
  chain.unique();
  std::string text;
  for (const auto& [key, count] : tree) text += std::to_string(key) + ':' + std::to_string(count) + ';';
  std::reverse(text.begin(), text.end());
  std::printf("%u %zu %zu %zu %zu %u %zu %u\n", sorted[200], tree.size(), table.size(), few.size(),
              chain.size(), both.front(), text.find("12;"),
              std::accumulate(numbers.begin(), numbers.end(), 0U));
}
