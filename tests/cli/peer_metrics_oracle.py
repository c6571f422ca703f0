"""Recomputes `effk report RUN --metrics all --json` from the rows of the run, in fractions and from the
definitions: by going through every choice of samples, never through effk's formulas.

usage: peer_metrics_oracle.py RUN REPORT.json      exit 0 if every value agrees; else the differences
"""

import itertools
import json
import sqlite3
import sys
from fractions import Fraction

CENSORS = {"budget_exceeded", "time_limit", "memory_limit"}
run = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
with open(sys.argv[2], encoding="ascii") as file:
    report = json.load(file)


def mean(values):
    values = list(values)
    return sum(values, Fraction(0)) / len(values) if values else None


class Sample:
    def __init__(self, row):
        number, self.name, verdict = row
        cases = run.execute(
            "SELECT level, verdict, cost, peak_memory_bytes FROM case_result WHERE sample_id = ? "
            "ORDER BY level, number", (number,)).fetchall()
        last = cases[-1][0] if cases else 0
        self.complete = verdict == "accepted"
        self.right = self.complete or (verdict in CENSORS and last > 0)
        self.public = self.complete or last > 0
        self.cost = sum(c[2] for c in cases if c[0] > 0) if self.complete else None
        self.memory = max(max(c[3] for c in cases if c[0] > 0), 1) if self.complete else None
        self.known = self.right and self.cost is not None


class Problem:
    def __init__(self, model, language, name):
        rows = run.execute(
            "SELECT id, sample, verdict FROM sample WHERE model = ? AND language = ? AND problem = ? AND "
            "verdict != 'internal_error' ORDER BY length(sample), sample", (model, language, name)).fetchall()
        self.samples = [Sample(row) for row in rows]
        costs, memory = [], []
        for cost, peak in run.execute(
                "SELECT cost, peak_memory_bytes FROM reference_case WHERE problem = ? AND language = ? AND "
                "level > 0", (name, language)):
            costs.append(cost)
            memory.append(peak)
        self.reference = sum(costs) or None
        self.memory = max(memory, default=0) or None
        self.ships = {rival.split("/")[1] for rival in json.loads(
            run.execute("SELECT rivals FROM problem WHERE problem = ?", (name,)).fetchone()[0])
            if rival.startswith(language + "/")}
        rivals = dict()
        for number, rival, verdict in run.execute(
                "SELECT id, name, verdict FROM rival WHERE problem = ? AND language = ?", (name, language)):
            total = run.execute("SELECT sum(cost) FROM rival_case WHERE rival_id = ? AND level > 0",
                                (number,)).fetchone()[0]
            rivals[rival] = total if verdict == "accepted" else None
        self.measured = rivals
        rungs = [cost for rival, cost in rivals.items() if rival.startswith("slow_") and cost is not None]
        if self.reference:
            rungs.append(self.reference)
        self.ladder = sorted(rungs, reverse=True) if len(set(rungs)) > 1 else None
        self.old = rivals.get("baseline")

    def counts_though_missing(self, what):
        """Nobody tried the problem, so its rivals were not measured; or they were, and are there."""
        if any(name.startswith(what) for name in self.measured):
            return bool(self.ladder if what == "slow_" else self.old)
        return any(name.startswith(what) for name in self.ships)


def best_of_k(samples, k, value):
    return mean(max(value(one) for one in chosen) for chosen in itertools.combinations(samples, k))


def first_k(samples, k, value):
    return max(value(one) for one in samples[:k])


def over(problems, value, missing=None, has=lambda p: True, counts=lambda p: True):
    """The mean over the problems that have what is needed; `missing` for those without samples."""
    values = []
    for p in problems:
        if not p.samples:
            if missing is not None and (has(p) or counts(p)):
                values.append(Fraction(missing))
        elif has(p):
            one = value(p)
            if one is not None:
                values.append(one)
    return mean(values) if any(has(p) for p in problems) else None


def n_at_k(samples, n, k):
    """Each draw of k, each choice of n among those that pass the public tests."""
    def of_draw(draw):
        eligible = [one for one in draw if one.public]
        if not eligible:
            return Fraction(0)
        choices = itertools.combinations(eligible, min(n, len(eligible)))
        return mean(Fraction(any(one.complete for one in choice)) for choice in choices)
    return mean(of_draw(draw) for draw in itertools.combinations(samples, k))


def ratios(problems, reference, cost):
    pairs = []
    for p in problems:
        known = [Fraction(cost(s)) for s in p.samples if s.right and cost(s) is not None]
        if reference(p) and known:
            pairs.append((mean(known), Fraction(reference(p))))
    if not pairs:
        return None, None, None
    samples, references = sum(a for a, _ in pairs), sum(b for _, b in pairs)
    return mean(a / b for a, b in pairs), samples / references, references / samples


