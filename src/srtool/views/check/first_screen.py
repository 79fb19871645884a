"""A report on a whole register on one screen: what was read, who must do how much, and with what to begin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from srtool.checks.summary import summary
from srtool.finding import Finding, Report
from srtool.portfolio.priorities import FindingKind, Priority, by_owner, kinds, open_findings, to_begin_with
from srtool.register.model import Contract
from srtool.texts import Lang, sentence, words
from srtool.texts.say import message, remedy
from srtool.views.check.check_options import CheckOptions
from srtool.views.check.verdict_lines import absent_lines, files_lines, money_line, selected_line
from srtool.views.shared.lines import Line, clean, wrapped
from srtool.views.shared.names import check_title, counted, label_key, whole
from srtool.views.shared.report_head import head
from srtool.views.shared.totals_text import totals_text

LINES = 40
"""So many lines has a screen."""
_BEGIN = 5
_DECISIONS = 3
_KINDS = 10
_NAMED = 3
"""So many contracts are named beside a kind of finding."""


def first_screen(report: Report, contracts: Mapping[str, Contract], lang: Lang, options: CheckOptions) -> list[Line]:
    """The lines of a report on several contracts: at most LINES at 100 characters, the rest with --full."""
    findings = open_findings(report)
    above = list(wrapped(_above(report, findings, contracts, lang, options), options.width))
    below = [Line(""), Line(sentence(lang, "check.screen.hint"), "dim", 0, 2)]
    room = LINES - len(above) - len(list(wrapped(below, options.width)))
    return [*above, *_kinds(kinds(findings), report, lang, options, room), *wrapped(below, options.width)]


def _above(
    report: Report, findings: Sequence[Finding], contracts: Mapping[str, Contract], lang: Lang, options: CheckOptions
) -> Iterator[Line]:
    yield head(report, lang, "check")
    yield Line("")
    yield from _figures(report, lang)
    yield from files_lines(options.files, lang)
    yield from selected_line(options, lang)
    absent = [finding for finding in report.findings if finding.is_undone]
    yield from absent_lines(absent, lang, several=len(report.receipt.inputs) > 1, is_brief=True)
    yield from _asked_once(report, lang)
    yield from _owners(findings, lang)
    running, ended = to_begin_with(report, findings, contracts)
    yield from _list("begin", running, _BEGIN, lang)
    yield from _list("decisions", ended, _DECISIONS, lang)


def _figures(report: Report, lang: Lang) -> Iterator[Line]:
    total = summary(report)
    yield Line(totals_text(total, lang), "strong")
    yield from money_line(total, lang)


def _asked_once(report: Report, lang: Lang) -> Iterator[Line]:
    """What is asked or said of the whole register, with what answers it; of many of one check the first."""
    per_code: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if finding.contract is None and not finding.is_undone:
            per_code.setdefault(finding.code, []).append(finding)
    for code, (finding, *others) in per_code.items():
        told = [message(lang, finding), remedy(lang, finding, report.columns)]
        if others:
            told.append(counted(lang, "shared.more", len(others)))
        yield Line(f"{code}  {' '.join(filter(None, told))}", label_key(finding), 0, len(code) + 2, len(code))


def _owners(findings: Sequence[Finding], lang: Lang) -> Iterator[Line]:
    """Who must do something, and on how many contracts."""
    names = words(lang, "shared.owners")
    parts = [f"{names[owner.value]} {whole(lang, count)}" for owner, count in by_owner(findings).items()]
    if parts:
        yield Line(sentence(lang, "check.screen.owners").format(parts=" · ".join(parts)), "", 0, 2)


def _list(key: str, priorities: Sequence[Priority], most: int, lang: Lang) -> Iterator[Line]:
    """One line per contract, each with its day and the heaviest that is open on it."""
    if not priorities:
        return
    phrases = words(lang, "check.screen")
    more = phrases["more"].format(n=whole(lang, len(priorities) - most)) if len(priorities) > most else ""
    yield Line("")
    yield Line(phrases[key] + more, "title")
    for priority in priorities[:most]:
        first = priority.findings[0]
        when = "" if priority.day is None else phrases[priority.day_is].format(day=_short_day(priority.day))
        others = phrases["others"].format(n=len(priority.findings) - 1) if len(priority.findings) > 1 else ""
        told = f"{priority.verdict.id}  {_short(clean(priority.verdict.title), 26)}{when}: "
        yield Line(told + f"{first.code} {check_title(lang, first.code)}{others}", label_key(first), 2, 4, 1)


def _kinds(
    shared: Sequence[FindingKind], report: Report, lang: Lang, options: CheckOptions, room: int
) -> Iterator[Line]:
    """The kinds that most contracts share, each once: as many as there is room for, with what to do where that fits."""
    if not shared:
        return
    phrases = words(lang, "check.screen")
    head_lines = [Line(""), Line(phrases["kinds"], "title")]
    advice = [remedy(lang, options.in_full(kind.first), report.columns) for kind in shared[:_KINDS]]
    short = [list(wrapped([_kind(kind, lang, None)], options.width)) for kind in shared[:_KINDS]]
    long = [
        list(wrapped([_kind(kind, lang, told)], options.width))
        for kind, told in zip(shared[:_KINDS], advice, strict=True)
    ]
    left = room - len(head_lines) - 1
    chosen: list[list[Line]] = []
    for lines in short:
        if len(lines) > left:
            break
        chosen.append(lines)
        left -= len(lines)
    for place, lines in enumerate(long[: len(chosen)]):
        grown = len(lines) - len(chosen[place])
        if grown <= left:
            chosen[place], left = lines, left - grown
    yield from head_lines
    for lines in chosen:
        yield from lines
    if len(shared) > len(chosen):
        yield Line(counted(lang, "check.more_kinds", len(shared) - len(chosen)), "dim", 2)


def _kind(kind: FindingKind, lang: Lang, advice: str | None) -> Line:
    names = ", ".join(clean(name) for name in kind.contracts[:_NAMED])
    if len(kind.contracts) > _NAMED:
        names += ", …"
    key = label_key(kind.first)
    label = words(lang, "shared.labels")[key]
    told = words(lang, "check.screen")["kind"].format(
        code=kind.first.code,
        title=check_title(lang, kind.first.code),
        label=label,
        contracts=counted(lang, "shared.contracts", len(kind.contracts)),
        names=names,
    )
    return Line(f"{told} {advice}" if advice else told, key, 2, 7, len(kind.first.code))


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _short_day(day: date) -> str:
    """`2-11-2026`, where a line has no room for the name of the month."""
    return f"{day.day}-{day.month}-{day.year}"
