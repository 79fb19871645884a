"""A report for a person: what matters first, the rest below, readable without colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from srtool.checks.summary import per_contract, summary
from srtool.finding import OPEN, ContractVerdict, Finding, Level, Outcome, Owner, Report
from srtool.texts import Lang
from srtool.texts.say import amount, day
from srtool.views.check.contract_list import narrow, table
from srtool.views.check.finding_lines import (
    absent_lines,
    award_line,
    counts_text,
    finding_lines,
    reading_lines,
    step_lines,
    verdict_line,
)
from srtool.views.check.view_options import How
from srtool.views.shared.lines import Line, wrapped
from srtool.views.shared.names import capital, counted, whole, words

MOST = 50
_OWNERS = tuple(Owner)
NARROW = 72


def check(report: Report, lang: Lang, how: How) -> list[Line]:
    """The lines of a report, none wider than asked for except where a single word is."""
    return list(wrapped(_check(report, lang, how), how.width))


def _check(whole_report: Report, lang: Lang, how: How) -> Iterator[Line]:
    report = _without_notices(whole_report) if how.quiet else whole_report
    counts = per_contract(report)
    yield head(report, lang, "check")
    yield Line("")
    if not report.contracts:
        yield Line(words(lang, "check")["no_contracts"], "undecided")
    shown = _order(report.contracts, counts)[:MOST]
    several = len(report.contracts) > 1
    if several:
        list_of = narrow if how.width < NARROW else table
        yield from list_of(shown, counts, lang, how)
        if len(report.contracts) > MOST:
            yield Line(counted(lang, "more", len(report.contracts) - MOST), "dim")
    elif shown:
        yield from _contract(shown[0], counts, lang, how)
    ids = {verdict.id: verdict for verdict in shown}
    visible = [f for f in report.findings if f.contract in ids and (how.why or f.outcome in OPEN)]
    told = {(f.code, f.contract) for f in visible}
    untold = (f for f in whole_report.findings if f.contract in ids and (f.code, f.contract) not in told)
    yield from reading_lines(untold, lang, several=several)
    absent = [finding for finding in report.findings if finding.contract is None]
    if absent:
        yield Line("")
        yield from absent_lines(absent, lang, several=len(report.receipt.inputs) > 1)
    column = 0 if how.width < NARROW else max(map(len, words(lang, "labels").values()))
    yield from by_owner(visible, ids if several else {}, lang, why=how.why, column=column)
    if how.why and several:
        for verdict in shown:
            yield Line("")
            yield from _contract(verdict, counts, lang, how)
    yield from _close(report, lang, how, hidden=len(_open(whole_report)) - len(_open(report)))


def _without_notices(report: Report) -> Report:
    """The same report; what a whole register gave no data for stays."""
    kept = (f for f in report.findings if f.level is not Level.NOTICE or f.contract is None)
    return replace(report, findings=tuple(kept))


def _open(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.outcome in OPEN]


def head(report: Report, lang: Lang, command: str) -> Line:
    """The command, the files, the rule sets and the day."""
    text = words(lang, "head")
    names = [name for name, _ in report.receipt.inputs]
    files = names[0] if names else ""
    if len(names) > 1:
        others = counted(lang, "more_files", len(names) - 1)
        files = text["more_files"].format(first=files, others=others)
    used = dict.fromkeys(verdict.rule_set for verdict in report.contracts if verdict.rule_set)
    chosen = report.chosen[0] if report.chosen else None
    rules = ", ".join(text["chosen"].format(id=one) if one == chosen else one for one in used)
    parts = (f"srtool {command}", files, rules or text["no_rule_set"], day(lang, report.receipt.on))
    return Line(" · ".join(part for part in parts if part), "dim", 0, 2)


def _order(contracts: Sequence[ContractVerdict], counts: dict[str | None, Counter[str]]) -> list[ContractVerdict]:
    """Those with errors first, then in the order of the register."""
    first = [verdict for verdict in contracts if verdict.id in counts and counts[verdict.id]["error"]]
    heavy = {verdict.id for verdict in first}
    return first + [verdict for verdict in contracts if verdict.id not in heavy]


def _contract(verdict: ContractVerdict, counts: dict[str | None, Counter[str]], lang: Lang, how: How) -> Iterator[Line]:
    yield Line(f"{verdict.id}  {verdict.title}", "title", 0, 2)
    yield verdict_line(verdict, lang, how)
    yield Line(capital(counts_text(counts.get(verdict.id, Counter()), lang)))
    if how.why and verdict.steps:
        yield Line(words(lang, "check")["why"], "title", 2)
        yield from step_lines(verdict.steps, lang, 4)


def _weight(finding: Finding) -> tuple[int, int]:
    order = (Outcome.NOT_MET, Outcome.UNDECIDED, Outcome.MET, Outcome.NOT_APPLICABLE)
    return (order.index(finding.outcome), finding.level.rank)


def by_owner(
    findings: Sequence[Finding],
    contracts: dict[str, ContractVerdict],
    lang: Lang,
    *,
    why: bool,
    column: int,
) -> Iterator[Line]:
    """Grouped by who must act; with several contracts, then by contract in the order of the list above."""
    groups: dict[Owner, dict[str, list[Finding]]] = {owner: {} for owner in _OWNERS}
    for finding in findings:
        groups[finding.owner].setdefault(finding.contract or "", []).append(finding)
    for owner, per in groups.items():
        if per:
            yield Line("")
            yield Line(words(lang, "check")["acts"].format(owner=words(lang, "owners")[owner.value]), "title")
        for name in (name for name in contracts or per if name in per):
            if contracts:
                yield Line(f"{name}  {contracts[name].title}", "", 2, 2)
            for finding in sorted(per[name], key=_weight):
                indent = 4 if contracts else 2
                yield from finding_lines(finding, lang, why=why, indent=indent, column=column)


def _close(report: Report, lang: Lang, how: How, *, hidden: int) -> Iterator[Line]:
    text = words(lang, "check")
    total = summary(report)
    yield Line("")
    yield from award_line(report.contracts, how.before_award, lang)
    yield Line(
        text["summary_open" if total.open_scope else "summary"].format(
            contracts=counted(lang, "contracts", total.contracts),
            in_scope=whole(lang, total.in_scope),
            open=whole(lang, total.open_scope),
            counts=capital(counts_text(total.counts, lang)),
        ),
        "strong",
    )
    if hidden:
        yield Line(counted(lang, "hidden", hidden))
    if len(report.contracts) > 1 and (total.with_norm or total.with_asked):
        norm = _sum(total.norm_obligation, total.with_norm, lang)
        yield Line(text["money"].format(norm=norm, asked=_sum(total.asked_obligation, total.with_asked, lang)))
    if not how.why:
        yield Line(text["hint"], "dim")


def _sum(total: Decimal | None, over: int, lang: Lang) -> str:
    """An amount with the number of contracts that it is of: aim and demand need not be known of the same ones."""
    text = words(lang, "check")
    if total is None or not over:
        return str(text["no_amount"])
    return str(text["summed"].format(amount=amount(lang, total), contracts=counted(lang, "contracts", over)))
