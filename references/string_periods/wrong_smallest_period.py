# Takes the multiples of the smallest period for all the periods.
def count_periodic_prefixes(text, queries, whole):
    n = len(text)
    border = [0] * (n + 1)
    k = 0
    for i in range(1, n):
        while k and text[i] != text[k]:
            k = border[k]
        if text[i] == text[k]:
            k += 1
        border[i + 1] = k
    count = 0
    for length, period in queries:
        if period % (length - border[length]) == 0 and (not whole or length % period == 0):
            count += 1
    return count
