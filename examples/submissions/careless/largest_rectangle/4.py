def largest_rectangle(grid):
    best = (0, 0, 0, 0)
    r = c = 0
    while r < len(grid):
        if grid[r][c] == "1":
            h = 1
            while r + h < len(grid) and grid[r + h][c] == "1":
                h += 1
            w = 1
            while c + w < len(grid[0]) and all(grid[r + i][c + w] == "1" for i in range(h)):
                w += 1
            if h * w > best[2] * best[3]:
                best = (r, c, h, w)
            c += w
        if c >= len(grid[0]):
            c = 0
            r += 1
    return best
