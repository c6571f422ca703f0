#!/usr/bin/env python3
"""Refuses an #include for which no arrow is written in CMake.

usage: check_layers.py MODULE_GRAPH SOURCE_ROOT

MODULE_GRAPH is the file that effk_write_module_graph() leaves in the build folder. Exit 1 and one
line a fault if a module includes a header of a module it does not depend on, or one that is not
among the public headers of the other module.
"""
import pathlib
import posixpath
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s*["<]([^">]+)[">]')
SOURCE_ENDINGS = {".h", ".cc", ".c", ".in"}


def read_graph(path):
    modules = {}
    for line in path.read_text().splitlines():
        name, *fields = line.split(" ")
        field = dict(part.split("=", 1) for part in fields)
        modules[name] = {
            "folder": field["folder"],
            "depends": [d for d in field["depends"].split(",") if d],
            "headers": [h for h in field["headers"].split(",") if h],
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


def included_path(root, source, text):
    """Where the included file lies beneath the root, if it does: next to the source, else from the root."""
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(source), text))
    return beside if (root / beside).is_file() else posixpath.normpath(text)


def faults_of_line(modules, name, path):
    target = owner(modules, path)
    if target is None or target == name:
        return
    allowed = modules[name]["depends"]
    if target not in allowed:
        words = "nothing" if not allowed else ", ".join(f"'{d}'" for d in sorted(allowed))
        yield f"'{name}' depends on {words}, not on '{target}'"
    elif path[len(modules[target]["folder"]) + 1:] not in modules[target]["headers"]:
        public = ", ".join(sorted(modules[target]["headers"]))
        yield f"{path} is internal to '{target}'; public: {public}"


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
                for fault in faults_of_line(modules, name, included_path(root, relative, match[1])):
                    yield f"{relative}:{number}: {fault}"


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
