# Gives up a distance of exactly k.
def edit_within(a, b, k):
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        next_row = [i]
        for j, right in enumerate(b):
            next_row.append(min(row[j] + (left != right), row[j + 1] + 1, next_row[j] + 1))
        row = next_row
    return row[-1] if row[-1] < k else None
