// Not an exception of the library.
#include <vector>

long long add_up(const std::vector<long long>&) { throw 42; }
