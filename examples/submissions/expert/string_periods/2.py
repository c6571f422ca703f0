def count_periodic_prefixes(text: str, queries: list[tuple[int, int]], whole: bool) -> int:
    if whole:
        queries = [q for q in queries if not q[0] % q[1]]
    n = len(text)
    needed = max((p for _, p in queries), default=0)
    z = [0] * (n + 2)
    z[0] = n
    left = right = 0
    first = text[0]
    for i in range(1, min(needed + 1, n)):
        if i < right:
            k = z[i - left]
            if k < right - i:
                z[i] = k
                continue
            k = right - i
        elif text[i] == first:
            k = 1
        else:
            continue
        # grow by doubling pieces, then back
        step = 1
        while step:
            if i + k + step <= n and text[k:k + step] == text[i + k:i + k + step]:
                k += step
                step *= 2
            else:
                step //= 2
        z[i] = k
        left, right = i, i + k
    return sum([z[p] >= l - p for l, p in queries])
