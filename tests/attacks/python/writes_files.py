# Makes, changes and removes.
import os
import tempfile


def works(attempt, *arguments):
    try:
        attempt(*arguments)
    except (OSError, ValueError, ImportError, RuntimeError, AttributeError):
        return False
    return True


def add_up(values):
    got = [
        works(tempfile.mkstemp),
        works(tempfile.TemporaryFile),
        any(works(open, path + '/effk-attack', 'w') for path in ('/tmp', '/var/tmp', '/dev/shm', '.', '')),
        works(os.mkdir, '/tmp/effk-attack'),
        works(os.remove, '/usr/lib/os-release'),
        works(os.chmod, '/usr/lib/os-release', 0),
        works(os.chdir, '/'),
        works(open, '/proc/self/fd/4', 'r+'),
    ]
    if any(got):
        return -1
    total = 0
    for value in values:
        total += value * value
    return total % 1000003
