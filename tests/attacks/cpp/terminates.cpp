// std::terminate().
#include <exception>
#include <vector>

long long add_up(const std::vector<long long>&) { std::terminate(); }
