#include <algorithm>
#include <cstdint>
#include <tuple>
#include <vector>

// A spanning forest by breadth-first search; each other link marks the tree path between its ends, which a
// union-find with links to the top of the marked part walks only once.
class Forest {
public:
    explicit Forest(const std::vector<std::vector<int>>& links) : n_(static_cast<int>(links.size())), begin_(n_ + 2) {
        for (int v = 0; v < n_; ++v) {
            begin_[v + 2] += static_cast<int>(links[v].size());
            for (const int w : links[v]) ++begin_[w + 2];
        }
        for (int v = 2; v < n_ + 2; ++v) begin_[v] += begin_[v - 1];
        to_.resize(begin_[n_ + 1]);
        for (int v = 0; v < n_; ++v)
            for (const int w : links[v]) {
                to_[begin_[v + 1]++] = w;
                to_[begin_[w + 1]++] = v;
            }
    }

    std::vector<std::tuple<int, int>> bridges() {
        std::vector<int> place(n_, -1), parent(n_), top(n_), order;  // places in the search's order
        order.reserve(n_);
        for (int root = 0; root < n_; ++root) {
            if (place[root] >= 0) continue;
            std::size_t head = order.size();
            place[root] = parent[head] = static_cast<int>(head);
            order.push_back(root);
            for (; head < order.size(); ++head) {
                const int v = order[head];
                for (int k = begin_[v]; k < begin_[v + 1]; ++k) {
                    const int w = to_[k];
                    if (place[w] >= 0) continue;
                    place[w] = static_cast<int>(order.size());
                    parent[place[w]] = static_cast<int>(head);
                    order.push_back(w);
                }
            }
        }
        for (int i = 0; i < n_; ++i) top[i] = i;
        const auto find = [&top](int x) {
            while (top[x] != x) x = top[x] = top[top[x]];
            return x;
        };
        for (int i = 0; i < n_; ++i) {
            int to_parent = 0;
            for (int k = begin_[order[i]]; k < begin_[order[i] + 1]; ++k) {
                const int j = place[to_[k]];
                if (j >= i) continue;  // each link from its later end
                if (j == parent[i] && to_parent++ == 0) continue;
                for (int a = find(i), b = find(j); a != b;) {
                    if (a < b) std::swap(a, b);
                    top[a] = parent[a];
                    a = find(a);
                }
            }
        }
        std::vector<std::tuple<int, int>> result;
        for (int i = 0; i < n_; ++i)
            if (top[i] == i && parent[i] != i) result.emplace_back(order[i], order[parent[i]]);
        return result;
    }

private:
    int n_;
    std::vector<int> begin_, to_;
};

std::vector<std::tuple<int, int>> critical_links(const std::vector<std::vector<int>>& links) {
    return Forest(links).bridges();
}
