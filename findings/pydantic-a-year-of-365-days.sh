#!/usr/bin/env bash
# pydantic 2.14.4: 365 days are written in JSON as one calendar year, and 366 as a year and a day.
# Expected: a timedelta knows days only, so `P365D`; a year in ISO 8601 is as long as the calendar says.
# Seen: `"P1Y"`, and for 1,461 days (1 January 2026 to 1 January 2030, four years exactly) `"P4Y1D"`. pydantic itself
# reads `P1Y` as 365 days again, so no round trip shows it; another reader adds a calendar year: a term that starts
# before a leap day ends a day later.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pydantic==2.14.4 isodate==0.7.2
"$work/venv/bin/python" - <<'PY'
from datetime import date, timedelta
from importlib.metadata import version

import isodate
from pydantic import TypeAdapter

TERM = TypeAdapter(timedelta)
START = date(2027, 6, 1)
days = timedelta(days=365)
text = TERM.dump_json(days).decode()
four_years = TERM.dump_json(date(2030, 1, 1) - date(2026, 1, 1)).decode()
by_other = START + isodate.parse_duration(text.strip('"'))
print("pydantic", version("pydantic"))
print(f"  365 days: {text}; four calendar years of 1,461 days: {four_years}")
print(f"  {START} and 365 days is {START + days}; from the JSON, by isodate {version('isodate')}, {by_other}")
assert text == '"P1Y"'
assert four_years == '"P4Y1D"'
assert TERM.dump_json(timedelta(days=366)) == b'"P1Y1D"'
assert TERM.dump_json(timedelta(days=364)) == b'"P364D"'
assert TERM.validate_json(text) == days
assert START + days == date(2028, 5, 31)
assert by_other == date(2028, 6, 1)
PY
