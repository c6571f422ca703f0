def critical_links(links):
    """Spanning forest by union-find, then xor of labels over it from the leaves inwards.

    A tree link is critical if no other link passes over it, that is, if the labels below it cancel.
    """
    n = len(links)
    up = list(range(n))
    label = [0] * n
    tree = [[] for _ in range(n)]
    mark = 0x9E3779B97F4A7C15
    for v, row in enumerate(links):
        for w in row:
            a = v
            while up[a] != a:
                up[a] = a = up[up[a]]
            b = w
            while up[b] != b:
                up[b] = b = up[up[b]]
            if a != b:
                up[a] = b
                tree[v].append(w)
                tree[w].append(v)
            else:
                mark = (mark * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
                label[v] ^= mark
                label[w] ^= mark
    result = []
    leaves = [v for v in range(n) if len(tree[v]) == 1]
    for v in leaves:
        if not tree[v]:
            continue
        (w,) = tree[v]
        if not label[v]:
            result.append((v, w))
        else:
            label[w] ^= label[v]
        tree[w].remove(v)
        if len(tree[w]) == 1:
            leaves.append(w)
        tree[v] = ()
    return result
