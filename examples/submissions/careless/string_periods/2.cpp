#include <string>
#include <vector>
int count_periodic_prefixes(const std::string& text, const std::vector<std::pair<int, int>>& queries, bool whole) {
    int count = 0;
    for (auto [length, period] : queries) {
        // the first and the last block must agree
        if (text.substr(0, period) == text.substr(length - period, period)) {
            if (whole && length % period != 0) continue;
            count++;
        }
    }
    return count;
}
