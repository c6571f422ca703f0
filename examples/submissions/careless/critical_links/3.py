import networkx as nx

def critical_links(links):
    g = nx.MultiGraph()
    g.add_nodes_from(range(len(links)))
    for v, row in enumerate(links):
        for w in row:
            g.add_edge(v, w)
    return list(nx.bridges(g))
