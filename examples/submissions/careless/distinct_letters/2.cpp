#include <string>
#include <vector>
#include <utility>
#include <set>
using namespace std;
vector<pair<int,int>> longest_stretches(const string& text, const vector<int>& limits) {
    vector<pair<int,int>> r;
    for (int k : limits) {
        // take the first k different letters
        set<char> s;
        int i = 0;
        while (i < text.size()) {
            s.insert(text[i]);
            if (s.size() > k) break;
            i++;
        }
        r.push_back({0, i});
    }
    return r;
}
