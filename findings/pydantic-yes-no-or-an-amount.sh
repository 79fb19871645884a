#!/usr/bin/env bash
# pydantic 2.14.4: a field of `bool | Decimal` takes the numbers 0 and 1 as no and yes, and 2 as an amount.
# Expected: a union picks the member that fits best, so a number becomes the Decimal; at least all numbers alike, as
# `bool | float` does.
# Seen: 1 gives True, 1.0 gives True, 2 gives Decimal("2"), in one column. `Decimal | bool` gives Decimal for all of
# them: here the order decides. With `bool | float` the order decides nothing for numbers: 1 is 1.0 in both.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pydantic==2.14.4
"$work/venv/bin/python" - <<'PY'
from decimal import Decimal
from importlib.metadata import version

from pydantic import TypeAdapter


def read(kind):
    return [TypeAdapter(kind).validate_python(value) for value in (0, 1, 1.0, 2)]


print("pydantic", version("pydantic"), "reads 0, 1, 1.0, 2")
for kind in (bool | Decimal, Decimal | bool, bool | float, float | bool):
    print(f"  as {str(kind):24} {read(kind)}")


def is_same(values, wanted):
    return [(type(value), value) for value in values] == [(type(value), value) for value in wanted]


assert is_same(read(bool | Decimal), [False, True, True, Decimal(2)])
assert is_same(read(Decimal | bool), [Decimal(0), Decimal(1), Decimal("1.0"), Decimal(2)])
assert is_same(read(bool | float), [0.0, 1.0, 1.0, 2.0])
assert is_same(read(float | bool), [0.0, 1.0, 1.0, 2.0])
PY
