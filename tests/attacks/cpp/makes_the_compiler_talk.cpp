// A hundred megabytes of messages.
#include <vector>
#define A0 "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
#define A1 A0 A0 A0 A0
#define A2 A1 A1 A1 A1
#define A3 A2 A2 A2 A2
#define A4 A3 A3 A3 A3
#define A5 A4 A4 A4 A4
#define A6 A5 A5 A5 A5
#define A7 A6 A6 A6 A6
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7
#pragma message A7

long long add_up(const std::vector<long long>&) { return 0; }
