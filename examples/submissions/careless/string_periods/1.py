def count_periodic_prefixes(text, queries, whole):
    c = 0
    for q in queries:
        prefix = text[0:q[0]]
        p = q[1]
        if all(prefix[i] == prefix[i - p] for i in range(p, len(prefix))):
            if whole == True:
                if len(prefix) % p == 0:
                    c += 1
            else:
                c += 1
    return c