def dps(p, sample):
    if not sample.known:
        return Fraction(0)
    return Fraction(100 * sum(1 for rung in p.ladder if sample.cost <= rung), len(p.ladder))


def beyond(p, sample):
    low, high = p.ladder[-1], p.ladder[0]
    if not sample.known:
        return Fraction(0)
    return Fraction(high - min(max(sample.cost, low), high), high - low)


def old_over_new(p, sample):
    return max(Fraction(1), Fraction(p.old, sample.cost)) if sample.known else Fraction(1)


def expected(problems, ks):
    values = {}
    for k in ks:
        values["COFFE", f"pass@{k}"] = over(
            problems, lambda p: best_of_k(p.samples, k, lambda s: Fraction(s.right)), 0)
        values["COFFE", f"efficient@{k}"] = over(
            problems, lambda p: best_of_k(p.samples, k, lambda s: Fraction(s.known and s.cost < p.reference)), 0)
    net = ratios(problems, lambda p: p.reference, lambda s: s.cost)
    nmu = ratios(problems, lambda p: p.memory, lambda s: s.memory)
    values["COFFE", "speedup"] = net[2]

    has_ladder = lambda p: p.ladder is not None
    ladder_counts = lambda p: p.counts_though_missing("slow_")
    for name in ("DPS", "DPS_norm"):
        values["EvalPerf", name] = over(problems, lambda p: mean(dps(p, s) for s in p.samples if s.right),
                                        None, has_ladder)
    if not any(map(has_ladder, problems)):
        values["Mercury", "Beyond"] = values["Mercury", "Beyond@k, first k"] = None
    else:
        values["Mercury", "Beyond"] = over(problems, lambda p: mean(beyond(p, s) for s in p.samples), 0,
                                           has_ladder, ladder_counts)
        for k in ks:
            values["Mercury", f"Beyond@{k}, first {k}"] = over(
                problems, lambda p: mean(beyond(p, s) for s in p.samples[:k]), 0, has_ladder, ladder_counts)

    values["EffiBench", "NET, mean of ratios"], values["EffiBench", "NET, ratio of sums"] = net[:2]
    values["EffiBench", "NMU, mean of ratios"], values["EffiBench", "NMU, ratio of sums"] = nmu[:2]
    values["EffiBench", "NTMU, mean of ratios"] = values["EffiBench", "NTMU, ratio of sums"] = None

    has_old = lambda p: p.old is not None
    old_counts = lambda p: p.counts_though_missing("baseline")
    for form, choose in (("best of {0}", best_of_k), ("Best@{0} of the first {0}", first_k)):
        if not any(map(has_old, problems)):
            for name in ("%Opt", "Speedup", "%Correct"):
                values["PIE", f"{name}, {form.format('k')}"] = None
            continue
        for k in ks:
            name = form.format(k)
            values["PIE", f"Speedup, {name}"] = over(
                problems, lambda p: choose(p.samples, k, lambda s: old_over_new(p, s)), 1, has_old, old_counts)
            values["PIE", f"%Opt, {name}"] = over(
                problems,
                lambda p: choose(p.samples, k, lambda s: Fraction(old_over_new(p, s) >= Fraction(11, 10))), 0,
                has_old, old_counts)
            values["PIE", f"%Correct, {name}"] = over(
                problems, lambda p: choose(p.samples, k, lambda s: Fraction(s.known)), 0, has_old, old_counts)

    for k in ks:
        for n in ks:
            if n < k or n == k == 1:
                values["AlphaCode", f"{n}@{k}"] = over(problems, lambda p: n_at_k(p.samples, n, k), 0)
    return values


faults = []
compared = 0
for model in report["models"]:
    problems = [Problem(model["model"], model["language"], name) for name in report["problems"]]
    smallest = min(len(p.samples) for p in problems if p.samples)
    ks = [k for k in map(int, sys.argv[3].split(",")) if k <= smallest]
    wanted = expected(problems, ks)
    found = {(family["name"], value["metric"]): value
             for family in model["benchmarks"] for value in family["values"]}
    who = f'{model["model"]} ({model["language"]})'
    if set(found) != set(wanted):
        faults.append(f"{who}: names differ: {sorted(set(found) ^ set(wanted))}")
        continue
    for key, want in wanted.items():
        have = found[key]["value"]
        if want is None or have is None:
            if not (want is None and have is None and found[key]["not_available"]):
                faults.append(f"{who}: {key}: {have}, wanted {want}")
            continue
        compared += 1
        if abs(Fraction(have) - want) > abs(want) * Fraction(1, 10**12):
            faults.append(f"{who}: {key}: {have}, wanted {float(want)}")
        low, high = found[key]["low"], found[key]["high"]
        if low is not None and not low <= have * (1 + 1e-12) <= high * (1 + 1e-11):
            faults.append(f"{who}: {key}: {have} outside {low} to {high}")
print(f"{compared} values agree" if not faults else "\n".join(faults))
sys.exit(1 if faults else 0)
