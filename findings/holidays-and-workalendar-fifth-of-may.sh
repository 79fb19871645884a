#!/usr/bin/env bash
# holidays 0.109 and workalendar 17.0.0: they do not agree whether 5 May is a public holiday in the Netherlands.
# Expected: the same days; both give the public holidays, and the Algemene termijnenwet names 5 May in each year.
# Seen: by default holidays gives it in years that end in 0 or 5 only, and workalendar each year; Good Friday, which the
# same law puts on a par, is in both. So a term that ends on 5 May 2026 ends on that day by the one and a day later by
# the other. All other days of 2020 up to and including 2031 agree.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet holidays==0.109 workalendar==17.0.0
"$work/venv/bin/python" - <<'PY'
from datetime import date
from importlib.metadata import version

import holidays
from workalendar.europe import Netherlands

YEARS = range(2020, 2032)
by_holidays = {day for year in YEARS for day in holidays.NL(years=year)}
by_workalendar = {day for year in YEARS for day, _ in Netherlands().holidays(year)}
differences = by_holidays ^ by_workalendar
print("holidays", version("holidays"), "and workalendar", version("workalendar"))
print("  only in workalendar:", *sorted(map(str, by_workalendar - by_holidays)))
print("  only in holidays:", *sorted(map(str, by_holidays - by_workalendar)))
assert differences == {date(year, 5, 5) for year in YEARS if year % 5}
assert differences <= by_workalendar
assert date(2025, 5, 5) in by_holidays & by_workalendar
assert date(2026, 4, 3) in by_holidays & by_workalendar  # Good Friday
assert not holidays.NL().is_working_day(date(2025, 5, 5)) and holidays.NL().is_working_day(date(2026, 5, 5))
assert not Netherlands().is_working_day(date(2026, 5, 5))
PY
