def critical_links(links):
    return [[v, w] for v in range(len(links)) for w in links[v] if links[v].count(w) == 1 and v not in links[w]]
