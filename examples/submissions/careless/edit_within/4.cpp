#include <string>

int edit_within(std::string a, std::string b, int k) {
    if (a.empty()) return b.size();
    if (b.empty()) return a.size();
    if (a[0] == b[0]) return edit_within(a.substr(1), b.substr(1), k);
    int d = 1 + min(edit_within(a.substr(1), b, k), edit_within(a, b.substr(1), k), edit_within(a.substr(1), b.substr(1), k));
    return d <= k ? d : nullptr;
}
