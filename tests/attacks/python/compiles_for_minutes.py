# Sixty thousand functions: CPython compares each with all before.
def f(): pass
def add_up(values): return 0
