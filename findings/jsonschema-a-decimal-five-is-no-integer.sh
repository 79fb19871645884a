#!/usr/bin/env bash
# jsonschema 4.26.0: 5.0 is an integer when it was read as a float, and not when it was read as a Decimal.
# Expected: a number without a fraction is an integer, by JSON Schema and however Python holds it; the library takes a
# Decimal for a number, and compares it right with a maximum.
# Seen: a document read by json.loads with parse_float=Decimal, to keep its cents, is refused on `"term": 24.0`, while
# the same document is valid with floats. A `multipleOf` of 0.01 in a schema with floats is a TypeError, no verdict.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet jsonschema==4.26.0
"$work/venv/bin/python" - <<'PY'
import json
from decimal import Decimal
from importlib.metadata import version

from jsonschema import Draft202012Validator

TEXT = '{"term": 24.0, "amount": 19.99}'
SCHEMA = '{"properties": {"term": {"type": "integer", "maximum": 24}, "amount": {"type": "number"}}}'
CENTS = '{"properties": {"amount": {"multipleOf": 0.01}}}'


def is_valid(schema, kind, schema_kind=float):
    validator = Draft202012Validator(json.loads(schema, parse_float=schema_kind))
    try:
        return validator.is_valid(json.loads(TEXT, parse_float=kind))
    except TypeError as error:
        return type(error).__name__


seen = {kind.__name__: is_valid(SCHEMA, kind) for kind in (float, Decimal)}
cents = is_valid(CENTS, Decimal), is_valid(CENTS, Decimal, Decimal)
(error,) = Draft202012Validator(json.loads(SCHEMA)).iter_errors(json.loads(TEXT, parse_float=Decimal))
print("jsonschema", version("jsonschema"))
print(f"  {TEXT} is valid: {seen}; {error.message}")
print(f"  cents by a schema with floats: {cents[0]}, with Decimals: {cents[1]}")
assert seen == {"float": True, "Decimal": False}
assert error.message == "Decimal('24.0') is not of type 'integer'"
assert cents == ("TypeError", True)
PY
