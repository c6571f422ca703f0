def count_periodic_prefixes(text, queries, whole):
    c = 0
    for (l, p) in queries:
        a = text[0:l - p]
        b = text[p:l]
        if a == b:
            if whole == True:
                if l % p == 0:
                    c += 1
            else:
                c += 1
    return c
