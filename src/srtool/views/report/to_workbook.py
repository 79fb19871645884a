"""The overview as a workbook: every sheet that has something to say, in one order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import BinaryIO, NamedTuple

from srtool.finding import ContractVerdict, Finding, Outcome, Step
from srtool.progress.standing import Progress
from srtool.register.model import Register
from srtool.rules.rulebook import RuleBook
from srtool.texts import Lang, sentence
from srtool.views.report import (
    attention,
    bundles,
    causes,
    chances,
    changes,
    contracts,
    findings,
    notices,
    overview,
    pilots,
    realisation,
    reasoning,
    receipt,
    suppliers,
    unread,
    what_if,
)
from srtool.views.report.contents import Contents
from srtool.views.report.source_numbers import source_numbers
from srtool.views.shared.discreet import discreet, discretion
from srtool.views.sheets.book import Book, Fits

_AT_ONCE = 250
"""So many contracts are written together: by turns with judging each, both take a tenth longer."""
_NO_TITLES: Mapping[str, str] = MappingProxyType({})


class Told(NamedTuple):
    """All that is said of one contract."""

    verdict: ContractVerdict
    steps: Iterable[Step]
    """Those of its verdict."""
    progress: Progress | None
    findings: Iterable[Finding]
    later: Iterable[Finding] = ()
    """Findings that only explain themselves here, and are told after those on all contracts."""


class Writing:
    """The overview as it is made: what is judged of a contract goes straight into the sheets that have it in full."""

    def __init__(self, register: Register, rules: RuleBook, on: date, lang: Lang) -> None:
        self._lang = lang
        longest = max((len(contract.id) for contract in register.contracts), default=0)
        self._book = Book(
            lang, sentence(lang, "report.titles.overview"), on, lambda: None, Fits.of(Decimal(0), longest)
        )
        self._reasoning = reasoning.Reasoning(self._book, rules)
        self._findings = findings.Findings(lang, source_numbers(rules))
        self._discretion = discretion(register.efforts, lang)
        self._waiting: list[Told] = []

    def of_register(self, told: Iterable[Finding], titles: Mapping[str, str] = _NO_TITLES) -> None:
        """Findings on the whole register, and others that come after those on contracts; `titles` are of contracts."""
        self._write_waiting()
        for finding in self._discretion(told):
            self._findings.add(finding, titles.get(finding.contract or ""))

    def of_contract(self, told: Told) -> None:
        """One contract; it is held only until some hundred are written together."""
        self._waiting.append(told)
        if len(self._waiting) == _AT_ONCE:
            self._write_waiting()

    def rows(self, contents: Contents) -> int:
        """About so many rows are still to be written."""
        return len(contents.report.contracts) + self._findings.count

    def save(self, contents: Contents, stream: BinaryIO, step: Callable[[], None]) -> None:
        """Writes the other sheets and the workbook, row by row so that its length costs no memory.

        `step` is called at each row.
        """
        book = self._book
        book.step, book.fits = step, contents.fits
        self._write_waiting()
        self._reasoning.close()
        report = discreet(contents.report, contents.register_file.register.efforts, self._lang)
        self._write(replace(contents, report=report))
        book.save(stream)

    def close(self) -> None:
        """Lets go of the rows, whether they were saved or not."""
        self._findings.close()
        self._book.close()

    def _write_waiting(self) -> None:
        discreetly = [list(self._discretion(told.findings)) for told in self._waiting]
        for told, open_findings in zip(self._waiting, discreetly, strict=True):
            later = self._discretion(told.later)
            self._reasoning.add(told.verdict.id, told.steps, told.progress, (*open_findings, *later))
        for told, open_findings in zip(self._waiting, discreetly, strict=True):
            for finding in open_findings:
                self._findings.add(finding, told.verdict.title)
        self._waiting.clear()

    def _write(self, contents: Contents) -> None:
        """The sheets that have content."""
        book, where = self._book, self._reasoning.where
        overview.write(book, contents)
        if contents.changes is not None and contents.changes.rows:
            changes.write(book, contents.changes, where)
        if contents.monitoring.attention:
            attention.write(book, contents, where)
        if contents.report.contracts:
            contracts.write(book, contents, where)
        self._findings.write(book, contents.report.counted.get(Outcome.MET, 0), where)
        unread.write(book, contents)
        notices.write(book, contents, where)
        _write_portfolio(book, contents, where)
        if contents.what_if is not None:
            what_if.write(book, contents, contents.what_if)
        receipt.write(book, contents)


def _write_portfolio(book: Book, contents: Contents, where: Mapping[str, str]) -> None:
    """The sheets about contracts together; `where` says where the reasoning of each begins."""
    if bundles.has_content(contents):
        bundles.write(book, contents)
    if realisation.has_content(contents):
        realisation.write(book, contents)
    if contents.suppliers:
        suppliers.write(book, contents)
    if contents.monitoring.causes:
        causes.write(book, contents)
    if pilots.piloting(contents):
        pilots.write(book, contents, where)
    if contents.chances:
        chances.write(book, contents, where)
