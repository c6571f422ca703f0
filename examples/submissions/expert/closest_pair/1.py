from math import dist


def closest_distance(points):
    """Randomised incremental grid; the grid is rebuilt whenever the distance shrinks."""
    import random

    points = list(points)
    random.Random(1).shuffle(points)
    best = dist(points[0], points[1])
    if best == 0:
        return 0.0

    def build(count):
        grid = {}
        for q in points[:count]:
            grid.setdefault((q[0] // best, q[1] // best), []).append(q)
        return grid

    grid = build(2)
    for i in range(2, len(points)):
        p = points[i]
        cx = p[0] // best
        cy = p[1] // best
        found = best
        for key in ((cx, cy), (cx - 1, cy), (cx + 1, cy), (cx, cy - 1), (cx, cy + 1),
                    (cx - 1, cy - 1), (cx - 1, cy + 1), (cx + 1, cy - 1), (cx + 1, cy + 1)):
            for q in grid.get(key, ()):
                d = dist(p, q)
                if d < found:
                    found = d
        if found < best:
            best = found
            if best == 0:
                return 0.0
            grid = build(i + 1)
        else:
            grid.setdefault((cx, cy), []).append(p)
    return best
