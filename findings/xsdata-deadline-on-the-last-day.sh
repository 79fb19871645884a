#!/usr/bin/env bash
# xsdata 26.10: a moment on the 31st can be later than midnight after it, and one moment in two offsets is two moments.
# Expected: XmlDateTime is put in order by the moment; it promises comparisons, and counts the offset in them.
# Seen: it takes each month for 30 days, 10 hours and 29 minutes. So 31 January 14:00 is later than 1 February 00:00,
# and 31 December 23:00 later than the new year; 1 June 00:30+02:00 is not equal to 31 May 22:30Z, while such a pair
# within one month is. Of two closing dates in a notice, around the end of a month, max() gives the earlier. No error;
# to_datetime() is right.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet xsdata==26.10
"$work/venv/bin/python" - <<'PY'
from datetime import datetime, timedelta
from importlib.metadata import version

from xsdata.models.datatype import XmlDateTime

PAIRS = (
    ("2026-01-31T10:00:00Z", "2026-02-01T00:00:00Z"),
    ("2026-01-31T14:00:00Z", "2026-02-01T00:00:00Z"),
    ("2026-04-30T23:00:00Z", "2026-05-01T00:00:00Z"),
    ("2026-12-31T23:00:00Z", "2027-01-01T00:00:00Z"),
    ("2026-06-01T00:30:00+02:00", "2026-05-31T22:30:00Z"),
    ("2026-06-02T00:30:00+02:00", "2026-06-01T22:30:00Z"),
)


def order(one, other):
    return "<" if one < other else "=" if one == other else ">" if one > other else "?"


print("xsdata", version("xsdata"))
seen = []
for texts in PAIRS:
    one, other = (XmlDateTime.from_string(text) for text in texts)
    seen.append(order(one, other) + order(one.to_datetime(), other.to_datetime()))
    print(f"  {one} {seen[-1][0]} {other}, by Python {seen[-1][1]}")
assert seen == ["<<", "><", "<<", "><", "<=", "=="]
assert str(max(XmlDateTime.from_string(text) for text in PAIRS[1])) == "2026-01-31T14:00:00Z"

hours = [datetime(2026, 1, 1) + timedelta(hours=n) for n in range(365 * 24)]
moments = [XmlDateTime.from_datetime(hour) for hour in hours]
turned = [hour for hour, one, other in zip(hours, moments, moments[1:]) if not one < other]
print("  later than the next hour:", *[hour.strftime("%d-%m %H:%M") for hour in turned], sep="  ")
assert [(hour.day, hour.hour) for hour in turned] == [(31, 23)] * 6
assert [hour.month for hour in turned] == [1, 3, 5, 7, 8, 10]
PY
