// The encoding is charged to the sample, and ends at the limit of output.
#include <utility>
#include <vector>

std::vector<std::pair<long long, long long>> pick_pairs(const std::vector<std::pair<long long, long long>>&) { return std::vector<std::pair<long long, long long>>(250000); }
