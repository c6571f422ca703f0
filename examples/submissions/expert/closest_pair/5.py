from math import dist, sqrt


def closest_distance(points):
    # Grid with a cell width from the average density: sqrt(area / n).
    n = len(points)
    xs = [p[0] for p in points]
    ys = [p[1] for p in points]
    width = sqrt(max((max(xs) - min(xs)) * (max(ys) - min(ys)) / n, 1e-18))
    grid = {}
    best = float("inf")
    for p in points:
        cx, cy = int(p[0] // width), int(p[1] // width)
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                for q in grid.get((cx + dx, cy + dy), ()):
                    d = dist(p, q)
                    if d < best:
                        best = d
        grid.setdefault((cx, cy), []).append(p)
    return best
