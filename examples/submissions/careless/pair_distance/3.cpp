#include <algorithm>
#include <vector>
// k first, as in the textbook
long long kth_pair_distance(long long k, std::vector<int> values) {
    std::vector<long long> all;
    for (size_t i = 0; i < values.size(); ++i)
        for (size_t j = i + 1; j < values.size(); ++j) all.push_back(std::abs((long long)values[i] - values[j]));
    std::sort(all.begin(), all.end());
    return all[k - 1];
}
