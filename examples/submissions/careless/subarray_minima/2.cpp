#include <vector>
#include <algorithm>
int sum_of_minima(const std::vector<std::vector<int>>& table) {
    int sum = 0;
    for (auto& row : table) {
        for (size_t i = 0; i < row.size(); i++) {
            int m = row[i];
            for (size_t j = i; j < row.size(); j++) {
                m = std::min(m, row[j]);
                sum += m;
            }
        }
    }
    return sum % 1000000007;
}
