def largest_rectangle(grid):
    best = 0
    h = [0] * len(grid[0])
    for row in grid:
        for j, x in enumerate(row):
            h[j] = h[j] + 1 if x == "1" else 0
        for j in range(len(h)):
            low = h[j]
            for k in range(j, len(h)):
                low = min(low, h[k])
                best = max(best, low * (k - j + 1))
    return best
