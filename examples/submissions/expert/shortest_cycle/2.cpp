#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace {

struct Search {
    std::vector<std::vector<int>> adj;
    std::vector<std::uint32_t> mark;  // stamp * 64 + level is too narrow for long cycles: two arrays instead
    std::vector<int> level, queue, parent;
    std::vector<char> gone;
    std::uint32_t stamp = 0;

    Search(int n, const std::vector<std::vector<int>>& edges)
        : adj(n), mark(n), level(n), queue(n), parent(n), gone(n) {
        for (const auto& e : edges) {
            adj[e[0]].push_back(e[1]);
            adj[e[1]].push_back(e[0]);
        }
    }

    void detach(int v) {
        std::vector<int> todo{v};
        while (!todo.empty()) {
            const int u = todo.back();
            todo.pop_back();
            if (gone[u]) continue;
            gone[u] = 1;
            for (const int w : adj[u]) {
                auto& row = adj[w];
                row.erase(std::find(row.begin(), row.end(), u));
                if (row.size() == 1) todo.push_back(w);
            }
            adj[u].clear();
        }
    }

    // The shortest cycle the search from s meets that is shorter than `best`.
    int from(int s, int best) {
        ++stamp;
        std::size_t head = 0, tail = 0;
        queue[tail++] = s;
        mark[s] = stamp;
        level[s] = 0;
        parent[s] = s;
        while (head != tail) {
            const int u = queue[head++];
            const int d = level[u];
            if (2 * d + 1 >= best) return best;
            const int p = parent[u];
            const bool grow = 2 * d + 2 < best;
            for (const int v : adj[u]) {
                if (mark[v] == stamp) {
                    if (v != p) best = std::min(best, d + level[v] + 1);
                } else if (grow) {
                    mark[v] = stamp;
                    level[v] = d + 1;
                    parent[v] = u;
                    queue[tail++] = v;
                }
            }
        }
        return best;
    }
};

}  // namespace

std::optional<int> shortest_cycle(int n, const std::vector<std::vector<int>>& edges) {
    Search search(n, edges);
    for (int v = 0; v < n; ++v)
        if (search.adj[v].size() == 1) search.detach(v);
    const int none = 2 * n + 5;
    int best = none;
    for (int v = 0; v < n; ++v) {
        if (search.adj[v].size() < 3) continue;
        best = search.from(v, best);
        search.detach(v);
    }
    for (int v = 0; v < n; ++v) {  // what is left are plain cycles
        if (search.adj[v].empty()) continue;
        int length = 0, before = -1, at = v;
        do {
            const int next = search.adj[at][0] != before ? search.adj[at][0] : search.adj[at][1];
            before = at;
            at = next;
            ++length;
        } while (at != v);
        best = std::min(best, length);
        search.detach(v);
    }
    if (best == none) return std::nullopt;
    return best;
}
