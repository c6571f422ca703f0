#!/usr/bin/python3
"""Kills runs at random moments, or lets their disk run full, and goes on with them by --resume.

    tests/soak/kills.py --kills 200 >results/soak/kills.md

After each blow: the file must be readable and hold every sample that had been reported as done; no process and no
temporary file may be left; and the resumed run must report, byte for byte, what an undisturbed one does.

Who is struck:
  supervisor  effk itself, by SIGKILL; sometimes again while it resumes
  worker      one process below it, by SIGKILL: a driver, its child, a warden, an init, a compiler, a generator
  full disk   the run, or the caches too, lie on a tmpfs that is too small; it is enlarged before --resume

Runs in a mount namespace of its own with an empty /tmp, so it must be root or be allowed user namespaces.
"""

import argparse
import collections
import ctypes
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SMALL = ROOT / "tests" / "suite_small"
PR_SET_CHILD_SUBREAPER = 36
PATIENCE_S = 20
FORMS = ("--samples", "--json", "--csv")


class Soak:
    def __init__(self, arguments, place):
        self.effk = place / "prefix/bin/effk"
        self.place = place
        self.jobs = str(arguments.jobs)
        self.instrument = arguments.instrument
        self.chance = random.Random(arguments.seed)
        self.warm = place / "warm"
        self.cache = place / "cache"
        self.run = place / "out/run.effk"
        self.faults = []
        self.notes = collections.Counter()
        for problem in sorted((SMALL / "references").iterdir()):
            shutil.copytree(problem, place / "m" / problem.name)

    def command(self, *more):
        return [str(self.effk), "run", str(self.place / "m"), "-o", str(self.run), "--suite", str(SMALL), "--jobs",
                self.jobs, "--instrument", self.instrument, *more]

    def start(self, *more):
        self.said = tempfile.TemporaryFile()
        environment = {"PATH": "/usr/bin:/bin", "EFFK_CACHE": str(self.cache)}
        return subprocess.Popen(self.command(*more), stdout=subprocess.DEVNULL, stderr=self.said, env=environment)

    def text(self):
        self.said.seek(0)
        return self.said.read().decode(errors="replace")

    def report(self):
        """What the run says, or None if it cannot be read."""
        parts = []
        for form in FORMS:
            done = subprocess.run([self.effk, "report", self.run, form, "--k", "1"], capture_output=True)
            if done.returncode != 0:
                return None, done.stderr.decode()
            parts.append(done.stdout)
        return parts, ""

    def prepare(self):
        """A fresh place for the run, and a cache in which a part of the compiled code is missing."""
        for folder in (self.run.parent, self.cache):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
        subprocess.run(["cp", "-al", f"{self.warm}/.", self.cache], check=True)
        for kept in self.cache.rglob("*"):
            if kept.is_file() and kept.parent.name != "prelude" and self.chance.random() < 0.15:
                kept.unlink()

    def fault(self, what):
        self.faults.append(what)
        print(f"FAULT: {what}", file=sys.stderr)

    def check_nobody_left(self, what):
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            try:
                while os.waitpid(-1, os.WNOHANG)[0] != 0:
                    pass
            except ChildProcessError:
                return
            time.sleep(0.01)
        left = subprocess.run(["ps", "-o", "pid,args", "--ppid", str(os.getpid())], capture_output=True, text=True)
        self.fault(f"{what}: processes are left:\n{left.stdout}")

    def check_nothing_left(self, what, may_have_wal):
        names = [p for top in (self.cache, self.run.parent) for p in top.rglob("*")]
        names += [p for top in ("/tmp", "/dev/shm") for p in pathlib.Path(top).iterdir()]
        allowed = {self.run.name} | ({self.run.name + "-wal", self.run.name + "-journal"} if may_have_wal else set())
        for path in names:
            temporary = path.name.startswith("tmp-") or path.name.endswith(".part")
            foreign = path.parent == self.run.parent and path.name not in allowed
            if temporary or foreign or str(path).startswith(("/tmp", "/dev/shm")):
                self.fault(f"{what}: {path} is left")

    def check_readable(self, what):
        counts = re.findall(r"samples +(\d+)/", self.text())
        reported = int(counts[-1]) if counts else 0
        if not self.run.exists():
            if reported:
                self.fault(f"{what}: no file, and {reported} samples were reported")
            return
        parts, error = self.report()
        stored = parts[0].count(b"\n") if parts else 0
        if parts is None and "nothing is in it" not in error:
            self.fault(f"{what}: not readable: {error}")
        if stored < reported:
            self.fault(f"{what}: {stored} samples are stored, and {reported} were reported as done")
        self.notes["samples found stored after a blow"] += stored

    def finish(self, what):
        """Resumes until it is done; a resumed run must end well."""
        process = self.start("--resume")
        if self.chance.random() < 0.25:
            time.sleep(self.chance.random() * self.usual_s)
            process.kill()
            self.notes["killed again while resuming"] += 1
            process.wait()
            self.check_nobody_left(what)
            process = self.start("--resume")
        if process.wait() != 0:
            self.fault(f"{what}: --resume ended with {process.returncode}: {self.text()[-500:]}")
        self.check_nobody_left(what)
        self.check_nothing_left(what, False)
        parts, error = self.report()
        if parts is None:
            self.fault(f"{what}: not readable after --resume: {error}")
        for form, one, other in zip(FORMS, parts or [], self.standard):
            if one != other:
                self.fault(f"{what}: {form} differs from the undisturbed run")

    def blow_supervisor(self, what):
        process = self.start()
        time.sleep(self.chance.random() * self.usual_s)
        process.kill()
        if process.wait() == 0:
            self.notes["runs that were over before the blow"] += 1

    def descendants(self, pid):
        found = []
        for child in subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True,
                                    text=True).stdout.split():
            found += [int(child)] + self.descendants(child)
        return found

    def blow_worker(self, what):
        process = self.start()
        time.sleep(self.chance.random() * self.usual_s)
        victims = self.descendants(process.pid)
        while not victims and process.poll() is None:
            victims = self.descendants(process.pid)
        if victims:
            victim = self.chance.choice(victims)
            try:
                name = pathlib.Path(f"/proc/{victim}/comm").read_text().strip()
                os.kill(victim, signal.SIGKILL)
                self.notes[f"worker struck: {name}"] += 1
            except (ProcessLookupError, FileNotFoundError):
                self.notes["worker gone before the blow"] += 1
        status = process.wait()
        self.notes["runs that went on by themselves" if status == 0 else "runs that ended and said why"] += 1
        if status not in (0, 3, 4, 70):
            self.fault(f"{what}: effk ended with {status}")

    def blow_disk(self, what):
        place = self.run.parent if self.chance.random() < 0.5 else self.cache
        size = self.chance.randrange(16, 400) if place != self.cache else self.chance.randrange(0, 300)
        moved = self.place / "moved"
        if place == self.cache:
            shutil.move(self.cache, moved)
            self.cache.mkdir()
            used = int(subprocess.run(["du", "-sk", moved], capture_output=True, text=True).stdout.split()[0])
            size += used
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "soak", place], check=True)
        if place == self.cache:
            subprocess.run(["cp", "-a", f"{moved}/.", self.cache], check=True)
            shutil.rmtree(moved)
        status = self.start_and_wait()
        self.notes[f"disk of the {'caches' if place == self.cache else 'run'} full: " +
                   ("it sufficed" if status == 0 else "effk ended and said why")] += 1
        if status != 0 and "effk: error: " not in self.text():
            self.fault(f"{what}: effk ended with {status} and no word")
        if status not in (0, 4):
            self.fault(f"{what}: effk ended with {status}: {self.text()[-300:]}")
        subprocess.run(["mount", "-o", "remount,size=512m", place], check=True)
        return place

    def start_and_wait(self):
        return self.start().wait()

    def strike(self, kind, number):
        what = f"{kind} {number}"
        self.prepare()
        mounted = {"supervisor": self.blow_supervisor, "worker": self.blow_worker, "full disk": self.blow_disk}[kind](what)
        self.check_nobody_left(what)
        self.check_nothing_left(what, True)
        self.check_readable(what)
        self.finish(what)
        if mounted:
            subprocess.run(["umount", mounted], check=True)

    def measure_standard(self):
        for folder in (self.run.parent, self.cache):
            folder.mkdir()
        if self.start_and_wait() != 0:
            sys.exit(self.text())
        began = time.monotonic()
        shutil.move(self.cache, self.warm)
        self.prepare()
        if self.start_and_wait() != 0:
            sys.exit(self.text())
        self.usual_s = time.monotonic() - began
        self.standard, _ = self.report()
        self.check_nobody_left("undisturbed")
        self.check_nothing_left("undisturbed", False)


