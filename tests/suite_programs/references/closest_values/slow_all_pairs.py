# Compares every value with every other.
n = int(input())
a = list(map(int, input().split()))
best = None
for i in range(n):
    for j in range(i):
        d = abs(a[i] - a[j])
        if best is None or d < best:
            best = d
print(best)
print((max(a) - min(a)) / (n - 1))
exit()
