from bisect import bisect_right


def count_inversions(values):
    """Buckets of sorted values (in the manner of sortedcontainers)."""
    limit = 1000
    if not values:
        return 0
    buckets = [[values[0]]]
    sizes = [1]
    maxima = [values[0]]
    total = 0
    for v in values[1:]:
        b = bisect_right(maxima, v)
        if b == len(maxima):
            b -= 1
            bucket = buckets[b]
            bucket.append(v)
            maxima[b] = v
        else:
            bucket = buckets[b]
            at = bisect_right(bucket, v)
            total += len(bucket) - at + sum(sizes[b + 1:])
            bucket.insert(at, v)
        sizes[b] += 1
        if sizes[b] > limit:
            half = limit // 2
            buckets.insert(b + 1, bucket[half:])
            del bucket[half:]
            maxima.insert(b, bucket[-1])
            sizes[b:b + 1] = [half, len(buckets[b + 1])]
    return total
