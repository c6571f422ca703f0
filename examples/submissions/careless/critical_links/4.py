import sys
sys.setrecursionlimit(10 ** 6)
def critical_links(links):
    n = len(links)
    disc = [None] * n
    low = [0] * n
    ans = []
    t = [0]
    def dfs(v, p):
        disc[v] = low[v] = t[0]
        t[0] += 1
        for w in links[v]:
            if w == p:
                continue
            if disc[w] is None:
                dfs(w, v)
                low[v] = min(low[v], low[w])
                if low[w] > disc[v]:
                    ans.append((v, w))
            else:
                low[v] = min(low[v], disc[w])
    for v in range(n):
        if disc[v] is None:
            dfs(v, -1)
    return ans
