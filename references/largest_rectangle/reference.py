# For each row, the bars of ones that stand on it, and a stack of rising bars over the columns, each with the
# first column to which it reaches back. A bar is known by the row of the last zero above its foot: that stays
# from row to row except where the new row has a zero. The stack is two lists and a depth, so that a bar which
# only gets lower keeps its place and its first column.
def largest_rectangle(grid):
    columns = len(grid[0])
    zeros = [-1] * (columns + 1)
    tops = [0] * (columns + 2)
    firsts = [0] * (columns + 2)
    # A bar of some height is better than the best only if it is at least so wide.
    wide_enough = [1] * (len(grid) + 1)
    answer = (0, 0, 0, 0)
    row = 0
    for line in grid:
        find = line.find
        column = find("0")
        while column >= 0:
            zeros[column] = row
            column = find("0", column + 1)
        # A bar of height 0 lies below all others, and one behind the last column takes them off.
        zeros[columns] = tops[0] = top = row
        depth = column = 0
        for zero in zeros:
            if zero < top:
                depth += 1
                tops[depth] = top = zero
                firsts[depth] = column
            elif zero > top:
                while zero > top:
                    width = column - firsts[depth]
                    height = row - top
                    if width >= wide_enough[height]:
                        answer = (top + 1, firsts[depth], height, width)
                        best = height * width
                        wide_enough = [columns + 1]
                        wide_enough += [best // h + 1 for h in range(1, len(grid) + 1)]
                    depth -= 1
                    top = tops[depth]
                if zero < top:
                    depth += 1
                    tops[depth] = top = zero
            column += 1
        row += 1
    return answer
