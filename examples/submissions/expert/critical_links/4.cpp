#include <cstdint>
#include <utility>
#include <vector>

// Depth-first order, then xor of random labels over the tree: a tree link is critical if the labels of the links
// that pass over it cancel to zero. 64 bits make an accident impossible in practice.
std::vector<std::pair<int, int>> critical_links(const std::vector<std::vector<int>>& links) {
    const int n = static_cast<int>(links.size());
    // A spanning forest by union-find; links outside of it get a label each at both ends.
    std::vector<int> up(n), degree(n + 1);
    for (int v = 0; v < n; ++v) up[v] = v;
    const auto find = [&up](int x) {
        while (up[x] != x) x = up[x] = up[up[x]];
        return x;
    };
    std::vector<std::uint64_t> label(n);
    std::vector<std::pair<int, int>> tree;
    std::vector<int> around(n);  // xor of the neighbours in the tree
    std::uint64_t seed = 0x9e3779b97f4a7c15u;
    for (int v = 0; v < n; ++v) {
        for (const int w : links[v]) {
            const int a = find(v), b = find(w);
            if (a != b) {
                up[a] = b;
                ++degree[v];
                ++degree[w];
                around[v] ^= w;
                around[w] ^= v;
                continue;
            }
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            label[v] ^= seed;
            label[w] ^= seed;
        }
    }
    // Take leaves off the forest: the last neighbour of a leaf is the xor of its neighbours.
    std::vector<std::pair<int, int>> result;
    for (int start = 0; start < n; ++start) {
        int v = start;
        while (degree[v] == 1) {
            const int parent = around[v];
            if (label[v] == 0) result.emplace_back(v, parent);
            degree[v] = 0;
            --degree[parent];
            around[parent] ^= v;
            label[parent] ^= label[v];
            v = parent;
            if (v > start) break;  // its turn comes
        }
    }
    return result;
}
