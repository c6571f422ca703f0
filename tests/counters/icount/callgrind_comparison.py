#!/usr/bin/python3
"""Larger programs under icount and under callgrind: callgrind_comparison.py BUILD-FOLDER [NAME...].

Each program runs twice under both: with the work, and with next to none. The difference of the two is what the work
costs. Callgrind loads a library of its own into every dynamic program and tells it of another processor and of
more in the auxiliary vector; that is in both runs.

The two put a program's memory at different addresses, and some programs do other work at other addresses. How much
of a difference that makes is measured: the same again with memory moved, by a library that takes some first. And
callgrind counts a repeated string instruction once more than it has iterations; how many were executed is read from
its profile. Prints a Markdown table.
"""

import collections
import functools
import os
import random
import re
import subprocess
import sys
import tempfile

CALLGRIND = "/usr/libexec/valgrind/callgrind-amd64-linux"
LAST_BLOCK = 2  # the block that ends the process, which callgrind never adds
# Both choose the same string routines: no instruction that only one of them has, and the same thresholds.
TUNABLES = (
    "GLIBC_TUNABLES=glibc.pthread.rseq=0:glibc.cpu.hwcaps=-AVX512F,-AVX512VL,-AVX512BW,-ERMS,-FSRM,-RTM,-XSAVEC,"
    "-Prefer_ERMS,-Prefer_FSRM,-Prefer_No_VZEROUPPER,Fast_Unaligned_Load,Fast_Unaligned_Copy,AVX_Fast_Unaligned_Load,"
    "-Slow_BSF,-Fast_Rep_String,-Fast_Copy_Backward,-Prefer_PMINUB_for_stringop,-Slow_SSE4_2:"
    "glibc.cpu.x86_data_cache_size=0x8000:glibc.cpu.x86_shared_cache_size=0x100000:"
    "glibc.cpu.x86_non_temporal_threshold=0xc0000"
)

PYTHON = ["/usr/bin/python3", "-S", "-c"]
NOTHING = "pass"
# How far memory is moved, in as many digits: one more in the environment would move the stack as well.
# Programs with an allocator of their own, which goes by addresses, are moved each time, the others once.
MOVED = ("/usr/bin/python3", "/usr/bin/bash")
MOVES = ("000", "037", "080", "128", "171", "222")


def inputs(folder):
    """Files that the programs read, the same each time."""
    numbers = random.Random(1)
    words = ["".join(numbers.choices("abcdefghijklmnop", k=numbers.randint(2, 9))) for _ in range(3000)]
    with open(f"{folder}/lines", "w", encoding="ascii") as out:
        for _ in range(8000):
            out.write(" ".join(numbers.choices(words, k=5)) + f" {numbers.randint(0, 10**6)}\n")
    with open(f"{folder}/short", "w", encoding="ascii") as out:
        out.write("a few words 7\n")
    for name, text in (("power", "x = 3 ^ 5000\ny = x / 7 ^ 2000\ny % 1000007\nquit\n"), ("none", "1\nquit\n")):
        with open(f"{folder}/{name}", "w", encoding="ascii") as out:
            out.write(text)


