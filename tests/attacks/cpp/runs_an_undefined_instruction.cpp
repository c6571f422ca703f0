// ud2.
#include <vector>

long long add_up(const std::vector<long long>&) { __builtin_trap(); }
