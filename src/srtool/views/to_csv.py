"""A report as CSV that a Dutch or English Excel opens as a table."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from srtool.finding import Finding, Report
from srtool.texts import Lang
from srtool.texts.say import message, remedy
from srtool.views.names import check_title, source_titles, words

_BOM = "\ufeff"
# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SEPARATOR = {"nl": ";", "en": ","}
_COLUMNS = (
    "contract",
    "title",
    "code",
    "check",
    "outcome",
    "level",
    "owner",
    "message",
    "remedy",
    "place",
    "sources",
)


class _Line:
    """A stream that hands each line back: csv writes a row with one call."""

    def write(self, line: str) -> str:
        return line


def check(report: Report, lang: Lang) -> str:
    """One row per finding, met ones too, under a heading row; starts with the mark Excel asks for."""
    return "".join(pieces(report, lang))


def pieces(report: Report, lang: Lang) -> Iterator[str]:
    """The same, row by row."""
    writer = csv.writer(_Line(), delimiter=_SEPARATOR[lang], lineterminator="\r\n")
    headings = words(lang, "csv")
    yield _BOM
    yield writer.writerow([headings[column] for column in _COLUMNS])
    titles = {verdict.id: verdict.title for verdict in report.contracts}
    for finding in report.findings:
        title = titles.get(finding.contract, "") if finding.contract is not None else ""
        yield writer.writerow([as_text(cell) for cell in _cells(finding, title, lang)])


def as_text(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return "'" + cell if cell.startswith(_FORMULA) else cell


def _cells(finding: Finding, title: str, lang: Lang) -> Iterator[str]:
    yield finding.contract or ""
    yield title
    yield finding.code
    yield check_title(lang, finding.code)
    yield words(lang, "outcomes")[finding.outcome.value]
    yield words(lang, "labels")[finding.level.value]
    yield words(lang, "owners")[finding.owner.value]
    yield message(lang, finding)
    yield remedy(lang, finding) or ""
    yield finding.place
    yield source_titles(finding.sources)
