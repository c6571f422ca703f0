// noexcept turns it into std::terminate().
#include <vector>

long long add_up(const std::vector<long long>&) noexcept { throw 1; }
