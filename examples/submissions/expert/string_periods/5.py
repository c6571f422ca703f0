def count_periodic_prefixes(text, queries, whole):
    count = 0
    memo = {}
    for length, period in queries:
        key = length, period
        if key not in memo:
            block = text[:period]
            times, rest = divmod(length, period)
            if whole:
                memo[key] = rest == 0 and text.startswith(block * times)
            else:
                memo[key] = text.startswith(block * times) and text[:rest] == text[-rest:]
        count += memo[key]
    return count
