#!/usr/bin/env bash
# babel 2.19.0: the week numbers of `nl` are not those of `nl_NL`.
# Expected: Dutch has one count of weeks, that of ISO 8601, so `nl` and `nl_NL` give the same, as they do for every
# other part of a date.
# Seen: week one of `nl` is the week of 1 January, that of `nl_NL` the one with four days of the new year. 1 January
# 2027 is in week 1 of 2027 by `nl` and in week 53 of 2026 by `nl_NL` and by Python. After a 1 January on a Friday,
# Saturday or Sunday every week of that year is one too high: 1,834 of the 4,018 days from 2020 up to and including
# 2030.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet babel==2.19.0
"$work/venv/bin/python" - <<'PY'
from datetime import date, timedelta
from importlib.metadata import version

from babel.dates import format_date


def week(day, locale):
    return format_date(day, "w YYYY", locale=locale)


def by_python(day):
    year, number, _ = day.isocalendar()
    return f"{number} {year}"


days = [date(2020, 1, 1) + timedelta(days=n) for n in range(4018)]
other = {locale: sum(week(day, locale) != by_python(day) for day in days) for locale in ("nl", "nl_NL", "nl_BE")}
print("babel", version("babel"))
for day in (date(2026, 12, 31), date(2027, 1, 1), date(2027, 6, 1)):
    print(f"  {day}: nl {week(day, 'nl')}, nl_NL {week(day, 'nl_NL')}, ISO 8601 {by_python(day)}")
print(f"  days of 2020 up to and including 2030 with another week than ISO 8601: {other}")
assert days[-1] == date(2030, 12, 31)
assert other == {"nl": 1834, "nl_NL": 0, "nl_BE": 0}
assert (week(date(2027, 1, 1), "nl"), week(date(2027, 1, 1), "nl_NL")) == ("1 2027", "53 2026")
assert (week(date(2027, 6, 1), "nl"), week(date(2027, 6, 1), "nl_NL")) == ("23 2027", "22 2027")
assert all(format_date(day, "full", locale="nl") == format_date(day, "full", locale="nl_NL") for day in days)
PY
