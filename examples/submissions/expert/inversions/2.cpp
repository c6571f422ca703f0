#include <array>
#include <cstdint>
#include <numeric>
#include <vector>

namespace {

// LSD radix sort of (key, position); two passes of 16 bits.
void sort_by_value(const std::vector<int>& values, std::vector<std::uint32_t>& order) {
    const std::size_t n = values.size();
    std::vector<std::uint32_t> lo(1 << 16), hi(1 << 16), first(n);
    for (int v : values) {
        const auto key = static_cast<std::uint32_t>(v) + 0x80000000u;
        ++lo[key & 0xffff];
        ++hi[key >> 16];
    }
    std::exclusive_scan(lo.begin(), lo.end(), lo.begin(), 0u);
    std::exclusive_scan(hi.begin(), hi.end(), hi.begin(), 0u);
    for (std::size_t i = 0; i < n; ++i) {
        const auto key = static_cast<std::uint32_t>(values[i]) + 0x80000000u;
        first[lo[key & 0xffff]++] = static_cast<std::uint32_t>(i);
    }
    for (const std::uint32_t i : first) {
        const auto key = static_cast<std::uint32_t>(values[i]) + 0x80000000u;
        order[hi[key >> 16]++] = i;
    }
}

}  // namespace

std::int64_t count_inversions(const std::vector<int>& values) {
    const std::size_t n = values.size();
    if (n < 2) return 0;
    std::vector<std::uint32_t> order(n);
    sort_by_value(values, order);

    // Fenwick tree over blocks of 32 positions, bitmask inside a block.
    const std::size_t blocks = n / 32 + 1;
    std::vector<std::uint32_t> tree(blocks + 1), mask(blocks);
    std::int64_t in_order = 0;
    for (const std::uint32_t p : order) {
        const std::uint32_t block = p >> 5, bit = p & 31;
        in_order += __builtin_popcount(mask[block] & ((1u << bit) - 1));
        mask[block] |= 1u << bit;
        for (std::uint32_t i = block; i > 0; i &= i - 1) in_order += tree[i];
        for (std::uint32_t i = block + 1; i <= blocks; i += i & -i) ++tree[i];
    }
    return static_cast<std::int64_t>(n) * (static_cast<std::int64_t>(n) - 1) / 2 - in_order;
}