def in_namespace():
    """Starts this script again in a mount namespace; does not return outside of it."""
    if os.environ.get("EFFK_SOAK_INSIDE"):
        return
    os.environ["EFFK_SOAK_INSIDE"] = "1"
    unshare = ["unshare", "--mount"] + ([] if os.geteuid() == 0 else ["--user", "--map-root-user"])
    os.execvp("unshare", unshare + [sys.executable, __file__, *sys.argv[1:]])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default=str(ROOT / "build/release"), help="a build folder; it is installed first")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--instrument", default="icount")
    parser.add_argument("--place", help="a folder for scratch [default: a new one beneath /var/tmp]")
    arguments = parser.parse_args()
    in_namespace()
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    place = pathlib.Path(tempfile.mkdtemp(dir=arguments.place or "/var/tmp"))
    # Seen from here on as /mnt, so that it may lie beneath /tmp, which becomes an empty one.
    subprocess.run(["cmake", "--install", arguments.build, "--prefix", place / "prefix"], check=True,
                   stdout=subprocess.DEVNULL)
    subprocess.run(["mount", "--bind", place, "/mnt"], check=True)
    for folder in ("/tmp", "/dev/shm"):
        subprocess.run(["mount", "-t", "tmpfs", "soak", folder], check=True)
    try:
        soak = Soak(arguments, pathlib.Path("/mnt"))
        soak.measure_standard()
        print(f"undisturbed: {soak.usual_s:.1f} s", file=sys.stderr)
        kinds = collections.Counter()
        for number in range(arguments.kills):
            kind = ("supervisor", "supervisor", "worker", "full disk")[number % 4]
            before = len(soak.faults)
            soak.strike(kind, number)
            kinds[kind, len(soak.faults) == before] += 1
            print(f"{number + 1}/{arguments.kills} {kind}: {'ok' if len(soak.faults) == before else 'FAULT'}",
                  file=sys.stderr)
    finally:
        for folder in ("/tmp", "/dev/shm", "/mnt"):
            subprocess.run(["umount", "-l", folder])
        shutil.rmtree(place)
    print(f"{arguments.kills} blows, seed {arguments.seed}, {arguments.instrument}, {arguments.jobs} jobs; "
          f"an undisturbed run took {soak.usual_s:.1f} s")
    print()
    print("| struck | runs | resumed to the same bytes, nothing left |")
    print("|---|---:|---:|")
    for kind in ("supervisor", "worker", "full disk"):
        print(f"| {kind} | {kinds[kind, True] + kinds[kind, False]} | {kinds[kind, True]} |")
    print()
    for note, count in sorted(soak.notes.items()):
        print(f"- {note}: {count}")
    for fault in soak.faults:
        print(f"- FAULT: {fault}")
    sys.exit(1 if soak.faults else 0)


if __name__ == "__main__":
    main()
