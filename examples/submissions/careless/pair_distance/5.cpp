#include <stdexcept>
#include <vector>
#include <algorithm>

long long kth_pair_distance(const std::vector<int>& values, long long k) {
    std::vector<int> v = values;
    std::sort(v.begin(), v.end());
    std::vector<long long> gaps;
    for (size_t i = 1; i < v.size(); i++) gaps.push_back((long long)v[i] - v[i - 1]);
    std::sort(gaps.begin(), gaps.end());
    return gaps.at(k - 1);  // throws when k is larger than the number of gaps
}
