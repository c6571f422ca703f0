from bisect import bisect_left
from math import dist


def closest_distance(points):
    # Divide and conquer over slices sorted by y with list.sort (which merges two runs in linear time).
    pts = sorted(points)
    best = min(map(dist, pts, pts[1:]))
    if not best:
        return 0.0

    def solve(lo, hi):
        nonlocal best
        if hi - lo <= 24:
            part = pts[lo:hi]
            part.sort(key=second)
            scan(part)
            return part
        mid = (lo + hi) // 2
        line = pts[mid][0]
        part = solve(lo, mid)
        part += solve(mid, hi)
        part.sort(key=second)
        left, right = line - best, line + best
        scan([p for p in part if left < p[0] < right])
        return part

    def scan(part):
        nonlocal best
        for i, p in enumerate(part, 1):
            top = p[1] + best
            for q in part[i:i + 12]:
                if q[1] >= top:
                    break
                d = dist(p, q)
                if d < best:
                    best = d
                    top = p[1] + best

    solve(0, len(pts))
    return best


def second(p):
    return p[1]
