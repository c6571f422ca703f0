def largest_rectangle(grid):
    best = (0, 0, 0, 0)
    heights = [0] * len(grid[0])
    for i, row in enumerate(grid):
        for j, cell in enumerate(row):
            heights[j] = heights[j] + 1 if cell == "1"
        for j in range(len(heights)):
            low = heights[j]
            for k in range(j, len(heights)):
                low = min(low, heights[k])
                if low * (k - j + 1) > best[2] * best[3]:
                    best = (i - low + 1, j, low, k - j + 1)
    return best
