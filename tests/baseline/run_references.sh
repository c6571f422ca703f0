#!/usr/bin/env bash
# Measures this suite's references as the samples of a model called "reference", with icount.
# usage: run_references.sh EFFK RUN [PROBLEMS]     (RUN must not exist; PROBLEMS as --problems takes them)
set -euo pipefail
effk=$1
run=$2
problems=${3:-all}
suite=$(cd "$(dirname "$0")/../.." && pwd)
samples=$(mktemp -d)
trap 'rm -rf "$samples"' EXIT
for source in "$suite"/references/*/reference.*; do
  problem=$(basename "$(dirname "$source")")
  mkdir -p "$samples/reference/$problem"
  cp "$source" "$samples/reference/$problem/1.${source##*.}"
done
"$effk" run "$samples/reference" --suite "$suite" --problems "$problems" --instrument icount -o "$run"
