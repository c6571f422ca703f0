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
    // mark[v] is base + depth once the running search has reached v, and less than base before.
    std::vector<int> mark(n, -1), queue(n);
    int base = 0;
    for (int s = 0; s < n && best > 3; ++s) {
        if (stop[s] - start[s] < 3) continue;
        int head = 0, tail = 1, depth = 0;
        queue[0] = s;
        mark[s] = base;
        bool closed = false;
        while (head < tail && !closed && 2 * depth + 1 < best) {
            const int here = base + depth;
            const bool deeper = 2 * depth + 2 < best;
            for (const int end = tail; head < end; ++head) {
                const int u = queue[head];
                for (int k = start[u], e = stop[u]; k < e; ++k) {
                    const int v = to[k];
                    if (mark[v] < base) {
                        if (!deeper) continue;
                        mark[v] = here + 1;
                        queue[tail++] = v;
                    } else if (mark[v] >= here) {
                        const int length = depth + mark[v] - base + 1;
                        if (length < best) best = length;
                        closed = true;
                    }
                }
            }
            ++depth;
        }
        base += depth + 2;
        remove(s);
    }
    for (int v = 0; v < n && best > 3; ++v) {  // only rings are left
        int length = 0;
        for (int at = v; stop[at] > start[at]; ++length) {
            const int next = to[--stop[at]];
            for (int k = start[next]; k < stop[next]; ++k)
                if (to[k] == at) to[k] = to[--stop[next]];
            at = next;
        }
        if (length > 0 && length < best) best = length;
    }
    if (best == INT_MAX) return std::nullopt;
    return best;
}
