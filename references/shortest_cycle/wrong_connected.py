# Searches only the vertices that can be reached from vertex 0.
from collections import deque


def shortest_cycle(n, edges):
    around = [[] for _ in range(n)]
    for u, v in edges:
        around[u].append(v)
        around[v].append(u)
    reachable = {0}
    queue = deque([0])
    while queue:
        for v in around[queue.popleft()]:
            if v not in reachable:
                reachable.add(v)
                queue.append(v)
    best = None
    for start in reachable:
        distance = {start: 0}
        parent = {start: -1}
        queue = deque([start])
        while queue:
            u = queue.popleft()
            if best is not None and 2 * distance[u] + 1 >= best:
                break
            for v in around[u]:
                if v not in distance:
                    distance[v] = distance[u] + 1
                    parent[v] = u
                    queue.append(v)
                elif v != parent[u]:
                    length = distance[u] + distance[v] + 1
                    if best is None or length < best:
                        best = length
    return best
