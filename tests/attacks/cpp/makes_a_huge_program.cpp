// A table of a gigabyte in the file.
#include <vector>

char table[1 << 30] = {1};

long long add_up(const std::vector<long long>&) { return table[5]; }
