from bisect import bisect_left, insort
from math import hypot


def closest_distance(points):
    pts = sorted(points)
    best = float("inf")
    active = []          # (y, x) of the points within reach in x, sorted
    tail = 0
    for x, y in pts:
        while x - pts[tail][0] > best:
            px, py = pts[tail]
            del active[bisect_left(active, (py, px))]
            tail += 1
        i = bisect_left(active, (y - best,))
        while i < len(active) and active[i][0] <= y + best:
            d = hypot(active[i][1] - x, active[i][0] - y)
            if d < best:
                best = d
            i += 1
        if best == 0:
            return 0.0
        insort(active, (y, x))
    return best
