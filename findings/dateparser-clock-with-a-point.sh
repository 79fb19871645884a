#!/usr/bin/env bash
# dateparser 1.5.0: a deadline of 14.30 uur, as Dutch writes a clock, makes it another day.
# Expected: half past two in the afternoon of the day that stands before it; it knows Dutch, and reads `14:30 uur` and
# `1 juni 2026 14.30 uur` so.
# Seen: with the day in digits, `15-06-2026 14.30 uur`, the date is thrown away and the rest is read as 14.3 hours ago:
# 42 minutes past six in the evening before the day of reading. It depends on when it runs; nothing warns.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet dateparser==1.5.0
"$work/venv/bin/python" - <<'PY'
import warnings
from datetime import datetime
from importlib.metadata import version

import dateparser

warnings.simplefilter("error", UserWarning)
NOW = datetime(2026, 6, 1, 9)


def read(text):
    return dateparser.parse(text, languages=["nl"], settings={"RELATIVE_BASE": NOW})


TEXTS = ("15-06-2026 14:30 uur", "15-06-2026 14.30 uur", "15 juni 2026 14.30 uur", "15-06-2026 14.30", "14.30 uur")
print("dateparser", version("dateparser"), "at", NOW)
for text in TEXTS:
    print(f"  {text:24} {read(text)}")
deadline, hours_ago = datetime(2026, 6, 15, 14, 30), datetime(2026, 5, 31, 18, 42)
assert read("15-06-2026 14:30 uur") == deadline
assert read("15-06-2026 14.30 uur") == hours_ago
assert read("15 juni 2026 14.30 uur") == deadline
assert read("15-06-2026 14.30") == deadline
assert read("14.30 uur") == hours_ago
PY
