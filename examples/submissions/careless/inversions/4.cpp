#include <vector>
using namespace std;

long long ms(int* a, int* t, int n) {
    if (n == 1) return 0;          // n == 0 never ends
    int m = n / 2;
    long long c = ms(a, t, m) + ms(a + m, t, n - m);
    int i = 0, j = m, k = 0;
    while (i < m && j < n)
        if (a[i] <= a[j]) t[k++] = a[i++];
        else { t[k++] = a[j++]; c += m - i; }
    while (i < m) t[k++] = a[i++];
    while (j < n) t[k++] = a[j++];
    for (i = 0; i < n; i++) a[i] = t[i];
    return c;
}

long long count_inversions(vector<int> values) {
    vector<int> tmp(values.size());
    return ms(&values[0], &tmp[0], values.size());
}
