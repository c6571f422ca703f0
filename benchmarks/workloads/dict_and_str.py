# The interpreter's main loop, dictionaries and strings.
counts = {}
for i in range(2_000_000):
    word = "w" + str(i * 7919 % 10_007)
    counts[word] = counts.get(word, 0) + len(word)
if len(counts) != 10_007 or sum(counts.values()) != sum(len(w) * (counts[w] // len(w)) for w in counts):
    raise SystemExit(1)
