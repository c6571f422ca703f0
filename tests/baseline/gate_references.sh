#!/usr/bin/env bash
# Gates the references' counts against results/baselines: whoever changes what they cost has to say so, by
# making the baseline anew (./dev baseline). Where Debian has updated a compiler or an interpreter the
# differences are named, and a relative limit holds instead of exact counts.
# usage: gate_references.sh EFFK [PROBLEMS]
set -euo pipefail
effk=$1
problems=${2:-}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
here=$(dirname "$0")
"$here/run_references.sh" "$effk" "$folder/run.effk" ${problems:+"$problems"} >/dev/null
"$effk" gate "$folder/run.effk" --baseline "$here/../../results/baselines/references.jsonl" \
  --across compiler,libc,libstdc++,interpreter ${problems:+--problems "$problems"} --github-summary none
