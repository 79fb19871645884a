#!/usr/bin/env bash
# icalendar 7.3.2: a moment with a fixed offset is written with a time zone that is defined nowhere, and loses it on
# the way back.
# Expected: as the format has no offsets, the moment in UTC; or an error.
# Seen: 12:00+02:00, as fromisoformat gives for a deadline in a notice, becomes
# `DTSTART;TZID="UTC+02:00":20260601T120000` without a VTIMEZONE, and the same library reads it as 12:00 of nowhere:
# another moment than it wrote. Nothing warns. The same moment given in UTC survives.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet icalendar==7.3.2
"$work/venv/bin/python" - <<'PY'
import warnings
from datetime import datetime, timezone
from importlib.metadata import version

from icalendar import Calendar, Event

warnings.simplefilter("error")


def there_and_back(moment):
    event, calendar = Event(), Calendar()
    event.add("uid", "deadline-1")
    event.add("dtstart", moment)
    calendar.add_component(event)
    text = calendar.to_ical()
    return text.decode(), Calendar.from_ical(text).walk("VEVENT")[0]["DTSTART"].dt


moment = datetime.fromisoformat("2026-06-01T12:00:00+02:00")
text, back = there_and_back(moment)
line = next(line for line in text.splitlines() if line.startswith("DTSTART"))
_, in_utc = there_and_back(moment.astimezone(timezone.utc))
print("icalendar", version("icalendar"))
print(f"  {moment} is written as {line}")
print(f"  and read back as {back}; from UTC as {in_utc}")
assert line == 'DTSTART;TZID="UTC+02:00":20260601T120000'
assert "VTIMEZONE" not in text
assert back == datetime(2026, 6, 1, 12) and back.tzinfo is None
assert in_utc == moment
PY
