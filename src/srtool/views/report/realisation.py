"""The sheet of realisation: target groups, never persons, and people in figures that may be passed on."""

from __future__ import annotations

from collections.abc import Iterator

from srtool.portfolio.suppression import FEWEST
from srtool.portfolio.target_groups import TargetGroup
from srtool.texts import Lang
from srtool.texts.say import word
from srtool.views.report.chart_data import group_label
from srtool.views.report.contents import Contents
from srtool.views.sheets.book import Book, Value, words
from srtool.views.sheets.table import Column, Sheet

_COLUMNS = (
    Column("target_group", 48, "wrapped"),
    Column("effort_kind", 22),
    Column("people", 14, "count"),
    Column("efforts", 14, "count"),
    Column("confirmed", 18, "euro"),
    Column("expected", 18, "euro"),
    Column("remark", 60, "wrapped"),
)


def has_content(contents: Contents) -> bool:
    return bool(contents.groups.rows or contents.groups.hidden)


def write(book: Book, contents: Contents) -> None:
    """The groups, the others together, and the total, each as far as it may be passed on."""
    lang, groups = book.lang, contents.groups
    note = words(lang, "notes")["realisation"].format(fewest=FEWEST)
    sheet = Sheet(book, "realisation", _COLUMNS, note=note)
    for one in (*groups.rows, groups.hidden):
        if one is not None:
            sheet.append(_row(one, group_label(one, lang), lang))
    sheet.append(_row(groups.total, words(lang, "table")["total"], lang), bold=True)
    sheet.close()


def _row(one: TargetGroup, label: str, lang: Lang) -> Iterator[Value]:
    yield label
    yield None if one.kind is None else word(lang, one.kind)
    yield one.people
    yield one.efforts
    yield one.value
    yield one.expected
    yield words(lang, "table")["shielded"].format(fewest=FEWEST) if one.shielded else None
