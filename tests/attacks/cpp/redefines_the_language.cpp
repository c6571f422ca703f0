// Macros over keywords reach neither the headers read before nor the call.
#include <vector>
#define int long long
#define private public
#define template
#define constexpr const
#define static
#define using struct
#define void char
#define namespace struct
#define decltype sizeof
#define Solution Problem

long long add_up(const std::vector<long long>& values) {
  long long sum = 0;
  for (const long long value : values) sum = (sum + value * value) % 1000003;
  return sum;
}
