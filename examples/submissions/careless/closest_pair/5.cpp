#include <vector>
#include <cmath>
using namespace std;
// Manhattan first, then Euclid
double closest_distance(vector<pair<double, double>> points) {
    double best = MAX_DOUBLE;
    for (auto p : points)
        for (auto q : points)
            if (p != q) best = min(best, dist(p, q));
    return best;
}
