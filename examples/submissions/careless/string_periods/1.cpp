#include <bits/stdc++.h>
using namespace std;
int count_periodic_prefixes(string text, vector<pair<int,int>> queries, bool whole) {
    int c = 0;
    for (auto q : queries) {
        string prefix = text.substr(0, q.first);
        string period = text.substr(0, q.second);
        string built = "";
        while (built.size() < prefix.size()) built += period;
        if (built.substr(0, prefix.size()) == prefix) {
            if (!whole || built.size() == prefix.size()) c++;
        }
    }
    return c;
}
