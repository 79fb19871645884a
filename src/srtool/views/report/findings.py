"""The sheet of findings: what is not met and what is open, the heaviest first."""

from __future__ import annotations

from collections.abc import Mapping

from srtool.finding import OPEN, Finding, Outcome
from srtool.texts import Lang, sentence, words
from srtool.texts.say import message, remedy
from srtool.views.report.contents import Contents
from srtool.views.report.source_numbers import Numbers, numbered, source_numbers
from srtool.views.shared.names import check_title, counted, label_key
from srtool.views.shared.table import Column, Link, Tone, Toned
from srtool.views.sheets import table
from srtool.views.sheets.book import Book

_TONES: Mapping[str, Tone] = {"error": "bad", "warning": "warn", "notice": "calm", "undecided": "open"}
_ORDER = ("error", "warning", "undecided", "notice")


def shown(contents: Contents) -> list[Finding]:
    """What stands on the sheet, in its order."""
    findings = [finding for finding in contents.report.findings if finding.outcome in OPEN]
    return sorted(findings, key=lambda finding: _ORDER.index(label_key(finding)))


def write(book: Book, contents: Contents, where: Mapping[str, str]) -> None:
    """The sheet; `where` says where the reasoning of each contract begins."""
    met = counted(book.lang, "report.met", contents.report.counted.get(Outcome.MET, 0))
    note = sentence(book.lang, "report.notes.findings").format(met=met)
    titles = {verdict.id: verdict.title for verdict in contents.report.contracts}
    columns = _columns(book.lang, titles, where, source_numbers(contents))
    table.write(book, "findings", columns, shown(contents), note=note, linked=True)


def _columns(
    lang: Lang, titles: Mapping[str, str], where: Mapping[str, str], numbers: Numbers
) -> tuple[Column[Finding], ...]:
    owners = words(lang, "shared.owners")
    return (
        Column("contract", "wrapped", lambda finding: _link(finding, where), 16),
        Column("title", "wrapped", lambda finding: titles.get(finding.contract or ""), 24),
        Column("verdict", "wrapped", lambda finding: _verdict(finding, lang), 16),
        Column("code", "text", lambda finding: finding.code, 8),
        Column("check", "wrapped", lambda finding: check_title(lang, finding.code), 22),
        Column("acts", "wrapped", lambda finding: owners[finding.owner.value], 20),
        Column("message", "wrapped", lambda finding: message(lang, finding), 50),
        Column("todo", "wrapped", lambda finding: remedy(lang, finding), 34),
        Column("place", "wrapped", lambda finding: str(finding.place), 23),
        Column("sources", "wrapped", lambda finding: _sources(finding, numbers, lang), 16),
    )


def _link(finding: Finding, where: Mapping[str, str]) -> Link | None:
    return None if finding.contract is None else Link(finding.contract, where.get(finding.contract))


def _verdict(finding: Finding, lang: Lang) -> Toned:
    key = label_key(finding)
    own = words(lang, "report.verdicts")
    return Toned(own[key] if key in own else words(lang, "shared.labels")[key], _TONES[key])


def _sources(finding: Finding, numbers: Numbers, lang: Lang) -> str:
    cited = numbered(finding.sources, numbers)
    if not (finding.inferred and cited):
        return cited
    return sentence(lang, "check.lines.source_inferred").format(titles=cited)
