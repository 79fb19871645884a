"""The first page: the key figures, five charts and what comes first, on one sheet of paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from openpyxl.utils import get_column_letter

from srtool.portfolio.changes import WHATS, Changes
from srtool.register.missing_fields import is_list
from srtool.sums import Sum
from srtool.texts import Lang, sentence, words
from srtool.texts.say import day
from srtool.views.report import charts, of_each_file, what_comes_first
from srtool.views.report.chart_data import chart_data
from srtool.views.report.contents import Contents
from srtool.views.report.progress_percent import percent_of
from srtool.views.shared.names import counted
from srtool.views.shared.report_head import told_part
from srtool.views.shared.sum_text import sum_text
from srtool.views.shared.table import Kind, Value
from srtool.views.sheets.book import Book
from srtool.views.sheets.grid import Grid
from srtool.views.sheets.looks import Look

_WIDTHS = (15, 14, 17, 22, 16, 17, 20, 17, 36, 34, 31, 15)
_FIGURES_ROW = 6
_NOTE_ROW = 13


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
        grid.put(_NOTE_ROW, 1, sentence(book.lang, "report.overview.gap_here"), Look(muted=True, size=9))
        blocks = [block for block in chart_data(contents, book.lang) if block.rows]
        has_list, last = bool(contents.monitoring.attention), charts.FIRST_ROW + charts.DEEP
        if blocks:
            last = charts.write(book, grid, layout, blocks, beside_list=has_list)
        else:
            grid.put(charts.FIRST_ROW - 1, 1, sentence(book.lang, "report.overview.no_charts"), Look(muted=True))
        if has_list:
            what_comes_first.write(grid, contents, book.lang)
        if contents.files:
            last = of_each_file.write(grid, last + 1, contents.files, book.lang)
        if blocks or contents.files:
            layout.print_area = f"A1:L{last}"
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
        "files": ", ".join(told_part(contents.parts.get(name), name, lang) for name, _ in receipt.inputs),
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
            errors=counted(lang, "report.wrong", figures.errors),
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
    for block, (key, figures) in enumerate(_key_figures(contents, book.lang)):
        column = 1 + 3 * block
        for place in range(3):
            title = phrases[key] if place == 0 else None
            grid.put(_FIGURES_ROW - 1, column + place, title, Look(heading=True, indented=block > 0))
        for row, (name, value, sort) in enumerate(figures, start=_FIGURES_ROW):
            grid.put(row, column, phrases[name], Look(indented=block > 0))
            absent = phrases["hidden" if key == "block_people" and contents.overview.shielded else "none"]
            nothing = phrases["no_contracts"]
            shown, is_known = _shown_figure(value, absent, nothing, book.lang)
            grid.put(
                row,
                column + 2,
                shown,
                Look(sort, bold=True, right=sort == "text") if is_known else Look(muted=True, right=True),
            )
            book.name(f"srtool_{name}", sheet, f"${get_column_letter(column + 2)}${row}")


def _shown_figure(value: Value | Sum, absent: str, nothing: str, lang: Lang) -> tuple[Value, bool]:
    """What stands at a figure, and whether it is the figure itself; a sum of which a part is unknown says so."""
    if not isinstance(value, Sum):
        return (absent, False) if value is None else (value, True)
    if not value.of:
        return nothing, False
    return (sum_text(value, lang, brief=True), False) if value.whole is None else (value.whole, True)


def _measured(contents: Contents, lang: Lang) -> str | None:
    """Of how many contracts it is known both what they owe and what is confirmed."""
    contracts = contents.monitoring.contracts
    known = sum(progress.owed is not None and progress.shown("confirmed") is not None for progress in contracts)
    return sentence(lang, "report.overview.of").format(n=known, all=len(contracts)) if contracts else None


def _keeps_adjustments(contents: Contents) -> bool:
    """Whether decisions are kept in this register: of a list without a single one nothing is known."""
    return bool(contents.register_file.register.adjustments) or not is_list(contents.register_file)


def _key_figures(contents: Contents, lang: Lang) -> Iterator[tuple[str, list[tuple[str, Value | Sum, Kind]]]]:
    figures, totals = contents.overview, contents.monitoring.totals
    yield (
        "block_contracts",
        [
            ("contracts", figures.contracts, "count"),
            ("in_scope", figures.in_scope, "count"),
            ("open_scope", figures.open_scope, "count"),
            ("followed", figures.followed, "count"),
            ("attention", figures.attention, "count"),
            ("measured", _measured(contents, lang), "text"),
        ],
    )
    yield (
        "block_asked",
        [
            ("norm_obligation", figures.norm_obligation, "euro"),
            ("asked_obligation", figures.asked_obligation, "euro"),
            ("owed", figures.owed, "euro"),
            ("waived", figures.waived if _keeps_adjustments(contents) else None, "euro"),
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
            ("due", totals.due if totals.due.of else None, "euro"),
            ("in_proportion", totals.in_proportion if totals.in_proportion.of else None, "euro"),
        ],
    )
    people, is_kept = contents.monitoring.people, figures.people is not None
    yield (
        "block_people",
        [
            ("people", figures.people, "count"),
            ("after_6", people.after_6[0] if is_kept else None, "count"),
            ("after_12", people.after_12[0] if is_kept else None, "count"),
            ("jobs", figures.jobs, "decimal"),
            ("target_jobs", figures.target_jobs, "decimal"),
        ],
    )
