// Sorts each window.
#include <algorithm>
#include <vector>

double mean_of_medians(const std::vector<int>& values, int width) {
  double sum = 0;
  for (std::size_t first = 0; first + width <= values.size(); ++first) {
    std::vector<int> window(values.begin() + first, values.begin() + first + width);
    std::sort(window.begin(), window.end());
    sum += (window[(width - 1) / 2] + window[width / 2]) / 2.0;
  }
  return sum / (values.size() - width + 1);
}
