"""A report for a person: what matters first, the rest below, readable without colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from srtool.checks.summary import per_contract, summary
from srtool.finding import OPEN, ContractVerdict, Finding, Level, Outcome, Report
from srtool.texts import Lang, sentence, words
from srtool.views.check.check_options import CheckOptions
from srtool.views.check.contract_list import narrow, table
from srtool.views.check.verdict_lines import (
    absent_lines,
    award_line,
    files_lines,
    money_line,
    reading_lines,
    selected_line,
    verdict_line,
)
from srtool.views.shared.finding_lines import by_owner, finding_lines, label_width
from srtool.views.shared.lines import MOST, NARROW, Line, wrapped
from srtool.views.shared.names import capital, counted
from srtool.views.shared.report_head import head
from srtool.views.shared.step_lines import step_lines
from srtool.views.shared.totals_text import counts_text, totals_text


def check(report: Report, lang: Lang, options: CheckOptions) -> list[Line]:
    """The lines of a report, none wider than asked for except where a single word is."""
    return list(wrapped(_check(report, lang, options), options.width))


def _check(whole_report: Report, lang: Lang, options: CheckOptions) -> Iterator[Line]:
    report = _without_notices(whole_report) if options.quiet else whole_report
    counts = per_contract(report)
    yield head(report, lang, "check")
    yield Line("")
    if not report.contracts:
        yield Line(sentence(lang, "check.lines.no_contracts"), "undecided")
    shown = _order(report.contracts, counts)[:MOST]
    several = len(report.contracts) > 1
    if several:
        list_of = narrow if options.width < NARROW else table
        yield from list_of(shown, counts, lang, options)
        if len(report.contracts) > MOST:
            yield Line(counted(lang, "shared.more", len(report.contracts) - MOST), "dim")
    elif shown:
        yield from _contract(shown[0], counts, lang, options)
    ids = {verdict.id: verdict for verdict in shown}
    visible = [f for f in report.findings if f.contract in ids and (options.why or f.outcome in OPEN)]
    shown_findings = {(f.code, f.contract) for f in visible}
    hidden_findings = (
        f for f in whole_report.findings if f.contract in ids and (f.code, f.contract) not in shown_findings
    )
    yield from reading_lines(hidden_findings, lang, several=several)
    absent = [finding for finding in report.findings if finding.is_undone]
    if absent:
        yield Line("")
        yield from absent_lines(absent, lang, several=len(report.receipt.inputs) > 1)
    column = label_width(lang, options.width)
    for asked in report.findings:
        if asked.contract is None and not asked.is_undone:
            yield Line("")
            yield from finding_lines(asked, lang, why=options.why, indent=0, column=column, columns=report.columns)
    contracts = ids if several else {}
    yield from by_owner(
        visible, contracts, lang, why=options.why, column=column, columns=report.columns, hint=options.hint
    )
    if options.why and several:
        for verdict in shown:
            yield Line("")
            yield from _contract(verdict, counts, lang, options)
    yield from _close(report, lang, options, hidden=len(_open(whole_report)) - len(_open(report)))


def _without_notices(report: Report) -> Report:
    """The same report; questions stay, and what a whole register gave no data for."""
    kept = (
        finding
        for finding in report.findings
        if finding.level is not Level.NOTICE or finding.outcome is Outcome.UNDECIDED or finding.contract is None
    )
    return replace(report, findings=tuple(kept))


def _open(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.outcome in OPEN]


def _order(contracts: Sequence[ContractVerdict], counts: dict[str | None, Counter[str]]) -> list[ContractVerdict]:
    """Those with errors first, then in the order of the register."""
    first = [verdict for verdict in contracts if verdict.id in counts and counts[verdict.id]["error"]]
    heavy = {verdict.id for verdict in first}
    return first + [verdict for verdict in contracts if verdict.id not in heavy]


def _contract(
    verdict: ContractVerdict, counts: dict[str | None, Counter[str]], lang: Lang, options: CheckOptions
) -> Iterator[Line]:
    yield Line(f"{verdict.id}  {verdict.title}", "title", 0, 2)
    yield verdict_line(verdict, lang, options)
    if verdict.id in options.not_looked_at:
        yield Line(capital(sentence(lang, "check.lines.not_looked_at")))
    else:
        yield Line(capital(counts_text(counts.get(verdict.id, Counter()), lang)))
    if options.why and verdict.steps:
        yield Line(sentence(lang, "check.lines.why"), "title", 2)
        yield from step_lines(verdict.steps, lang, 4)


def _close(report: Report, lang: Lang, options: CheckOptions, *, hidden: int) -> Iterator[Line]:
    phrases = words(lang, "check.lines")
    total = summary(report)
    yield Line("")
    yield from selected_line(options, lang)
    yield from award_line(report.contracts, options.before_award, lang)
    yield Line(totals_text(total, lang), "strong")
    if hidden:
        yield Line(counted(lang, "shared.hidden", hidden))
    if len(report.contracts) > 1:
        yield from money_line(total, lang)
        yield from files_lines(options.files, lang)
    if not options.why:
        yield Line(phrases["hint"], "dim")
