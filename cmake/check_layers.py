#!/usr/bin/env python3
"""Refuses an #include for which no arrow is written in CMake.

usage: check_layers.py MODULE_GRAPH SOURCE_ROOT

MODULE_GRAPH is the file that effk_write_module_graph() leaves in the build folder. Exit 1 and one
line a fault if a module includes a header of a module it does not depend on, or an internal one.
"""
import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')
SOURCE_ENDINGS = {".h", ".cc", ".c"}


def read_graph(path):
    modules = {}
    for line in path.read_text().splitlines():
        name, *fields = line.split(" ")
        field = dict(part.split("=", 1) for part in fields)
        modules[name] = {
            "folder": field["folder"],
            "depends": {d for d in field["depends"].split(",") if d},
            "internal": {h for h in field["internal"].split(",") if h},
        }
    return modules


def owner(modules, path):
    """The module in whose folder `path` lies: the longest match wins."""
    best = None
    for name, module in modules.items():
        if path.startswith(module["folder"] + "/"):
            if best is None or len(module["folder"]) > len(modules[best]["folder"]):
                best = name
    return best


def faults(modules, root):
    for name, module in modules.items():
        for source in sorted((root / module["folder"]).rglob("*")):
            relative = source.relative_to(root).as_posix()
            if source.suffix not in SOURCE_ENDINGS or owner(modules, relative) != name:
                continue
            for number, line in enumerate(source.read_text().splitlines(), 1):
                match = INCLUDE.match(line)
                if not match:
                    continue
                target = owner(modules, match[1])
                if target is None or target == name:
                    continue
                allowed = sorted(module["depends"])
                if target not in module["depends"]:
                    words = "on nothing" if not allowed else "on " + ", ".join(allowed)
                    yield f"{relative}:{number}: '{name}' depends {words}, not on '{target}'"
                    continue
                inside = match[1][len(modules[target]["folder"]) + 1:]
                if inside in modules[target]["internal"]:
                    yield f"{relative}:{number}: {match[1]} is internal to '{target}'"


def main():
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    modules = read_graph(pathlib.Path(sys.argv[1]))
    found = list(faults(modules, pathlib.Path(sys.argv[2])))
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
