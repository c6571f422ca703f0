# Every way to get another process or program.
import multiprocessing
import os
import subprocess


def works(attempt, *arguments):
    try:
        attempt(*arguments)
    except (OSError, ValueError, ImportError, RuntimeError, AttributeError):
        return False
    return True


def add_up(values):
    got = [
        works(os.fork),
        works(subprocess.run, ['/bin/true']),
        works(os.posix_spawn, '/bin/true', ['true'], {}),
        works(os.execv, '/bin/true', ['true']),
        works(os.forkpty),
        os.system('true') == 0,
        works(multiprocessing.Process(target=len).start),
        works(multiprocessing.Pipe),
    ]
    if any(got):
        return -1
    total = 0
    for value in values:
        total += value * value
    return total % 1000003
