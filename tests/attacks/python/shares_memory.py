# Memory files, pipes, copies of descriptors.
import mmap
import os


def works(attempt, *arguments):
    try:
        attempt(*arguments)
    except (OSError, ValueError, ImportError, RuntimeError, AttributeError):
        return False
    return True


def add_up(values):
    got = [
        works(os.memfd_create, 'attack'),
        works(os.pipe),
        works(os.dup, 1),
        works(os.eventfd, 0),
        works(lambda: mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)),
        works(lambda: mmap.mmap(4, 4096, prot=mmap.PROT_READ | mmap.PROT_EXEC)),
    ]
    if any(got):
        return -1
    total = 0
    for value in values:
        total += value * value
    return total % 1000003
