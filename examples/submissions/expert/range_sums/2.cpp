#include <algorithm>
#include <cstdint>
#include <tuple>
#include <vector>

// An iterative segment tree of branching 2 over blocks of 16 values: the walks are four levels shorter, and a
// block is summed in a loop that the compiler can unroll.
namespace {

constexpr unsigned kBlock = 16;

class Sums {
public:
    explicit Sums(const std::vector<int>& values)
        : blocks_(static_cast<unsigned>(values.size()) / kBlock + 1), leaf_(blocks_ * kBlock), tree_(blocks_ + 1) {
        std::copy(values.begin(), values.end(), leaf_.begin());
        for (unsigned b = 0; b < blocks_; ++b) {
            int sum = 0;
            for (unsigned k = 0; k < kBlock; ++k) sum += leaf_[b * kBlock + k];
            tree_[b + 1] += sum;
            const unsigned up = (b + 1) + ((b + 1) & -(b + 1));
            if (up <= blocks_) tree_[up] += tree_[b + 1];
        }
    }

    void add(unsigned i, int delta) {
        leaf_[i] += delta;
        for (unsigned b = i / kBlock + 1; b <= blocks_; b += b & -b) tree_[b] += delta;
    }

    int prefix(unsigned end) const {
        int sum = 0;
        const unsigned block = end / kBlock;
        for (unsigned i = block * kBlock; i < end; ++i) sum += leaf_[i];
        for (unsigned b = block; b != 0; b &= b - 1) sum += tree_[b];
        return sum;
    }

private:
    unsigned blocks_;
    std::vector<int> leaf_;
    std::vector<int> tree_;
};

}  // namespace

long long range_sums(const std::vector<int>& values, const std::vector<std::tuple<int, int, int>>& operations,
                     int rounds) {
    const unsigned n = static_cast<unsigned>(values.size());
    Sums sums(values);
    long long state = 0;
    while (rounds-- > 0) {
        for (const auto& [kind, a, b] : operations) {
            const unsigned i = static_cast<unsigned>((a + state) % n);
            if (kind == 0) {
                sums.add(i, b);
                continue;
            }
            const unsigned j = static_cast<unsigned>((b + state) % n);
            const int answer = i <= j ? sums.prefix(j + 1) - sums.prefix(i) : sums.prefix(i + 1) - sums.prefix(j);
            state = (31 * state + answer) % 1000000007;
            if (state < 0) state += 1000000007;
        }
    }
    return state;
}
