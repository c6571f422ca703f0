# Compares the prefix with itself, moved by the period, for each question.
def count_periodic_prefixes(text, queries, whole):
    count = 0
    for length, period in queries:
        if whole and length % period:
            continue
        if text[period:length] == text[:length - period]:
            count += 1
    return count
