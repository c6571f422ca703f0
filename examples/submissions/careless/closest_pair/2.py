def closest_distance(points):
    best = 0
    for p in points:
        for q in points:
            if p == q:
                continue
            d = ((p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2) ** 0.5
            if best == 0 or d < best:
                best = d
    return best
