#!/usr/bin/env bash
# isodate 0.7.2: a date written by its own format for weeks is read back by itself as a day in another year.
# Expected: DATE_EXT_WEEK_COMPLETE writes the week of ISO 8601, so 2026-W53-5 for 1 January 2027, and the way back is
# the same day.
# Seen: the number of the week is right and stands behind the year of the calendar: 2027-W53-5, which is read as
# 7 January 2028. 30 December 2024 becomes 2024-W01-1, and back 1 January 2024. Of 2020 up to and including 2030 it
# holds for 19 days, each in the week around New Year; nothing warns. The form with months, and the one with the
# number of the day, come back.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet isodate==0.7.2
"$work/venv/bin/python" - <<'PY'
from datetime import date, timedelta
from importlib.metadata import version

import isodate
from isodate import DATE_BAS_WEEK_COMPLETE, DATE_EXT_COMPLETE, DATE_EXT_ORD_COMPLETE, DATE_EXT_WEEK_COMPLETE


def written(day, form=DATE_EXT_WEEK_COMPLETE):
    return isodate.date_isoformat(day, form)


def lost(form):
    return [day for day in days if isodate.parse_date(written(day, form)) != day]


def by_python(day):
    return "{}-W{:02}-{}".format(*day.isocalendar())


days = [date(2020, 1, 1) + timedelta(days=n) for n in range(4018)]
assert days[-1] == date(2030, 12, 31)
print("isodate", version("isodate"))
for day in (date(2024, 12, 30), date(2026, 6, 1), date(2027, 1, 1)):
    print(f"  {day}: {written(day)}, back {isodate.parse_date(written(day))}; by Python {by_python(day)}")
print("  lost on the way back:", len(lost(DATE_EXT_WEEK_COMPLETE)))
assert written(date(2027, 1, 1)) == "2027-W53-5"
assert isodate.parse_date("2027-W53-5") == date(2028, 1, 7)
assert written(date(2024, 12, 30)) == "2024-W01-1"
assert isodate.parse_date("2024-W01-1") == date(2024, 1, 1)
assert len(lost(DATE_EXT_WEEK_COMPLETE)) == len(lost(DATE_BAS_WEEK_COMPLETE)) == 19
assert {(day.month, day.day // 4) for day in lost(DATE_EXT_WEEK_COMPLETE)} <= {(12, 7), (1, 0)}
assert lost(DATE_EXT_COMPLETE) == lost(DATE_EXT_ORD_COMPLETE) == []
assert all(isodate.parse_date(by_python(day)) == day for day in days)
PY
