def edit_within(a, b, k):
    # The table in a band of width 2k + 1; gives up when a whole row exceeds k.
    n, m = len(a), len(b)
    if abs(n - m) > k:
        return None
    big = k + 1
    row = {j: j for j in range(min(m, k) + 1)}
    for i in range(1, n + 1):
        new = {}
        for j in range(max(0, i - k), min(m, i + k) + 1):
            if j == 0:
                new[0] = i
                continue
            best = row.get(j - 1, big) + (a[i - 1] != b[j - 1])
            other = min(row.get(j, big), new.get(j - 1, big)) + 1
            new[j] = best if best < other else other
        if min(new.values()) > k:
            return None
        row = new
    return row[m] if row[m] <= k else None
