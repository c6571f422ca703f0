#include <vector>
#include <utility>
#include <cmath>
#include <algorithm>
using namespace std;
float closest_distance(const vector<pair<double, double>>& points) {
    float best = 1e9;
    for (int i = 0; i < points.size(); i++)
        for (int j = i + 1; j < points.size(); j++) {
            float dx = points[i].first - points[j].first;
            float dy = points[i].second - points[j].second;
            best = min(best, sqrt(dx * dx + dy * dy));
        }
    return best;
}
