# Sorts by x and compares each point with all that are near in x, whatever their y.
from math import dist


def closest_distance(points):
    points = sorted(points)
    smallest = float("inf")
    for i, point in enumerate(points):
        for j in range(i + 1, len(points)):
            if points[j][0] - point[0] >= smallest:
                break
            smallest = min(smallest, dist(point, points[j]))
    return smallest
