import itertools
def kth_pair_distance(values, k):
    l = []
    for pair in itertools.combinations(values, 2):
        l.append(abs(pair[0] - pair[1]))
    l.sort()
    print("the distances are", l)
    return l[k-1]
