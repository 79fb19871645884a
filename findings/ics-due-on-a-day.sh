#!/usr/bin/env bash
# ics 0.7.3: a task that is due on a day becomes due in its first minute, in UTC.
# Expected: a day stays a day, as it does for an event that takes all day.
# Seen: `DUE;VALUE=DATE:20260601` is read as midnight and written as `DUE:20260601T000000Z`: two hours into 1 June in
# the Netherlands, and on 31 May in the Caribbean part. A report that may come in all day is late before anyone is at
# work. The start of an event in the same file is written as it was read.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet ics==0.7.3
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from ics import Calendar

TEXT = "\r\n".join(
    (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:example",
        "BEGIN:VTODO",
        "UID:report",
        "DTSTAMP:20260101T000000Z",
        "DUE;VALUE=DATE:20260601",
        "SUMMARY:Rapportage",
        "END:VTODO",
        "BEGIN:VEVENT",
        "UID:meeting",
        "DTSTAMP:20260101T000000Z",
        "DTSTART;VALUE=DATE:20260601",
        "SUMMARY:Overleg",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    )
)
calendar = Calendar(TEXT)
written = calendar.serialize().splitlines()
(due,) = (line for line in written if line.startswith("DUE"))
(start,) = (line for line in written if line.startswith("DTSTART"))
print("ics", version("ics"), "writes")
print(f"  {due} for DUE;VALUE=DATE:20260601")
print(f"  {start} for DTSTART;VALUE=DATE:20260601")
assert due == "DUE:20260601T000000Z"
assert start == "DTSTART;VALUE=DATE:20260601"
PY
