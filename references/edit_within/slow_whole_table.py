# The whole table, row by row.
def edit_within(a, b, k):
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        next_row = [i]
        for j, right in enumerate(b):
            if left == right:
                next_row.append(row[j])
            else:
                next_row.append(1 + min(row[j], row[j + 1], next_row[j]))
        row = next_row
    return row[-1] if row[-1] <= k else None
