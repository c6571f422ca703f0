def count_periodic_prefixes(text, queries, whole):
    n = len(text)
    z = [0] * (n + 1)
    z[0] = n
    left = right = 0
    for i in range(1, n):
        k = 0
        if i < right:
            k = min(right - i, z[i - left])
        while i + k < n and text[k] == text[i + k]:
            k += 1
        z[i] = k
        if i + k > right:
            left, right = i, i + k
    count = 0
    for length, period in queries:
        if z[period] + period >= length and (not whole or length % period == 0):
            count += 1
    return count
