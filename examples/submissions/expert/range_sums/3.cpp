#include <cstdint>
#include <tuple>
#include <vector>

using Operation = std::tuple<int, int, int>;

std::int64_t range_sums(std::vector<int>& values, const std::vector<Operation>& operations, int rounds) {
    constexpr std::int64_t kMod = 1'000'000'007;
    const auto n = static_cast<std::uint32_t>(values.size());
    std::vector<int>& t = values;  // turned into a 0-based Fenwick tree in place
    for (std::uint32_t i = 0; i < n; ++i)
        if (const std::uint32_t parent = i | (i + 1); parent < n) t[parent] += t[i];

    const auto prefix = [&t](std::int64_t i) {  // sum of [0, i]
        std::int64_t s = 0;
        for (; i >= 0; i = (i & (i + 1)) - 1) s += t[i];
        return s;
    };

    std::int64_t state = 0;
    for (int round = 0; round != rounds; ++round)
        for (const Operation& op : operations) {
            const auto kind = std::get<0>(op), b = std::get<2>(op);
            std::uint32_t i = static_cast<std::uint32_t>(std::get<1>(op) + state) % n;
            if (kind) {
                std::uint32_t j = static_cast<std::uint32_t>(b + state) % n;
                const std::int64_t s = i <= j ? prefix(j) - prefix(std::int64_t{i} - 1)
                                              : prefix(i) - prefix(std::int64_t{j} - 1);
                state = ((31 * state + s) % kMod + kMod) % kMod;
            } else {
                for (; i < n; i |= i + 1) t[i] += b;
            }
        }
    return state;
}
