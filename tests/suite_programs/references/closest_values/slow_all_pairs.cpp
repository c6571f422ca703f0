// Compares every value with every other.
#include <bits/stdc++.h>
using namespace std;

int main(int argc, char** argv) {
  int n;
  if (scanf("%d", &n) != 1) return 1;
  vector<long long> a(n);
  for (auto& x : a) scanf("%lld", &x);
  long long best = LLONG_MAX;
  for (int i = 0; i < n; i++)
    for (int j = 0; j < i; j++) best = min(best, llabs(a[i] - a[j]));
  cout << best << endl << fixed << setprecision(7);
  cout << (*max_element(a.begin(), a.end()) - *min_element(a.begin(), a.end())) / double(n - 1) << endl;
  return 0;
}
