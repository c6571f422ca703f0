def largest_rectangle(grid):
    # Left and right bounds of each cell's column of ones, carried from row to row.
    n = len(grid[0])
    height, left, right = [0] * n, [0] * n, [n] * n
    best, answer = 0, (0, 0, 0, 0)
    for i, line in enumerate(grid):
        bound = 0
        for j in range(n):
            if line[j] == "1":
                height[j] += 1
                if bound > left[j]:
                    left[j] = bound
            else:
                height[j] = left[j] = 0
                bound = j + 1
        bound = n
        for j in range(n - 1, -1, -1):
            if line[j] == "1":
                if bound < right[j]:
                    right[j] = bound
            else:
                right[j] = n
                bound = j
            area = height[j] * (right[j] - left[j])
            if area > best:
                best = area
                answer = (i - height[j] + 1, left[j], height[j], right[j] - left[j])
    return answer
