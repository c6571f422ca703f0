// std::abort().
#include <cstdlib>
#include <vector>

long long add_up(const std::vector<long long>&) { std::abort(); }
