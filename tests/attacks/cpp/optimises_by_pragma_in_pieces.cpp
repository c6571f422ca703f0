// Over lines, with comments before, within and behind.
#include <vector>

/* one */ # /* two
*/ pra\
gma GCC /* three */ \  
optimize("O3") /* four */
%:pragma GCC target("avx2")
long long add_up(const std::vector<long long>& values) {
  long long sum = 0;
  for (const long long value : values) sum += value * value;
  return sum % 1000003;
}
