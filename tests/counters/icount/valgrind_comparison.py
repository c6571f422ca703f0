#!/usr/bin/env python3
"""Holds the verdicts and costs of one instrument against another's: valgrind_comparison.py ICOUNT VALGRIND

Both files are what `effk report RUN --samples` prints for runs of the same submissions. Prints the table of
results/icount/valgrind.md. Exit status 1 if a verdict differs.
"""
import json
import sys


def samples(path):
    with open(path, encoding='utf-8') as lines:
        return {(s['model'], s['problem'], s['language'], s['sample']): s for s in map(json.loads, lines)}


def pairs(ours, theirs, language, scoring):
    """Costs of the cases that both know: (relative difference, absolute difference)."""
    for key, sample in ours.items():
        if sample['language'] != language:
            continue
        for level, costs in enumerate(zip(sample['costs'], theirs[key]['costs'])):
            if (level > 0) != scoring:
                continue
            for cost, other in zip(*costs):
                if (cost is None) != (other is None):
                    sys.exit(f'{key}: a case of level {level} has a cost in one run alone')
                if cost is not None and other:
                    yield abs(cost - other) / other, abs(cost - other)


def main():
    ours, theirs = samples(sys.argv[1]), samples(sys.argv[2])
    if ours.keys() != theirs.keys():
        sys.exit('the runs have other samples')
    other_verdict = [key for key in ours if ours[key]['verdict'] != theirs[key]['verdict']]
    print(f'{len(ours)} samples, {len(other_verdict)} with another verdict; scores differ by at most '
          f"{max(abs(ours[key]['score'] - theirs[key]['score']) for key in ours):.4f}.\n")
    print('| costs | cases | median | 99% below | largest | beyond the bar | largest of those, instructions |')
    print('|---|---:|---:|---:|---:|---:|---:|')
    for language, bar in (('cpp', 0.001), ('python', 0.015)):
        for scoring in (True, False):
            found = sorted(pairs(ours, theirs, language, scoring))
            beyond = [one for one in found if one[0] > bar]
            at = lambda share: f'{found[min(int(len(found) * share), len(found) - 1)][0]:.2g}'
            print(f"| {language}, {'scoring levels' if scoring else 'level 0'} | {len(found)} | {at(0.5)} | {at(0.99)} "
                  f'| {at(1)} | {len(beyond)} | {max((one[1] for one in beyond), default=0):,} |')
    for key in other_verdict:
        print(key, ours[key]['verdict'], theirs[key]['verdict'])
    return 1 if other_verdict else 0


if __name__ == '__main__':
    sys.exit(main())
