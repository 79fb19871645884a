#!/usr/bin/env bash
# pydantic 2.14.4: a JSON number for a Decimal field passes through a float, unless it is whole.
# Expected: the parser is pydantic's own and the field is a Decimal, so the digits of the document are the digits of
# the value, as json.loads with parse_float=Decimal gives them.
# Seen: 12345678901234567.89 becomes Decimal("12345678901234568"): its cents are gone. 1234567.10 loses its last zero,
# so it no longer has two decimals. A whole number of 23 digits and the same amount between quotes are exact.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pydantic==2.14.4
"$work/venv/bin/python" - <<'PY'
import json
from decimal import Decimal
from importlib.metadata import version

from pydantic import TypeAdapter

AMOUNT = TypeAdapter(Decimal)
NUMBERS = ("12345678901234567.89", "1234567.10", "12345678901234567890123")
print("pydantic", version("pydantic"))
for text in NUMBERS:
    print(f"  {text:24} as a number {AMOUNT.validate_json(text)}, as text {AMOUNT.validate_json(json.dumps(text))}")
assert [str(AMOUNT.validate_json(text)) for text in NUMBERS] == ["12345678901234568", "1234567.1", NUMBERS[2]]
assert [str(AMOUNT.validate_json(json.dumps(text))) for text in NUMBERS] == list(NUMBERS)
assert [str(json.loads(text, parse_float=Decimal)) for text in NUMBERS] == list(NUMBERS)
PY
