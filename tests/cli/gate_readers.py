"""Reads what `effk gate` wrote as CI servers do, and complains.

usage: gate_readers.py junit FILE FAILURES SKIPPED | action COSTS SCORES | google OLD NEW | yaml GITHUB GITLAB
"""
import json
import shutil
import subprocess
import sys
import xml.etree.ElementTree as tree


def demand(holds, words):
    if not holds:
        sys.exit(words)


def junit(path, failures, skipped):
    root = tree.parse(path).getroot()
    demand(root.tag == "testsuites", "no <testsuites>")
    seen = set()
    for suite in root:
        demand(suite.tag == "testsuite", suite.tag)
        cases = list(suite)
        for name, wanted in (("tests", len(cases)),
                             ("failures", sum(case.find("failure") is not None for case in cases)),
                             ("errors", sum(case.find("error") is not None for case in cases)),
                             ("skipped", sum(case.find("skipped") is not None for case in cases))):
            demand(int(suite.get(name)) == wanted, f"{suite.get('name')}: {name}")
        for case in cases:
            demand(case.tag == "testcase", case.tag)
            key = (case.get("classname"), case.get("name"))
            demand(all(key), f"a name is missing: {key}")
            demand(key not in seen, f"twice: {key}")
            seen.add(key)
            for inside in case:
                demand(inside.tag in ("failure", "error", "skipped"), inside.tag)
                demand(inside.get("message"), "no message")
    in_samples = [suite for suite in root if suite.get("name") == "samples"][0]
    demand(in_samples.get("failures") == failures and in_samples.get("skipped") == skipped, "other counts")
    try:
        import junitparser
    except ImportError:
        print("junitparser is not installed", file=sys.stderr)
    else:
        read = junitparser.JUnitXml.fromfile(path)
        demand(sum(len(list(suite)) for suite in read) == len(seen), "junitparser reads other cases")
    if shutil.which("xmllint"):
        subprocess.run(["xmllint", "--noout", path], check=True)


def action(costs, scores):
    for path in (costs, scores):
        rows = json.load(open(path, encoding="utf-8"))
        demand(isinstance(rows, list) and rows, "no rows")
        demand(len({row["name"] for row in rows}) == len(rows), "a name twice")
        for row in rows:
            demand(set(row) <= {"name", "unit", "value", "range", "extra"}, row)
            demand(isinstance(row["value"], (int, float)) and isinstance(row["unit"], str), row)
            demand(all(isinstance(row.get(key, ""), str) for key in ("name", "range", "extra")), row)


def google(old, new):
    for path in (old, new):
        read = json.load(open(path, encoding="utf-8"))
        demand(read["context"]["json_schema_version"] == 1, "context")
        for row in read["benchmarks"]:
            demand(row["run_type"] == "iteration" and row["time_unit"] == "ns", row)
            demand({"name", "real_time", "cpu_time", "iterations", "threads"} <= set(row), row)


def workflow(github, gitlab):
    import yaml
    with open(github, encoding="utf-8") as file:
        steps = yaml.safe_load(file)["jobs"]["gate"]["steps"]
    demand(all(("run" in step) != ("uses" in step) for step in steps), "a step is neither command nor action")
    demand(any("effk gate" in step.get("run", "") for step in steps), "no gate")
    with open(gitlab, encoding="utf-8") as file:
        job = yaml.safe_load(file)["effk"]
    demand(all(isinstance(line, str) for line in job["before_script"] + job["script"]), "a line is no string")
    demand(job["artifacts"]["reports"]["junit"] in " ".join(job["script"]), "JUnit is written elsewhere")


{"yaml": workflow, "junit": junit, "action": action, "google": google}[sys.argv[1]](*sys.argv[2:])
