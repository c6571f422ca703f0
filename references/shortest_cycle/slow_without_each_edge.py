# Takes out each edge in turn and looks for the shortest way between its ends.
from collections import deque


def shortest_cycle(n, edges):
    around = [[] for _ in range(n)]
    for u, v in edges:
        around[u].append(v)
        around[v].append(u)
    best = None
    for start, goal in edges:
        distance = {start: 0}
        queue = deque([start])
        while queue and goal not in distance:
            u = queue.popleft()
            for v in around[u]:
                if v not in distance and not (u == start and v == goal):
                    distance[v] = distance[u] + 1
                    queue.append(v)
        if goal in distance and (best is None or distance[goal] + 1 < best):
            best = distance[goal] + 1
    return best
