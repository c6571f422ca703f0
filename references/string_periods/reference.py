# z[i] is the length of the longest prefix that also begins at i; the prefix of length l has the period p if
# z[p] >= l - p. Within a stretch [i, i + length) that equals a prefix, z repeats the beginning of z, up to the
# first place whose match reaches the end of the stretch. What lies before it is copied in one piece; it is
# looked up by `length` in a list that grows with the furthest letter reached.
def count_periodic_prefixes(text, queries, whole):
    n = len(text)
    ended = text + "."
    find = text.find
    begin = text[:2]
    # Where nothing but the first letter fits, this is all: 1 if it does, else 0.
    z = list(text.encode().translate(bytes(c == ord(text[0]) for c in range(256))))
    reaches = [0, 0, 0]  # reaches[e]: the first place, not 0, whose match of two or more ends at e or behind
    furthest = 2
    codes = list(ended.encode())
    i = find(begin, 1) if n > 1 else -1
    while i > 0:
        length = 2
        end = i + 2
        code = codes[end]
        while True:
            # The `length` letters before `end` equal the beginning, and no earlier match reaches further.
            if codes[length] == code:
                # Extend by growing pieces, then by the letters of the first one that differs.
                length += 1
                end += 1
                piece = 4
                while codes[length] == codes[end]:
                    if ended[length:length + piece] == ended[end:end + piece]:
                        length += piece
                        end += piece
                        piece *= 2
                    elif piece > 4:
                        piece //= 4
                    else:
                        while codes[length] == codes[end]:
                            length += 1
                            end += 1
                code = codes[end]
                if end > furthest:
                    reaches += [i] * (end - furthest)
                    furthest = end
            elif end > furthest:
                reaches += [i] * (end - furthest)
                furthest = end
            z[i] = length
            j = reaches[length]
            if j == 1 and length > 2:
                i += 1
                length -= 1
            elif 0 < j < length - 1:
                z[i + 1:i + j] = z[1:j]
                i += j
                length -= j
            else:
                # No match reaches the end, but perhaps one that begins with the last letter before it.
                z[i + 1:end - 1] = z[1:length - 1]
                break
        i = find(begin, end - 1)
    z[0] = n
    z.append(0)
    count = 0
    if whole:
        for length, period in queries:
            if not length % period and z[period] >= length - period:
                count += 1
    else:
        for length, period in queries:
            if z[period] >= length - period:
                count += 1
    return count
