def largest_rectangle(grid: list[str]) -> tuple[int, int, int, int]:
    width = len(grid[0])
    heights = [0] * width
    area = 0
    found = (0, 0, 0, 0)
    for row, cells in enumerate(grid):
        heights = [(h + 1) * (c == "1") for h, c in zip(heights, cells)]
        stack = [-1]
        bars = heights + [0, -1]      # the last is below everything and stands at index -1
        for i in range(width + 1):
            h = bars[i]
            while bars[stack[-1]] >= h:
                top = bars[stack.pop()]
                w = i - stack[-1] - 1
                if top * w > area:
                    area = top * w
                    found = (row - top + 1, stack[-1] + 1, top, w)
            stack.append(i)
    return found
