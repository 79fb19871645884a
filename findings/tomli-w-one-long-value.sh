#!/usr/bin/env bash
# tomli-w 1.2.0: one long value changes the form of the whole list around it.
# Expected: the form of a list of tables follows from its structure, so more of the same text changes nothing else.
# Seen: while every entry fits in a line of 100 characters the list is written inside its table, `growth = [ { … } ]`;
# with one entry of 101 it becomes `[[contract.growth]]`, all entries of it. Read back by itself both are the same.
# Whoever places that text below a heading of his own finds the list inside that heading first, and outside it later.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet tomli-w==1.2.0
"$work/venv/bin/python" - <<'PY'
import tomllib
from importlib.metadata import version

import tomli_w

HEADING = "[contract]\n"


def written(length):
    entry = {"percent": 5, "note": ""}
    spare = length - len('    { percent = 5, note = "" },')
    return tomli_w.dumps({"growth": [{"percent": 2, "note": "short"}, {**entry, "note": "n" * spare}]})


longest_inline, first_apart = written(100), written(101)
print("tomli-w", version("tomli-w"), "writes the same list with one character more as")
for text in (longest_inline, first_apart):
    print("  " + " | ".join(line[:32] for line in text.splitlines()))
assert max(map(len, longest_inline.splitlines())) == 100
assert longest_inline.splitlines()[0] == "growth = ["
assert longest_inline.count("[[") == 0
assert first_apart.splitlines()[0] == "[[growth]]"
assert first_apart.count("[[growth]]") == 2  # the short entry changes with it
assert list(tomllib.loads(HEADING + longest_inline)) == ["contract"]
assert "growth" in tomllib.loads(HEADING + longest_inline)["contract"]
assert tomllib.loads(HEADING + first_apart)["contract"] == {}
print("below a heading [contract] the first is inside the contract, the second is not")
PY
