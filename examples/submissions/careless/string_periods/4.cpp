#include <string>
#include <vector>
#include <stdexcept>
int count_periodic_prefixes(const std::string& text, const std::vector<std::pair<int, int>>& queries, bool whole) {
    int yes = 0;
    for (auto& q : queries) {
        bool ok = true;
        for (int i = 0; i < q.first; i++)
            if (text.at(i) != text.at(i + q.second)) { ok = false; break; }  // runs over the end
        if (ok && (!whole || q.first % q.second == 0)) yes++;
    }
    return yes;
}
