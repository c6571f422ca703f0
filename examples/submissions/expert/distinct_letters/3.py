def longest_stretches(text: str, limits: list[int]) -> list[tuple[int, int]]:
    data = text.encode()
    n = len(data)
    letters = len(set(data))

    def longest(limit):
        if limit >= letters:
            return 0, n
        if limit == 0:
            return 0, 0
        count = [0] * 123
        room = limit
        left = 0
        best = start = 0
        for right, c in enumerate(data):
            if not count[c]:
                room -= 1
            count[c] += 1
            if room < 0:
                # slide: the window keeps the best length and never shrinks
                d = data[left]
                left += 1
                count[d] -= 1
                if not count[d]:
                    room += 1
            elif right - left >= best:
                best = right - left + 1
                start = left
        return start, best

    table = {limit: longest(limit) for limit in set(limits)}
    return [table[limit] for limit in limits]
