#include <vector>
#include <tuple>
#include <iostream>
using namespace std;

int range_sums(vector<int> values, vector<tuple<int,int,int>> operations, int rounds) {
    int n = values.size();
    long long state = 0;
    for (int r = 0; r < rounds; r++) {
        for (auto [kind, a, b] : operations) {
            if (kind == 0) values[a % n] += b;
            else {
                int i = min(a, b), j = max(a, b);
                long long s = 0;
                for (int k = i; k <= j; k++) s += values[k];
                cout << "sum " << i << ".." << j << " = " << s << endl;
                state = (31 * state + s) % 1000000007;
            }
        }
    }
    return state;
}
