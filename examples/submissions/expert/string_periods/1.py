def count_periodic_prefixes(text, queries, whole):
    """No table at all: a prefix has period p iff text[p:l] == text[:l - p], and comparing slices is memcmp.

    Answers are kept, because a period asked for again with a shorter prefix is settled at once.
    """
    yes = 0
    longest = {}      # period -> longest length known to have it
    shortest = {}     # period -> shortest length known not to have it
    for length, period in queries:
        if whole and length % period:
            continue
        if length <= longest.get(period, period):
            yes += 1
        elif length >= shortest.get(period, length + 1):
            pass
        elif text.startswith(text[:length - period], period):
            longest[period] = length
            yes += 1
        else:
            shortest[period] = length
    return yes
