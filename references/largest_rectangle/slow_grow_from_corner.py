# From each cell as the lower right corner, upwards row by row with the shortest run of ones so far.
def largest_rectangle(grid):
    rows, columns = len(grid), len(grid[0])
    runs = [[0] * (columns + 1) for _ in range(rows)]
    best = 0
    answer = (0, 0, 0, 0)
    for i in range(rows):
        for j in range(columns):
            if grid[i][j] == "1":
                runs[i][j] = runs[i][j - 1] + 1
                width = runs[i][j]
                k = i
                while k >= 0 and runs[k][j] > 0:
                    width = min(width, runs[k][j])
                    if width * (i - k + 1) > best:
                        best = width * (i - k + 1)
                        answer = (k, j - width + 1, i - k + 1, width)
                    k -= 1
    return answer
