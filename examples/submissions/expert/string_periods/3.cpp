#include <cstdint>
#include <string>
#include <utility>
#include <vector>

// Polynomial hashes modulo 2^61 - 1: has period p <=> prefix of l - p equals the substring from p.
namespace {

constexpr std::uint64_t kMod = (std::uint64_t{1} << 61) - 1;

std::uint64_t mul(std::uint64_t a, std::uint64_t b) {
    const unsigned __int128 t = static_cast<unsigned __int128>(a) * b;
    const std::uint64_t r = static_cast<std::uint64_t>(t & kMod) + static_cast<std::uint64_t>(t >> 61);
    return r >= kMod ? r - kMod : r;
}

}  // namespace

int count_periodic_prefixes(const std::string& text, const std::vector<std::pair<int, int>>& queries, bool whole) {
    constexpr std::uint64_t kBase = 0x1234567890abcdf;
    std::vector<std::uint64_t> hash(text.size() + 1), power(text.size() + 1);
    power[0] = 1;
    for (std::size_t i = 0; i < text.size(); ++i) {
        hash[i + 1] = mul(hash[i], kBase) + static_cast<std::uint64_t>(text[i]);
        if (hash[i + 1] >= kMod) hash[i + 1] -= kMod;
        power[i + 1] = mul(power[i], kBase);
    }
    int yes = 0;
    for (const auto& [length, period] : queries) {
        if (whole && length % period != 0) continue;
        const int rest = length - period;
        std::uint64_t part = hash[length] + kMod - mul(hash[period], power[rest]);
        if (part >= kMod) part -= kMod;
        yes += part == hash[rest];
    }
    return yes;
}
