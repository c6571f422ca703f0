#include <algorithm>
#include <optional>
#include <string>
#include <vector>

// Ukkonen's diagonals with sentinels at both ends, so the inner loop has no bounds to check.
std::optional<int> edit_within(std::string a, std::string b, int k) {
    const int n = static_cast<int>(a.size());
    const int target = static_cast<int>(b.size()) - n;
    if (std::abs(target) > k) return std::nullopt;
    a.append(static_cast<std::size_t>(k) + 2, '#');
    b.insert(0, static_cast<std::size_t>(k) + 2, '$');
    b.append(static_cast<std::size_t>(k) + 2, '$');
    const char* const x = a.data();
    const char* const y = b.data() + k + 2;

    std::vector<int> memory(2 * static_cast<std::size_t>(k) + 5, -1'000'000);
    int* const far = memory.data() + k + 2;
    int i = 0;
    while (x[i] == y[i]) ++i;
    far[0] = i;
    if (target == 0 && i >= n) return 0;
    for (int e = 1; e <= k; ++e) {
        const int slack = k - e;
        const int first = std::max(-e, target - slack), last = std::min(e, target + slack);
        int lower = far[first - 1], same = far[first];
        for (int d = first; d <= last; ++d) {
            const int upper = far[d + 1];
            i = std::max(std::max(same, upper) + 1, lower);
            const char* const z = y + d;
            while (x[i] == z[i]) ++i;
            far[d] = i;
            lower = same;
            same = upper;
        }
        if (first <= target && target <= last && far[target] >= n) return e;
    }
    return std::nullopt;
}
