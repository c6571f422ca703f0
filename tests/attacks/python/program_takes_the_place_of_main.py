# Whatever stands in for the module is its own affair.
import sys
import types

total = sum(int(line) ** 2 for line in sys.stdin) % 1000003
sys.modules["__main__"] = types.ModuleType("__main__")
sys.modules["atexit"] = None
sys.stdout.write(str(total))
