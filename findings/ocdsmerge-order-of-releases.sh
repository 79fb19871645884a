#!/usr/bin/env bash
# ocdsmerge 0.8.0: releases are put in order by the text of their date, not by the moment.
# Expected: the compiled release holds the newest values; the dates of OCDS carry an offset, and two publishers of one
# procedure need not use the same.
# Seen: of 23:30+02:00 (21:30 in UTC) and 22:00Z half an hour later, the first is taken for the newest: the corrected
# amount is undone. The date of the compiled release is the older moment too. No warning. With both in UTC it is right.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet ocdsmerge==0.8.0
"$work/venv/bin/python" - <<'PY'
import warnings
from datetime import datetime, timezone
from importlib.metadata import version

from ocdsmerge import Merger

warnings.simplefilter("error")
SCHEMA = {"type": "object", "properties": {"tender": {"type": "object"}}}


def release(number, date, amount):
    value = {"amount": amount, "currency": "EUR"}
    return {"ocid": "ocds-000000-1", "id": number, "date": date, "tag": ["tender"], "tender": {"value": value}}


def in_utc(text):
    return datetime.fromisoformat(text).astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def compiled(first, correction):
    releases = [release("1", first, 1250000), release("2", correction, 1350000)]
    merged = Merger(SCHEMA).create_compiled_release(releases)
    return merged["date"], merged["tender"]["value"]["amount"]


FIRST, CORRECTION = "2026-06-01T23:30:00+02:00", "2026-06-01T22:00:00Z"
as_given, all_in_utc = compiled(FIRST, CORRECTION), compiled(in_utc(FIRST), in_utc(CORRECTION))
print("ocdsmerge", version("ocdsmerge"))
print(f"  {FIRST} 1250000, corrected at {CORRECTION} to 1350000")
print(f"  compiled: {as_given}; with both in UTC: {all_in_utc}")
assert datetime.fromisoformat(FIRST) < datetime.fromisoformat(CORRECTION)
assert as_given == (FIRST, 1250000)
assert all_in_utc == (CORRECTION, 1350000)
PY
