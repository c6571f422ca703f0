def closest_distance(points):
    distances = []
    for i in range(len(points)):
        for j in range(i):
            dx = points[i][0] - points[j][0]
            dy = points[i][1] - points[j][1]
            distances.append((dx * dx + dy * dy) ** 0.5)
    return min(distances)
