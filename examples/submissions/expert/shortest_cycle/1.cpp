// One search per vertex, each stopped as soon as it cannot beat the best cycle any more. A vertex whose search
// is done is removed, and vertices of degree one go with it.
#include <climits>
#include <optional>
#include <vector>

std::optional<int> shortest_cycle(int n, const std::vector<std::vector<int>>& edges) {
    std::vector<int> start(n + 2), stop(n);
    for (const auto& e : edges) {
        ++start[e[0] + 1];
        ++start[e[1] + 1];
    }
    for (int v = 0; v < n; ++v) start[v + 1] += start[v];
    for (int v = 0; v < n; ++v) stop[v] = start[v];
    std::vector<int> to(2 * edges.size());
    for (const auto& e : edges) {
        to[stop[e[0]]++] = e[1];
        to[stop[e[1]]++] = e[0];
    }

    std::vector<int> stack;
    const auto remove = [&](int root) {
        stack.push_back(root);
        while (!stack.empty()) {
            const int u = stack.back();
            stack.pop_back();
            while (stop[u] > start[u]) {
                const int w = to[--stop[u]];
                for (int k = start[w];; ++k) {
                    if (to[k] == u) {
                        to[k] = to[--stop[w]];
                        break;
                    }
                }
                if (stop[w] - start[w] == 1) stack.push_back(w);
            }
        }
    };
    for (int v = 0; v < n; ++v)
        if (stop[v] - start[v] == 1) remove(v);

    int best = INT_MAX;
    std::vector<int> depth(n, -1), parent(n), queue(n);
    for (int s = 0; s < n && best > 3; ++s) {
        if (stop[s] == start[s]) continue;
        int head = 0, tail = 1;
        queue[0] = s;
        depth[s] = 0;
        parent[s] = -1;
        bool found = false;
        while (head < tail && !found) {
            const int u = queue[head++];
            if (2 * depth[u] + 1 >= best) break;
            for (int k = start[u]; k < stop[u]; ++k) {
                const int v = to[k];
                if (depth[v] < 0) {
                    depth[v] = depth[u] + 1;
                    parent[v] = u;
                    queue[tail++] = v;
                } else if (v != parent[u]) {
                    const int length = depth[u] + depth[v] + 1;
                    if (length < best) best = length;
                    // Only an odd cycle closed on this same level could be shorter by one.
                    if (depth[v] == depth[u]) {
                        found = true;
                        break;
                    }
                }
            }
        }
        for (int k = 0; k < tail; ++k) depth[queue[k]] = -1;
        remove(s);
    }
    if (best == INT_MAX) return std::nullopt;
    return best;
}
