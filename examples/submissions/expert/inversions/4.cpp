// Coordinate compression and a Fenwick tree.
#include <algorithm>
#include <vector>

long long count_inversions(const std::vector<int>& values) {
    std::vector<int> sorted(values);
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());

    const int m = static_cast<int>(sorted.size());
    std::vector<int> tree(m + 1, 0);
    long long inversions = 0;
    int seen = 0;
    for (const int v : values) {
        const int rank = static_cast<int>(std::lower_bound(sorted.begin(), sorted.end(), v) - sorted.begin()) + 1;
        int not_greater = 0;
        for (int i = rank; i > 0; i -= i & -i) not_greater += tree[i];
        inversions += seen - not_greater;
        for (int i = rank; i <= m; i += i & -i) ++tree[i];
        ++seen;
    }
    return inversions;
}
