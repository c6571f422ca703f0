# Takes neighbours in the input for neighbours in value.
input()
a = [int(word) for word in input().split()]
gaps = [abs(x - y) for x, y in zip(a, a[1:])]
print(min(gaps))
print(sum(gaps) / len(gaps))