def programs(folder, build):
    """Name, command with work, command without."""
    lines, short = f"{folder}/lines", f"{folder}/short"

    def python(text):
        return PYTHON + [text], PYTHON + [NOTHING]

    def on_lines(*command):
        return list(command) + [lines], list(command) + [short]

    whole = f"{build}/tests/bin/count_whole"
    counted = f"{build}/tests/bin/counted_"
    yield ("python: integers", *python("t = 0\nfor i in range(60000): t += i * i % 7\nprint(t)"))
    yield ("python: recursion", *python("def f(n): return n if n < 2 else f(n - 1) + f(n - 2)\nprint(f(20))"))
    yield ("python: sorting", *python(
        "x = 1\na = []\nfor i in range(8000):\n  x = x * 1103515245 + 12345 & 0x7fffffff\n  a.append(x)\n"
        "a.sort(); print(a[7], sorted(a, key=str)[9])"))
    yield ("python: dictionary of strings", *python(
        "d = {}\nfor i in range(12000): d[str(i % 5000)] = d.get(str(i % 77), 0) + 1\nprint(len(d))"))
    yield ("python: long numbers", *python("import math\nprint(len(str(3 ** 6000)), math.factorial(1500) % 1000003)"))
    yield ("python: classes", *python(
        "class P:\n  def __init__(s, x): s.x = x\n  def m(s, o): return P(s.x + o.x & 1023)\n"
        "p = P(1)\nfor i in range(20000): p = p.m(P(i))\nprint(p.x)"))
    yield ("python: floats", *python("t = 0.0\nfor i in range(1, 60000): t += 1.0 / i ** 1.5\nprint(t)"))
    yield ("sort", *on_lines("/usr/bin/sort", "--parallel=1", "-S8M"))
    yield ("sort by number", *on_lines("/usr/bin/sort", "--parallel=1", "-S8M", "-k6n"))
    yield ("gzip", *on_lines("/usr/bin/gzip", "-nc"))
    yield ("bzip2", *on_lines("/usr/bin/bzip2", "-c1"))
    yield ("xz", *on_lines("/usr/bin/xz", "-T1", "-0", "-c"))
    yield ("xz without checksum", *on_lines("/usr/bin/xz", "-T1", "-0", "-c", "--check=none"))
    yield ("sed", *on_lines("/usr/bin/sed", "-E", "s/([a-f]+) ([g-p]+)/\\2 \\1/g"))
    yield ("awk", *on_lines("/usr/bin/mawk", "{ c[$1]++; s += $6 } END { for (k in c) n++; print n, s }"))
    yield ("perl: words", *on_lines("/usr/bin/perl", "-ne", "$c{$_}++ for split; END { print scalar(keys %c) }"))
    yield ("perl: numbers", ["/usr/bin/perl", "-e", "$t += $_ * $_ % 7 for 1 .. 200000; print $t"],
           ["/usr/bin/perl", "-e", "1"])
    yield ("grep", *on_lines("/usr/bin/grep", "-cE", "(ab|cd)[e-k]+ .*[13579]$"))
    yield ("sqlite", ["/usr/bin/sqlite3", ":memory:",
                      "with recursive n(i) as (select 1 union all select i + 1 from n where i < 15000) "
                      "select count(*), sum(i * i % 7) from n; create table t(a, b); "
                      "insert into t select value, value % 91 from generate_series(1, 5000); "
                      "select b, count(*) from t group by b order by 2 desc limit 1"],
           ["/usr/bin/sqlite3", ":memory:", "select 1"])
    yield ("bash", ["/usr/bin/bash", "--norc", "-c", "t=0; for ((i = 0; i < 8000; i++)); do ((t += i * i % 7)); "
                    "s=${s:0:40}x$i; done; echo $t $s"], ["/usr/bin/bash", "--norc", "-c", ":"])
    yield ("bc", ["/usr/bin/bc", "-q", f"{folder}/power"], ["/usr/bin/bc", "-q", f"{folder}/none"])
    yield ("sha256sum", *on_lines("/usr/bin/sha256sum"))
    yield ("base64", *on_lines("/usr/bin/base64"))
    yield ("factor", ["/usr/bin/factor", *[str(10**15 + i) for i in range(40)]], ["/usr/bin/factor", "7"])
    for name in ("sort", "strings", "map", "exceptions"):
        yield (f"C++: {name}", [whole, name], [whole, "none"])
    for name in ("containers", "streams", "exceptions"):
        yield (f"static C++: {name}", [counted + name + "_static"], [counted + "empty_static"])


def environment(*more):
    """Of a program: nothing of ours. Bound at the start: callgrind's library is one more to look a name up in."""
    same = (TUNABLES, "LD_BIND_NOW=1", "PYTHONHASHSEED=0", "PERL_HASH_SEED=0", "LC_ALL=C")
    return dict(one.split("=", 1) for one in (*same, *more))


