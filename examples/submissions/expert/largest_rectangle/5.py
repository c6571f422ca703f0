def largest_rectangle(grid):
    columns = len(grid[0])
    heights = [0] * columns
    best = 0
    answer = (0, 0, 0, 0)
    for bottom, line in enumerate(grid, 1):
        heights = [h + 1 if c == "1" else 0 for h, c in zip(heights, line)]
        if max(heights) * columns <= best:
            continue
        stack = []
        for column, h in enumerate(heights + [0]):
            while stack and stack[-1][0] > h:
                tall, start = stack.pop()
                if tall * (column - start) > best:
                    best = tall * (column - start)
                    answer = (bottom - tall, start, tall, column - start)
            if h and (not stack or stack[-1][0] < h):
                stack.append((h, column))
    return answer
