"""The sheet of realisation: target groups, never persons, and people in figures that may be passed on."""

from __future__ import annotations

from srtool.portfolio.people import FEWEST
from srtool.portfolio.target_groups import TargetGroup
from srtool.texts import Lang, sentence, words
from srtool.texts.say import word
from srtool.views.report.chart_data import group_label
from srtool.views.report.contents import Contents
from srtool.views.shared.table import Column
from srtool.views.sheets.book import Book
from srtool.views.sheets.table import TableSheet


def has_content(contents: Contents) -> bool:
    return bool(contents.groups.rows or contents.groups.hidden)


def write(book: Book, contents: Contents) -> None:
    """The groups, the others together, and the total, each as far as it may be passed on."""
    lang, groups = book.lang, contents.groups
    note = sentence(lang, "report.notes.realisation").format(fewest=FEWEST)
    sheet = TableSheet(book, "realisation", _columns(groups.total, lang), note=note)
    for group in (*groups.rows, groups.hidden):
        if group is not None:
            sheet.append(group)
    sheet.append(groups.total, bold=True)
    sheet.close()


def _columns(total: TargetGroup, lang: Lang) -> tuple[Column[TargetGroup], ...]:
    table = words(lang, "report.table")
    shielded = table["shielded"].format(fewest=FEWEST)
    return (
        Column("target_group", "wrapped", lambda row: table["total"] if row is total else group_label(row, lang), 48),
        Column("effort_kind", "text", lambda group: group.kind and word(lang, group.kind), 22),
        Column("people", "count", lambda group: group.people),
        Column("efforts", "count", lambda group: group.efforts),
        Column("confirmed", "euro", lambda group: group.value, 18),
        Column("expected", "euro", lambda group: group.expected, 18),
        Column("remark", "wrapped", lambda group: shielded if group.shielded else None, 60),
    )
