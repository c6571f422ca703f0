// Takes the upper one of two middle values.
#include <set>
#include <vector>

double mean_of_medians(const std::vector<int>& values, int width) {
  std::multiset<int> window(values.begin(), values.begin() + width);
  auto middle = std::next(window.begin(), width / 2);
  double sum = *middle;
  for (std::size_t i = width; i < values.size(); ++i) {
    window.insert(values[i]);
    if (values[i] < *middle) --middle;
    if (values[i - width] <= *middle) ++middle;
    window.erase(window.lower_bound(values[i - width]));
    sum += *middle;
  }
  return sum / (values.size() - width + 1);
}
