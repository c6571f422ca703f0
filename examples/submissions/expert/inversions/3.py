from bisect import bisect_right, insort


def count_inversions(values):
    """Buckets of sorted values (in the manner of sortedcontainers)."""
    limit = 1000
    buckets = [[]]
    maxima = []
    total = 0
    seen = 0
    for v in values:
        if not maxima:
            buckets[0].append(v)
            maxima.append(v)
            seen = 1
            continue
        b = bisect_right(maxima, v)
        if b == len(maxima):
            b -= 1
            bucket = buckets[b]
            bucket.append(v)
            maxima[b] = v
        else:
            bucket = buckets[b]
            at = bisect_right(bucket, v)
            total += len(bucket) - at
            bucket.insert(at, v)
        for k in range(b + 1, len(buckets)):
            total += len(buckets[k])
        if len(bucket) > limit:
            half = len(bucket) // 2
            buckets.insert(b + 1, bucket[half:])
            del bucket[half:]
            maxima.insert(b, bucket[-1])
        seen += 1
    return total
