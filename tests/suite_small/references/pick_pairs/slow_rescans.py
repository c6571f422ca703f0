# Looks through all pairs for each that it picks.
def pick_pairs(pairs):
    picked = []
    free_from = 0
    while True:
        left = [pair for pair in pairs if pair[0] >= free_from]
        if not left:
            return picked
        best = min(left, key=lambda pair: pair[1])
        picked.append(best)
        free_from = best[1]
