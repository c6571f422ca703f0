#include <vector>
// n stations, then the connections
std::vector<std::vector<int>> critical_links(int n, std::vector<std::vector<int>>& connections) {
    std::vector<std::vector<int>> result;
    for (auto& c : connections) {
        int degree = 0;
        for (auto& d : connections)
            if (d[0] == c[0] || d[1] == c[0]) degree++;
        if (degree == 1) result.push_back(c);
    }
    return result;
}
