"""The sheet of findings: what is not met and what is open, the heaviest first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from srtool.finding import OPEN, Finding
from srtool.texts import Lang, sentence, words
from srtool.texts.say import message, remedy
from srtool.views.report.source_numbers import Numbers, numbered
from srtool.views.shared.names import check_title, counted, label_key
from srtool.views.shared.table import Column, Link, Tone, Toned
from srtool.views.sheets.book import Book
from srtool.views.sheets.piles import Piles
from srtool.views.sheets.table import TableSheet

_TONES: Mapping[str, Tone] = {"error": "bad", "warning": "warn", "notice": "calm", "undecided": "open"}
_ORDER = ("error", "warning", "undecided", "notice")


class _Row(NamedTuple):
    """A finding in words, as it waits for its place on the sheet."""

    contract: str | None
    title: str | None
    label: str
    """What it is called before its code, by its key."""
    code: str
    check: str
    acts: str
    message: str
    todo: str | None
    place: str
    sources: str


class Findings:
    """Takes the open findings in the order of the register, and writes them the heaviest first."""

    def __init__(self, lang: Lang, numbers: Numbers) -> None:
        self._lang, self._numbers = lang, numbers
        self._owners = words(lang, "shared.owners")
        self._piles = Piles()

    @property
    def count(self) -> int:
        """How many stand on the sheet."""
        return self._piles.counted.total()

    def add(self, finding: Finding, title: str | None) -> None:
        """One more finding, with the title of its contract; nothing of it is held in memory."""
        if finding.outcome not in OPEN:
            return
        lang, label = self._lang, label_key(finding)
        row = _Row(
            contract=finding.contract,
            title=title,
            label=label,
            code=finding.code,
            check=check_title(lang, finding.code),
            acts=self._owners[finding.owner.value],
            message=message(lang, finding),
            todo=remedy(lang, finding),
            place=str(finding.place),
            sources=_sources(finding, self._numbers, lang),
        )
        self._piles.add(label, row)

    def write(self, book: Book, met: int, where: Mapping[str, str]) -> None:
        """The sheet, where there are any; `where` says where the reasoning of each contract begins."""
        if not self.count:
            return
        note = sentence(book.lang, "report.notes.findings").format(met=counted(book.lang, "report.met", met))
        sheet = TableSheet(book, "findings", _columns(book.lang, where), note=note, links=self.count)
        for row in self._piles.rows(_ORDER):
            sheet.append(_Row(*row))  # type: ignore[arg-type]  # as it was laid aside
        sheet.close()

    def close(self) -> None:
        """Lets the rows go, whether they were written or not."""
        self._piles.close()


def _columns(lang: Lang, where: Mapping[str, str]) -> tuple[Column[_Row], ...]:
    labels = {**words(lang, "shared.labels"), **words(lang, "report.verdicts")}
    return (
        Column("contract", "wrapped", lambda row: _link(row, where), 16),
        Column("title", "wrapped", lambda row: row.title, 24),
        Column("verdict", "wrapped", lambda row: Toned(labels[row.label], _TONES[row.label]), 16),
        Column("code", "text", lambda row: row.code, 8),
        Column("check", "wrapped", lambda row: row.check, 22),
        Column("acts", "wrapped", lambda row: row.acts, 20),
        Column("message", "wrapped", lambda row: row.message, 50),
        Column("todo", "wrapped", lambda row: row.todo, 34),
        Column("place", "wrapped", lambda row: row.place, 23),
        Column("sources", "wrapped", lambda row: row.sources, 16),
    )


def _link(row: _Row, where: Mapping[str, str]) -> Link | None:
    return None if row.contract is None else Link(row.contract, where.get(row.contract))


def _sources(finding: Finding, numbers: Numbers, lang: Lang) -> str:
    cited = numbered(finding.sources, numbers)
    if not (finding.inferred and cited):
        return cited
    return sentence(lang, "check.lines.source_inferred").format(titles=cited)
