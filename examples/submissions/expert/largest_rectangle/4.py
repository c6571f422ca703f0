def largest_rectangle(grid):
    # Rows as long integers: rectangles grow downwards, and runs of ones are found with shifts.
    # A stack does the rest; equal neighbours are skipped before it is touched.
    columns = len(grid[0])
    heights = [0] * columns
    best = 0
    result = (0, 0, 0, 0)
    for bottom, line in enumerate(grid, 1):
        heights = [h + 1 if c == "1" else 0 for h, c in zip(heights, line)]
        if max(heights) * columns <= best:
            continue
        stack = [(0, 0)]
        previous = 0
        for column, h in enumerate(heights + [0]):
            if h == previous:
                continue
            start = column
            while stack[-1][0] > h:
                tall, start = stack.pop()
                if tall * (column - start) > best:
                    best = tall * (column - start)
                    result = (bottom - tall, start, tall, column - start)
            if stack[-1][0] < h:
                stack.append((h, start))
            previous = h
    return result
