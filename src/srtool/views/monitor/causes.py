"""Why execution lags, as lines: where each cause is named most, and what helped elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from srtool.portfolio.causes import Cause, Times
from srtool.texts import Lang, words
from srtool.texts.say import percent
from srtool.views.shared.lines import Line
from srtool.views.shared.names import counted, whole
from srtool.views.shared.standing_words import cause_label
from srtool.views.shared.sum_text import sum_text

_MOST = 2
"""So many categories, units and suppliers are named with a cause."""


def cause_lines(causes: Sequence[Cause], lang: Lang) -> Iterator[Line]:
    """Nothing without causes; else a title, a line per cause, and below it what helped elsewhere as a source has it."""
    if not causes:
        return
    helped, phrases = words(lang, "causes.helped"), words(lang, "monitor.causes")
    yield Line("")
    yield Line(words(lang, "monitor.titles")["causes"], "title")
    for cause in causes:
        yield Line(_told(cause, lang), "", 2, 2)
        if cause.code in helped:
            yield Line(phrases["helped"].format(helped=helped[cause.code]), "dim", 4)


def _told(cause: Cause, lang: Lang) -> str:
    phrases = words(lang, "monitor.causes")
    key = "line_bare" if cause.share is None else "line" if cause.is_whole else "line_known"
    line = phrases[key].format(
        cause=cause_label(cause.code, lang),
        contracts=counted(lang, "shared.contracts", cause.contracts),
        gap=sum_text(cause.gap, lang),
        share="" if cause.share is None else percent(lang, cause.share),
    )
    parts = [_largest(times, lang) for times in (cause.categories, cause.units, cause.suppliers or ())]
    where = "; ".join(filter(None, parts))
    return phrases["where"].format(line=line, where=where) if where else line


def _largest(times: Sequence[Times], lang: Lang) -> str:
    """Those with a name and on how many contracts, in one line; empty where none has a name."""
    named = [f"{name} ({whole(lang, contracts)})" for name, contracts in times if name is not None]
    return ", ".join(named if len(named) <= _MOST else [*named[:_MOST], "…"])
