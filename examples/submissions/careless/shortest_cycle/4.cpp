#include <bits/stdc++.h>
using namespace std;

// returns -1 if there is no cycle
int shortest_cycle(vector<vector<int>> adj) {
    int n = adj.size(), best = INT_MAX;
    for (int s = 0; s < n; s++) {
        vector<int> d(n, -1), p(n, -1);
        queue<int> q;
        q.push(s);
        d[s] = 0;
        while (!q.empty()) {
            int u = q.front();
            q.pop();
            for (int v : adj[u]) {
                if (d[v] < 0) d[v] = d[u] + 1, p[v] = u, q.push(v);
                else if (p[u] != v) best = min(best, d[u] + d[v] + 1);
            }
        }
    }
    return best == INT_MAX ? -1 : best;
}
