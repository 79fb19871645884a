"""The first page: the key figures, five charts and the numbers behind them, on one sheet of paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from openpyxl.utils import get_column_letter

from srtool.portfolio.changes import WHATS, Changes
from srtool.sums import Sum
from srtool.texts import Lang, sentence, words
from srtool.texts.say import day
from srtool.views.report.chart_data import ChartData, chart_data
from srtool.views.report.contents import Contents
from srtool.views.report.progress_percent import percent_of
from srtool.views.report.tones import state_word
from srtool.views.shared.names import counted
from srtool.views.shared.sum_text import sum_text
from srtool.views.shared.table import Kind, Value
from srtool.views.sheets.book import Book
from srtool.views.sheets.cells import COUNT, WHOLE_EURO
from srtool.views.sheets.charts import bars, colour, over
from srtool.views.sheets.grid import Grid
from srtool.views.sheets.looks import Look
from srtool.views.sheets.row_height import height

_WIDTHS = (15, 14, 17, 15, 16, 17, 20, 17, 30, 17, 32, 14)
_FIGURES_ROW = 6
_LEFT = (1, 5, 9)
_CHART_ROWS = (13, 26)
_WIDE, _DEEP = 4, 11
"""Columns and rows of a chart."""
_DATA_ROW = 40
_MILLIONS = 10_000_000
_FIXED = "\N{NO-BREAK SPACE}"
_SMALL = 0.85
"""How high a line of small print is, of one of the others."""
_FIRST = 9
"""So many contracts stand in the list of what comes first."""


def write(book: Book, contents: Contents) -> None:
    """The sheet, also of a register without contracts: it says so."""
    sheet = book.sheet("overview", _WIDTHS)
    layout = sheet.layout
    layout.page_setup.fitToHeight = 1
    grid = Grid(sheet)
    grid.high(1, 30)
    _head(grid, contents, book.lang)
    if contents.report.contracts:
        layout.print_options.horizontalCentered = True
        _figures(grid, book, contents)
        blocks = [block for block in chart_data(contents, book.lang) if block.rows]
        _charts(grid, layout, blocks, book.lang)
        if contents.monitoring.attention:
            _first(grid, contents, len(blocks), book.lang)
        if not blocks:
            grid.put(_CHART_ROWS[0] - 1, 1, sentence(book.lang, "report.overview.no_charts"), Look(muted=True))
    for row, texts in grid.texts(_DATA_ROW + 1).items():
        high = height((text, _WIDTHS[column - 1] * 1.15) for column, text in texts.items())  # it is small print
        if high is not None:
            grid.high(row, high * _SMALL)
    grid.write()


def _head(grid: Grid, contents: Contents, lang: Lang) -> None:
    phrases = words(lang, "report.overview")
    receipt, figures = contents.report.receipt, contents.overview
    authorities = dict.fromkeys(
        contract.authority for contract in contents.register_file.register.contracts if contract.authority
    )
    used = dict.fromkeys(verdict.rule_set for verdict in contents.report.contracts if verdict.rule_set)
    who = ", ".join(authorities) if len(authorities) < 3 else phrases["authorities"].format(n=len(authorities))
    parts = {
        "who": who,
        "day": day(lang, receipt.on),
        "rules": ", ".join(used),
        "files": ", ".join(name for name, _ in receipt.inputs),
    }
    facts = [words(lang, "report.overview.facts")[key].format(told=value) for key, value in parts.items() if value]
    grid.put(1, 1, sentence(lang, "report.titles.overview"), Look(bold=True, size=18))
    facts.append(sentence(lang, "report.notes.overview"))
    if contents.monitoring.people.jobs.on is not None:
        facts.append(phrases["jobs_on"].format(day=day(lang, contents.monitoring.people.jobs.on)))
    if contents.in_steps:
        facts.append(sentence(lang, "shared.discreet.in_steps"))
    grid.put(2, 1, " · ".join(facts), Look(muted=True))
    if not figures.contracts:
        grid.put(3, 1, phrases["empty"], Look(bold=True))
        return
    grid.put(
        3,
        1,
        phrases["headline"].format(
            contracts=counted(lang, "shared.contracts", figures.contracts),
            attention=counted(lang, "monitor.attention", figures.attention),
            errors=counted(lang, "shared.error", figures.errors),
            questions=counted(lang, "shared.undecided", figures.undecided),
        ),
        Look(bold=True),
    )
    if contents.changes is not None:
        grid.put(4, 1, _changed(contents.changes, lang), Look(bold=True))


def _changed(changes: Changes, lang: Lang) -> str:
    """What became different since the earlier report, in one line; also when that is nothing."""
    phrases, counts = words(lang, "report.overview"), Counter(change.what for change in changes.rows)
    parts = [f"{counts[what]} {words(lang, 'report.changes')[what]}" for what in WHATS if counts[what]]
    same = counted(lang, "report.same", changes.same)
    return phrases["changed"].format(day=day(lang, changes.since), told="; ".join((*parts, same)))


def _figures(grid: Grid, book: Book, contents: Contents) -> None:
    """Four blocks of figures, each with a name that formulas elsewhere can use."""
    phrases, sheet = words(book.lang, "report.figures"), book.title("overview")
    for block, (key, figures) in enumerate(_key_figures(contents)):
        column = 1 + 3 * block
        for place in range(3):
            title = phrases[key] if place == 0 else None
            grid.put(_FIGURES_ROW - 1, column + place, title, Look(heading=True, indented=block > 0))
        for row, (name, value, sort) in enumerate(figures, start=_FIGURES_ROW):
            grid.put(row, column, phrases[name], Look(indented=block > 0))
            absent = phrases["hidden" if key == "block_people" and contents.overview.shielded else "none"]
            shown, is_known = _shown_figure(value, absent, book.lang)
            grid.put(row, column + 2, shown, Look(sort, bold=True) if is_known else Look(muted=True, right=True))
            book.name(f"srtool_{name}", sheet, f"${get_column_letter(column + 2)}${row}")


def _shown_figure(value: Value | Sum, absent: str, lang: Lang) -> tuple[Value, bool]:
    """What stands at a figure, and whether it is the figure itself; a sum with unknown parts says so."""
    if not isinstance(value, Sum):
        return (absent, False) if value is None else (value, True)
    return (sum_text(value, lang, brief=True), False) if value.whole is None else (value.whole, True)


def _key_figures(contents: Contents) -> Iterator[tuple[str, list[tuple[str, Value | Sum, Kind]]]]:
    figures = contents.overview
    yield (
        "block_contracts",
        [
            ("contracts", figures.contracts, "count"),
            ("in_scope", figures.in_scope, "count"),
            ("open_scope", figures.open_scope, "count"),
            ("followed", figures.followed, "count"),
            ("attention", figures.attention, "count"),
        ],
    )
    yield (
        "block_asked",
        [
            ("norm_obligation", figures.norm_obligation, "euro"),
            ("asked_obligation", figures.asked_obligation, "euro"),
            ("owed", figures.owed, "euro"),
            ("waived", figures.waived, "euro"),
            ("unknown", figures.unknown, "count"),
        ],
    )
    yield (
        "block_realised",
        [
            ("confirmed", figures.confirmed, "euro"),
            ("claimed", figures.claimed, "euro"),
            ("expected", figures.expected, "euro"),
            ("gap", figures.gap, "euro"),
            ("progress", percent_of(figures.confirmed.whole, figures.owed.whole), "percent"),
        ],
    )
    people = contents.monitoring.people
    yield (
        "block_people",
        [
            ("people", figures.people, "count"),
            ("after_6", people.after_6[0], "count"),
            ("after_12", people.after_12[0], "count"),
            ("jobs", figures.jobs, "decimal"),
            ("target_jobs", figures.target_jobs, "decimal"),
        ],
    )


def _first(grid: Grid, contents: Contents, number: int, lang: Lang) -> None:
    """The contracts that need somebody first, in the place after that of the last chart."""
    phrases, row, left = words(lang, "report.overview"), _CHART_ROWS[number // 3], _LEFT[number % 3]
    aside = left > 1
    grid.put(row - 1, left, phrases["first"], Look(bold=True, indented=aside))
    for place, key in enumerate(("contract", "state", "gap", "end")):
        look = Look(heading=True, size=9, indented=aside or place > 0, right=key in {"gap", "end"})
        grid.put(row, left + place, words(lang, "report.columns")[key], look)
    for progress in contents.monitoring.attention[:_FIRST]:
        row += 1
        grid.put(row, left, progress.dossier.contract.id, Look(size=9, indented=aside))
        grid.put(row, left + 1, state_word(progress.state, lang), Look(size=9, indented=True))
        grid.put(row, left + 2, progress.gap, Look("euro", size=9))
        grid.put(row, left + 3, progress.end, Look("date", size=9))
    if len(contents.monitoring.attention) > _FIRST:
        more = counted(lang, "report.more_attention", len(contents.monitoring.attention) - _FIRST)
        grid.put(row + 1, left, more, Look(size=9, muted=True, indented=aside))


def _shown(block: ChartData, lang: Lang) -> str:
    """The format of its values in a chart, which leaves little room: large amounts in millions."""
    if block.kind != "whole_euro":
        return COUNT
    return sentence(lang, "report.overview.millions") if block.most >= _MILLIONS else WHOLE_EURO.replace(" ", _FIXED)


def _charts(grid: Grid, sheet: Any, blocks: Sequence[ChartData], lang: Lang) -> None:  # noqa: ANN401 - openpyxl's own
    """The charts in rows of three, and below them the numbers they are made of."""
    titles = words(lang, "report.charts")
    column = 1
    for number, block in enumerate(blocks):
        left, row = _LEFT[number % 3], _CHART_ROWS[number // 3]
        grid.put(row - 1, left, titles[block.key], Look(bold=True, indented=left > 1))
        first, last = _DATA_ROW, _DATA_ROW + len(block.rows)
        grid.put(_DATA_ROW - 1, column, titles[block.key], Look(bold=True, size=9, indented=number > 0))
        for place, heading in enumerate(block.headings):
            look = Look(heading=True, size=9, indented=number > 0, right=place > 0)
            grid.put(_DATA_ROW, column + place, heading, look)
        for place, cells in enumerate(block.rows, start=_DATA_ROW + 1):
            grid.put(place, column, cells[0], Look("wrapped", size=9, indented=number > 0))
            for next_to, value in enumerate(cells[1:], start=column + 1):
                grid.put(place, next_to, value, Look(block.kind, size=9))
        series = range(column + 1, column + len(block.headings))
        most = block.most if block.lying else None
        chart = bars(sheet, (first, last), labels=column, series=series, most=most, shown=_shown(block, lang))
        colour(chart, block.tones)
        sheet.add_chart(over(chart, left, row, _WIDE, _DEEP))
        column += len(block.headings)
