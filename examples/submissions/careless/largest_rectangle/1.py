def largest_rectangle(grid):
    best = (0, 0, 0, 0)
    for r in range(len(grid)):
        for c in range(len(grid[0])):
            w = len(grid[0]) - c
            for k in range(r, len(grid)):
                run = 0
                while run < w and grid[k][c + run] == "1":
                    run += 1
                w = run
                if w == 0:
                    break
                if w * (k - r + 1) > best[2] * best[3]:
                    best = (r, c, k - r + 1, w)
    return best
