def critical_links(links):
    # Union-find over a breadth-first forest: every other link melts the tree path between its ends.
    n = len(links)
    around = [row[:] for row in links]
    for v, row in enumerate(links):
        for w in row:
            around[w].append(v)
    place = [-1] * n
    parent = [0] * n        # of places
    order = []
    for root in range(n):
        if place[root] >= 0:
            continue
        place[root] = parent[len(order)] = head = len(order)
        order.append(root)
        while head < len(order):
            for w in around[order[head]]:
                if place[w] < 0:
                    place[w] = len(order)
                    parent[len(order)] = head
                    order.append(w)
            head += 1
    top = list(range(n))
    for i, v in enumerate(order):
        first = True
        p = parent[i]
        for w in around[v]:
            j = place[w]
            if j >= i:
                continue
            if first and j == p:
                first = False
                continue
            a, b = i, j
            while True:
                while top[a] != a:
                    top[a] = a = top[top[a]]
                while top[b] != b:
                    top[b] = b = top[top[b]]
                if a == b:
                    break
                if a < b:
                    a, b = b, a
                top[a] = parent[a]
    return [(order[i], order[parent[i]]) for i in range(n) if top[i] == i != parent[i]]
