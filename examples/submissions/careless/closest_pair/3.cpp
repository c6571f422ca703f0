#include <vector>
#include <cmath>

struct Point { double x, y; };

double closest_distance(const std::vector<Point>& points) {
    double best = 1e300;
    for (size_t i = 0; i < points.size(); i++)
        for (size_t j = i + 1; j < points.size(); j++)
            best = std::min(best, std::hypot(points[i].x - points[j].x, points[i].y - points[j].y));
    return best;
}
