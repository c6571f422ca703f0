def closest_distance(points):
    best = None
    for i in range(len(points)):
        for j in range(i + 1, len(points)):
            d = ((points[i].x - points[j].x) ** 2 + (points[i].y - points[j].y) ** 2) ** 0.5
            if d < best:
                best = d
    return best
