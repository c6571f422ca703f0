#include <algorithm>
#include <climits>
#include <cstdint>
#include <vector>

// Contribution of each element, counted when it leaves the stack: (reach to the left) * (reach to the right).
class MinimaSum {
public:
    explicit MinimaSum(int columns) : stack_(columns + 1) {}

    std::int64_t operator()(const std::vector<int>& v) {
        const int n = static_cast<int>(v.size());
        std::int64_t total = 0;
        int size = 0;
        for (int i = 0; i <= n; ++i) {
            const std::int64_t now = i < n ? v[i] : INT64_MIN;
            while (size > 0 && v[stack_[size - 1]] >= now) {
                const int mid = stack_[--size];
                const int left = size > 0 ? stack_[size - 1] : -1;
                total += static_cast<std::int64_t>(v[mid]) * (static_cast<std::int64_t>(mid - left) * (i - mid) % kMod) % kMod;
            }
            if (i < n) stack_[size++] = i;
        }
        return total % kMod;
    }

    static constexpr std::int64_t kMod = 1'000'000'007;

private:
    std::vector<int> stack_;
};

int sum_of_minima(std::vector<std::vector<int>>& table) {
    MinimaSum sum(static_cast<int>(table[0].size()));
    std::int64_t total = 0;
    for (auto top = table.begin(); top != table.end(); ++top) {
        std::vector<int> minima(*top);
        for (auto bottom = top; bottom != table.end(); ++bottom) {
            std::transform(minima.begin(), minima.end(), bottom->begin(), minima.begin(),
                           [](int a, int b) { return std::min(a, b); });
            total += sum(minima);
        }
    }
    total %= MinimaSum::kMod;
    return static_cast<int>((total + MinimaSum::kMod) % MinimaSum::kMod);
}
