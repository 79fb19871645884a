"""A report as CSV that a Dutch or English Excel opens as a table."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from srtool.finding import Level, Outcome, Owner, Report
from srtool.texts import Lang
from srtool.texts.say import message, remedy
from srtool.views.shared.csv_table import as_text, table
from srtool.views.shared.names import check_title, source_titles, words

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


def check(report: Report, lang: Lang) -> str:
    """One row per finding, met ones too, under a heading row; starts with the mark Excel asks for."""
    return "".join(pieces(report, lang))


def pieces(report: Report, lang: Lang) -> Iterator[str]:
    """The same, row by row."""
    headings = words(lang, "csv")
    return table([headings[column] for column in _COLUMNS], _rows(report, lang), lang)


def _rows(report: Report, lang: Lang) -> Iterator[tuple[str, ...]]:
    titles = {verdict.id: verdict.title for verdict in report.contracts}
    inferred = words(lang, "check")["source_inferred"]
    cited: dict[tuple[int, bool], str] = {}  # by identity: many findings of a report share one tuple of sources
    for finding in report.findings:
        title = titles.get(finding.contract, "") if finding.contract is not None else ""
        key = (id(finding.sources), finding.inferred)
        if key not in cited:
            titles_of = source_titles(finding.sources)
            cited[key] = as_text(inferred.format(titles=titles_of) if finding.inferred and titles_of else titles_of)
        yield (
            as_text(finding.contract or ""),
            as_text(title),
            *_judgement(lang, finding.code, finding.outcome, finding.level, finding.owner),
            as_text(message(lang, finding)),
            as_text(remedy(lang, finding) or ""),
            as_text(finding.place),
            cited[key],
        )


@cache
def _judgement(lang: Lang, code: str, outcome: Outcome, level: Level, owner: Owner) -> tuple[str, ...]:
    """The cells that say what was checked, how it came out and who must act."""
    cells = (
        code,
        check_title(lang, code),
        words(lang, "outcomes")[outcome.value],
        words(lang, "labels")[level.value] if outcome is Outcome.NOT_MET else "",
        words(lang, "owners")[owner.value],
    )
    return tuple(map(as_text, cells))
