#include <bits/stdc++.h>
using namespace std;
long long count_inversions(vector<int> values) {
    // bubble sort and count swaps
    long long swaps = 0;
    int n = values.size();
    for (int i = 0; i < n; i++)
        for (int j = 0; j + 1 < n - i; j++)
            if (values[j] > values[j+1]) { swap(values[j], values[j+1]); swaps++; }
    return swaps;
}
