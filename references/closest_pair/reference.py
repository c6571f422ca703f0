# Slabs of points that follow each other in the order of x, each with what lies right of it by less than the smallest
# distance so far. In a slab's order of y, the points whose next one is near enough in y are compared with it; those of
# them whose second next is near enough with that, and so on. A slab grows until what is added on the right is no more
# than itself, which keeps points that share their x from being taken again and again.
from bisect import bisect_left
from math import dist, inf
from operator import itemgetter, sub

SLAB = 32


def closest_distance(points):
    points = sorted(points)
    n = len(points)
    smallest = min(map(dist, points[1:], points))
    if smallest == 0:  # below, equal points need not be thought of
        return 0.0
    y_of = itemgetter(1)
    xs = [x for x, _ in points]
    start = 0
    while start < n:
        stop = min(start + SLAB, n)
        reach = smallest * 1.25  # the sum with x is rounded
        end = bisect_left(xs, xs[stop - 1] + reach, stop)
        while end - stop > stop - start:
            stop = end
            end = bisect_left(xs, xs[stop - 1] + reach, stop)
        slab = points[start:end]
        slab.sort(key=y_of)
        ys = list(map(y_of, slab))
        near = [i for i, gap in enumerate(map(sub, ys[1:], ys)) if gap < smallest]
        ys.append(inf)
        shift = 1
        while near:
            for i in near:
                found = dist(slab[i], slab[i + shift])
                if found < smallest:
                    smallest = found
            shift += 1
            near = [i for i in near if ys[i + shift] - ys[i] < smallest]
        start = stop
    return smallest
