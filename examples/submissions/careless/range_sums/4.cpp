#include <tuple>
#include <vector>

struct Node { long long sum = 0; Node *l = nullptr, *r = nullptr; };

void add(Node* t, int lo, int hi, int p, int d) {
    t->sum += d;
    if (hi - lo == 1) return;
    int m = (lo + hi) / 2;
    if (p < m) { if (!t->l) t->l = new Node; add(t->l, lo, m, p, d); }
    else { if (!t->r) t->r = new Node; add(t->r, m, hi, p, d); }
}
long long sum(Node* t, int lo, int hi, int a, int b) {
    if (b <= lo || hi <= a) return 0;
    if (a <= lo && hi <= b) return t->sum;
    int m = (lo + hi) / 2;
    return sum(t->l, lo, m, a, b) + sum(t->r, m, hi, a, b);
}

long long range_sums(const std::vector<int>& values, const std::vector<std::tuple<int, int, int>>& operations, int rounds) {
    int n = values.size();
    Node* root;
    for (int i = 0; i < n; i++) add(root, 0, n, i, values[i]);
    long long state = 0;
    for (int r = 0; r < rounds; r++)
        for (auto& [k, a, b] : operations) {
            int i = (a + state) % n, j = (b + state) % n;
            if (!k) add(root, 0, n, i, b);
            else state = ((31 * state + sum(root, 0, n, std::min(i, j), std::max(i, j) + 1)) % 1000000007 + 1000000007) % 1000000007;
        }
    return state;
}
