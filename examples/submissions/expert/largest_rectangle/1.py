def largest_rectangle(grid):
    """Histograms row by row; two lists as a stack of rising heights with their first columns."""
    columns = len(grid[0])
    up = [0] * (columns + 1)
    best = 0
    answer = (0, 0, 0, 0)
    for r, line in enumerate(grid, 1):
        up = [h + 1 if cell == "1" else 0 for h, cell in zip(up, line)]
        up.append(0)
        heights = [0]
        firsts = [0]
        last = 0
        for c, h in enumerate(up):
            if h > last:
                heights.append(h)
                firsts.append(c)
                last = h
            elif h < last:
                while last > h:
                    heights.pop()
                    first = firsts.pop()
                    if last * (c - first) > best:
                        best = last * (c - first)
                        answer = (r - last, first, last, c - first)
                    last = heights[-1]
                if last < h:
                    heights.append(h)
                    firsts.append(first)
                    last = h
    return answer
