def shortest_cycle(n, edges):
    adj = [[0] * n for i in range(n)]
    for u, v in edges:
        adj[u][v] = adj[v][u] = 1
    # Floyd-Warshall
    INF = 10 ** 9
    d = [[adj[i][j] or INF for j in range(n)] for i in range(n)]
    best = INF
    for k in range(n):
        for i in range(k):
            for j in range(i):
                best = min(best, d[i][j] + adj[i][k] + adj[k][j + n])
        for i in range(n):
            for j in range(n):
                d[i][j] = min(d[i][j], d[i][k] + d[k][j])
    return None if best == INF else best
