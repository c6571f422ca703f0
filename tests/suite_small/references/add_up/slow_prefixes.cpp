// Adds up every prefix anew.
#include <vector>

long long add_up(const std::vector<long long>& values) {
  long long sum = 0;
  for (std::size_t end = 0; end <= values.size(); ++end) {
    sum = 0;
    for (std::size_t i = 0; i < end; ++i) sum = (sum + values[i] * values[i]) % 1000003;
  }
  return sum;
}
