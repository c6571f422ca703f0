#include <vector>
#include <optional>
#include <set>
#include <map>
using namespace std;

// breadth first search with sets and maps
optional<int> shortest_cycle(int n, const vector<vector<int>>& edges) {
    map<int, set<int>> g;
    for (auto e : edges) {
        g[e[0]].insert(e[1]);
        g[e[1]].insert(e[0]);
    }
    int best = 1000000000;
    for (auto [s, unused] : g) {
        map<int, int> dist, parent;
        set<int> now;
        now.insert(s);
        dist[s] = 0;
        parent[s] = -1;
        while (!now.empty()) {
            set<int> next;
            for (int u : now)
                for (int v : g[u]) {
                    if (!dist.count(v)) {
                        dist[v] = dist[u] + 1;
                        parent[v] = u;
                        next.insert(v);
                    } else if (parent[u] != v) {
                        best = min(best, dist[u] + dist[v] + 1);
                    }
                }
            now = next;
        }
    }
    if (best == 1000000000) return nullopt;
    return best;
}
