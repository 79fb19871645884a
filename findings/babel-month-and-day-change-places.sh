#!/usr/bin/env bash
# babel 2.19.0: a date whose month is above twelve is not refused; month and day change places.
# Expected: in Dutch 1-13-2026 is no date, so a ParseError, as for 31-2-2026.
# Seen: 13 January 2026. So of a column in American order 1-13-2026 is read rightly and 1-12-2026 as 1 December, both
# without a word.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet babel==2.19.0
"$work/venv/bin/python" - <<'PY'
from datetime import date
from importlib.metadata import version

from babel.dates import ParseError, parse_date


def read(text):
    try:
        return parse_date(text, locale="nl")
    except ParseError:
        return "ParseError"


print("babel", version("babel"), "reads in Dutch")
seen = {text: read(text) for text in ("13-1-2026", "1-13-2026", "1-12-2026", "31-2-2026", "13-13-2026")}
for text, answer in seen.items():
    print(f"  {text:12} {answer}")
assert seen == {
    "13-1-2026": date(2026, 1, 13),
    "1-13-2026": date(2026, 1, 13),
    "1-12-2026": date(2026, 12, 1),
    "31-2-2026": "ParseError",
    "13-13-2026": "ParseError",
}
PY
