# Finds the largest square.
def largest_rectangle(grid):
    columns = len(grid[0])
    sides = [0] * (columns + 1)
    answer = (0, 0, 0, 0)
    for i, line in enumerate(grid):
        before, sides = sides, [0] * (columns + 1)
        for j in range(columns):
            if line[j] == "1":
                side = sides[j] = min(before[j], before[j - 1], sides[j - 1]) + 1
                if side > answer[2]:
                    answer = (i - side + 1, j - side + 1, side, side)
    return answer
