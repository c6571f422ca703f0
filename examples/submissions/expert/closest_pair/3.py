from math import dist, inf
from operator import itemgetter, sub


def closest_distance(points):
    """Slabs in x, each sorted by y; neighbours at growing offsets are compared while any is near enough."""
    pts = sorted(points)
    n = len(pts)
    best = min(map(dist, pts[1:], pts))
    if best == 0:
        return best
    size = 40
    y_of = itemgetter(1)
    at = 0
    while at < n:
        end = min(at + size, n)
        limit = pts[end - 1][0] + 1.1 * best
        stop = end
        while stop < n and pts[stop][0] <= limit:
            stop += 1
            if stop - end > 4 * (end - at):
                end = stop
                limit = pts[end - 1][0] + 1.1 * best
        slab = sorted(pts[at:stop], key=y_of)
        ys = [p[1] for p in slab]
        offset = 1
        alive = [i for i, gap in enumerate(map(sub, ys[1:], ys)) if gap < best]
        m = len(slab)
        while alive:
            for i in alive:
                d = dist(slab[i], slab[i + offset])
                if d < best:
                    best = d
            offset += 1
            alive = [i for i in alive if i + offset < m and ys[i + offset] - ys[i] < best]
        at = end
    return best
