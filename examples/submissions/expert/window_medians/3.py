from heapq import heapify, heappop, heappush, heappushpop


def mean_of_medians(values, width):
    """Two heaps of (value, place); what has left the window is dropped when it comes to the top."""
    n = len(values)
    first = sorted((v, i) for i, v in enumerate(values[:width]))
    half = (width + 1) // 2
    low = [(-v, -i) for v, i in first[:half]]     # max-heap of the lower half
    high = first[half:]
    heapify(low)
    side = bytearray(n)                           # 1: in `high`
    for _, i in high:
        side[i] = 1
    twice = 0
    for i in range(width, n + 1):
        a = -low[0][0]
        twice += a + (a if width % 2 else high[0][0])
        if i == n:
            break
        out, v = i - width, values[i]
        balance = 1 if side[out] else -1          # lower half minus upper half, against what it should be
        if (v, i) <= (-low[0][0], -low[0][1]):
            heappush(low, (-v, -i))
            balance += 1
        else:
            heappush(high, (v, i))
            side[i] = 1
            balance -= 1
        if balance > 0:
            v2, i2 = heappop(low)
            while -i2 <= out:
                v2, i2 = heappop(low)
            heappush(high, (-v2, -i2))
            side[-i2] = 1
        elif balance < 0:
            v2, i2 = heappop(high)
            while i2 <= out:
                v2, i2 = heappop(high)
            heappush(low, (-v2, -i2))
            side[i2] = 0
        while low and -low[0][1] <= out:
            heappop(low)
        while high and high[0][1] <= out:
            heappop(high)
    return twice / 2 / (n - width + 1)
