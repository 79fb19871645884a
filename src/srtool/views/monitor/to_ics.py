"""The agenda as a calendar file (RFC 5545) that every calendar program opens: whole days, no clock time."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from srtool import __version__
from srtool.portfolio.monitoring import Monitoring
from srtool.progress.agenda import Due
from srtool.texts import Lang, sentence
from srtool.views.shared.lines import clean
from srtool.views.shared.standing_words import due_text

_LONGEST = 75
"""Octets of a line; what is longer is folded."""


def pieces(monitoring: Monitoring, lang: Lang, names: dict[str, str]) -> Iterator[str]:
    """An event per dated step; the same register gives the same file. `names` are those of suppliers by number."""
    yield from _lines("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//srtool//srtool {__version__}//{lang.upper()}")
    yield from _lines(f"X-WR-CALNAME:{_escaped(sentence(lang, 'monitor.agenda.calendar'))}")
    seen: Counter[str] = Counter()
    for due in monitoring.agenda:
        key = f"{due.day}|{due.contract}|{due.what}|{due.text}"
        yield from _event(due, f"{key}|{seen[key]}", monitoring, lang, names)
        seen[key] += 1
    yield from _lines("END:VCALENDAR")


def _event(due: Due, unique: str, monitoring: Monitoring, lang: Lang, names: dict[str, str]) -> Iterator[str]:
    key = hashlib.sha256(unique.encode()).hexdigest()[:24]
    summary = f"{due.contract}: {due_text(due, lang)}"
    details = " · ".join(part for part in (due.text, names.get(due.who or "", due.who)) if part)
    yield from _lines(
        "BEGIN:VEVENT",
        f"UID:{key}@srtool",
        f"DTSTAMP:{monitoring.on:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{due.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{due.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(summary)}",
    )
    if details:
        yield from _lines(f"DESCRIPTION:{_escaped(details)}")
    yield from _lines("TRANSP:TRANSPARENT", "END:VEVENT")


def _escaped(text: str) -> str:
    bare = clean(text, "")
    return bare.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _lines(*lines: str) -> Iterator[str]:
    for line in lines:
        yield "\r\n ".join(_folded(line)) + "\r\n"


def _folded(line: str) -> Iterator[str]:
    """Parts of at most 75 octets, never within a character."""
    part, size, room = "", 0, _LONGEST
    for sign in line:
        width = len(sign.encode())
        if size + width > room:
            yield part
            part, size, room = "", 0, _LONGEST - 1
        part, size = part + sign, size + width
    yield part
