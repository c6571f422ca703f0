def count_periodic_prefixes(text, queries, whole):
    # Questions grouped by period: the match of text with itself moved by p is measured once, up to the
    # longest length asked for, by a search with slices.
    by_period = {}
    for length, period in queries:
        if not whole or length % period == 0:
            by_period.setdefault(period, []).append(length)
    count = 0
    for period, lengths in by_period.items():
        most = max(lengths)
        if text[:most - period] == text[period:most]:
            count += len(lengths)
            continue
        good, bad = period, most
        while bad - good > 1:
            middle = (good + bad) // 2
            if text[good - period:middle - period] == text[good:middle]:
                good = middle
            else:
                bad = middle
        for length in lengths:
            count += length <= good
    return count
