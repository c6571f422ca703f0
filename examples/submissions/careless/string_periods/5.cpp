#include <string>
#include <vector>

// queries come as separate lists
int count_periodic_prefixes(std::string text, std::vector<int> lengths, std::vector<int> periods, bool whole) {
    int count = 0;
    for (size_t k = 0; k < lengths.size(); k++) {
        bool ok = true;
        for (int i = periods[k]; i < lengths[k]; i++) ok &= text[i] == text[i - periods[k]];
        if (ok && (!whole || lengths[k] % periods[k] == 0)) count++;
    }
    return count;
}
