import re
def count_periodic_prefixes(text, queries, whole):
    c = 0
    for length, period in queries:
        if re.fullmatch("(" + text[:period] + ")+", text[:length]):
            c += 1
    return c
