def critical_links(links):
    n = len(links)
    around = [list(row) for row in links]
    for v, row in enumerate(links):
        for w in row:
            around[w].append(v)

    # Preorder with an explicit stack; a child's low is folded into its parent in reverse preorder.
    seen = [0] * n          # preorder number, from 1
    parent = [-1] * n
    order = []
    for root in range(n):
        if seen[root]:
            continue
        seen[root] = len(order) + 1
        order.append(root)
        stack = [(root, iter(around[root]))]
        while stack:
            v, rest = stack[-1]
            for w in rest:
                if not seen[w]:
                    parent[w] = v
                    order.append(w)
                    seen[w] = len(order)
                    stack.append((w, iter(around[w])))
                    break
            else:
                stack.pop()

    low = seen[:]
    result = []
    for v in reversed(order):
        p = parent[v]
        numbers = [seen[w] for w in around[v]]
        if p >= 0:
            numbers.remove(seen[p])     # once: a second link to the parent counts
        least = min(numbers, default=n + 1)
        if least < low[v]:
            low[v] = least
        if p >= 0:
            if low[v] == seen[v]:
                result.append((p, v))
            elif low[v] < low[p]:
                low[p] = low[v]
    return result
