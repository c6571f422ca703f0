// The textbook pair of search trees, the lower and the upper half of the window.
#include <set>
#include <vector>

double mean_of_medians(const std::vector<int>& values, int width) {
  std::multiset<int> lower, upper;
  const std::size_t in_lower = (width + 1) / 2;
  double sum = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (lower.empty() || values[i] <= *lower.rbegin())
      lower.insert(values[i]);
    else
      upper.insert(values[i]);
    if (i >= static_cast<std::size_t>(width)) {
      const int out = values[i - width];
      if (auto found = lower.find(out); found != lower.end())
        lower.erase(found);
      else
        upper.erase(upper.find(out));
    }
    while (lower.size() > in_lower) {
      upper.insert(*lower.rbegin());
      lower.erase(std::prev(lower.end()));
    }
    while (lower.size() < in_lower && !upper.empty()) {
      lower.insert(*upper.begin());
      upper.erase(upper.begin());
    }
    if (i + 1 >= static_cast<std::size_t>(width))
      sum += width % 2 ? *lower.rbegin() : (*lower.rbegin() + *upper.begin()) / 2.0;
  }
  return sum / (values.size() - width + 1);
}
