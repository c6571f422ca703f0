"""Recomputes the groups of a leaderboard from the samples of its run, from the definitions and nothing of effk.

    leaderboard_oracle.py LEADERBOARD.json SAMPLES.jsonl

SAMPLES is what `effk report RUN --samples` prints. Every sign pattern is enumerated in exact fractions of the printed
scores, so a problem has at most a dozen differences. Prints what differs; exit 0 if nothing does.
"""
import itertools
import json
import sys
from fractions import Fraction

LEVEL = Fraction(5, 100)


def sign_flip(differences):
    observed = abs(sum(differences))
    slack = Fraction(1, 10**9) * sum(map(abs, differences))
    patterns = list(itertools.product((1, -1), repeat=len(differences)))
    hits = sum(abs(sum(s * d for s, d in zip(pattern, differences))) >= observed - slack for pattern in patterns)
    return Fraction(hits, len(patterns))


def holm(p_values):
    """Adjusted p-values by the paper's steps, one after another."""
    adjusted, running = {}, Fraction(0)
    for step, (pair, p) in enumerate(sorted(p_values.items(), key=lambda item: item[1])):
        running = max(running, min(Fraction(1), p * (len(p_values) - step)))
        adjusted[pair] = running
    return adjusted


def groups(ranked, adjusted):
    """All largest sets of neighbours without a resolved pair, as (first, last) places."""
    sets = [(a, b) for a in range(len(ranked)) for b in range(a, len(ranked))
            if all(adjusted[ranked[i], ranked[j]] > LEVEL for i in range(a, b + 1) for j in range(i + 1, b + 1))]
    return [one for one in sets if not any(other != one and other[0] <= one[0] and other[1] >= one[1] for other in sets)]


def main():
    board = json.load(open(sys.argv[1]))
    samples = [json.loads(line) for line in open(sys.argv[2])]
    problems = board["problems"]
    scores = {}
    for sample in samples:
        scores.setdefault((sample["model"], sample["language"]), {}).setdefault(sample["problem"], []).append(
            Fraction(sample["score"]))
    means = {row: [sum(per[p]) / len(per[p]) if p in per else Fraction(0) for p in problems] for row, per in scores.items()}
    faults = []
    for language in sorted({row[1] for row in means}):
        ranked = sorted((row for row in means if row[1] == language), key=lambda row: (-sum(means[row]), row[0]))
        p_values = {(a, b): sign_flip([x - y for x, y in zip(means[a], means[b])])
                    for a, b in itertools.combinations(ranked, 2)}
        adjusted = holm(p_values)
        found = groups(ranked, adjusted)
        for place, row in enumerate(ranked):
            within = [number + 1 for number, (first, last) in enumerate(found) if first <= place <= last]
            shown = next(one for one in board["rows"] if (one["model"], one["language"]) == row)
            if (shown["group_first"], shown["group_last"]) != (within[0], within[-1]):
                faults.append(f"{row}: groups {shown['group_first']}-{shown['group_last']}, not {within}")
        for one in board["comparisons"]:
            pair = tuple((board["rows"][one[key]]["model"], board["rows"][one[key]]["language"]) for key in ("better", "worse"))
            if pair in p_values and abs(one["p"] - p_values[pair]) > Fraction(1, 10**12):
                faults.append(f"{pair}: p {one['p']}, not {float(p_values[pair])}")
            if pair in p_values and abs(one["adjusted_p"] - adjusted[pair]) > Fraction(1, 10**12):
                faults.append(f"{pair}: adjusted p {one['adjusted_p']}, not {float(adjusted[pair])}")
    print("\n".join(faults) if faults else f"{len(means)} rows agree")
    return 1 if faults else 0


sys.exit(main())