def by_icount(build, command, folder, *more, rep="iterations"):
    """What icount counts, each iteration of a string instruction by itself unless `rep` is once."""
    file = f"{folder}/count"
    subprocess.run([f"{build}/bin/icount", f"--output={file}", f"--rep={rep}", "--", *command], check=False,
                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   env=environment(*more))
    with open(file, encoding="ascii") as text:
        return int(text.read().split()[0])


def by_callgrind(command, folder, *more):
    """What callgrind collects; leaves its profile in the folder."""
    log = f"{folder}/log"
    subprocess.run([CALLGRIND, "--tool=callgrind", "--command-line-only=yes", f"--callgrind-out-file={folder}/profile",
                    "--dump-instr=yes", "--compress-pos=no", "--compress-strings=no", "--vgdb=no",
                    "--run-libc-freeres=no", "--run-cxx-freeres=no", f"--log-file={log}", *command],
                   check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   env=environment("VALGRIND_LAUNCHER=/usr/bin/valgrind", *more))
    with open(log, encoding="utf-8") as text:
        return int(re.search(r"Collected : (\d+)", text.read()).group(1)) + LAST_BLOCK


@functools.lru_cache(None)
def string_instructions(path):
    """Addresses of the repeated string instructions in a program or library."""
    text = subprocess.run(["/usr/bin/objdump", "-d", "--no-show-raw-insn", path], check=False, capture_output=True,
                          text=True).stdout
    return {int(match.group(1), 16)
            for match in re.finditer(r"^ *([0-9a-f]+):\trep[nez]* (?:movs|stos|cmps|scas|lods)", text, re.MULTILINE)}


def in_profile(folder):
    """How often callgrind counted repeated string instructions: iterations and one more for each execution."""
    counts = collections.Counter()
    path, is_call = "", False
    with open(f"{folder}/profile", encoding="utf-8") as profile:
        for line in profile:
            if line.startswith("ob="):
                path = line[3:].strip()
            elif line.startswith("calls="):
                is_call = True  # the next line is the cost of what was called
            elif line.startswith("0x"):
                address, _, count = line.split()[:3]
                if not is_call:
                    counts[path, int(address, 16)] += int(count)
                is_call = False
    return sum(count for (path, address), count in counts.items()
               if path.startswith("/") and address in string_instructions(path))


def string_executions(build, command, folder, *more):
    """How many times a repeated string instruction was executed. Of `x` executions icount adds their iterations, or
    x; callgrind their iterations and x."""
    iterations_less_x = by_icount(build, command, folder, *more) - by_icount(build, command, folder, *more, rep="once")
    by_callgrind(command, folder, *more)
    return (in_profile(folder) - iterations_less_x) // 2


def main():
    """Prints the table."""
    build = os.path.abspath(sys.argv[1])
    wanted = sys.argv[2:]
    print("| program | start: icount | start: difference | work: icount | work: difference | of a million "
          "| string instructions | icount, memory moved | callgrind, memory moved |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        inputs(folder)
        for name, work, start in programs(folder, build):
            if (wanted and name not in wanted) or not os.path.exists(work[0]):
                continue
            starts, works = [], []
            for move in MOVES if work[0] in MOVED else MOVES[:2]:
                moved = f"LD_PRELOAD={build}/tests/bin/counted_moved.so", f"MOVE={move}"
                for counts, command in ((starts, start), (works, work)):
                    counts.append((by_icount(build, command, folder, *moved), by_callgrind(command, folder, *moved)))
            executions = [string_executions(build, command, folder, *moved) for command in (start, work)]
            ours = [both[0] - begin[0] for both, begin in zip(works, starts)]
            theirs = [both[1] - begin[1] for both, begin in zip(works, starts)]
            difference = theirs[0] - ours[0]
            print(f"| {name} | {starts[0][0]} | {starts[0][1] - starts[0][0]:+} | {ours[0]} | {difference:+} "
                  f"| {difference / ours[0] * 1e6:+.1f} | {executions[1] - executions[0]} "
                  f"| {min(ours) - ours[0]:+} … {max(ours) - ours[0]:+} "
                  f"| {min(theirs) - ours[0]:+} … {max(theirs) - ours[0]:+} |", flush=True)


if __name__ == "__main__":
    main()
