def count_periodic_prefixes(text, queries, whole):
    result = []
    for length, period in queries:
        ok = text[:length - period] == text[period:length]
        if whole:
            ok = ok and length % period == 0
        result.append(ok)
    return result
