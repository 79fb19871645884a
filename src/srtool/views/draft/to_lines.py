"""A check of a tender draft for a person: what it asks, what is wrong with it and where, and the questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from srtool.finding import OPEN, Finding, Level, Outcome
from srtool.texts import Lang, sentence, words
from srtool.texts.say import day
from srtool.views.draft.answer import DraftAnswer
from srtool.views.shared.finding_lines import by_owner, finding_lines, label_width
from srtool.views.shared.lines import Line, wrapped
from srtool.views.shared.names import capital, counted

_COUNTED = ("error", "warning", "notice", "undecided")


def lines(answer: DraftAnswer, lang: Lang, width: int, *, why: bool = False, quiet: bool = False) -> list[Line]:
    """The lines, none wider than asked for except where a single word is."""
    return list(wrapped(_lines(answer, lang, width, why=why, quiet=quiet), width))


def _lines(answer: DraftAnswer, lang: Lang, width: int, *, why: bool, quiet: bool) -> Iterator[Line]:
    phrases = words(lang, "tender.lines")
    files = ", ".join(name for name, _ in answer.receipt.inputs)
    yield Line(f"srtool check · {files} · {day(lang, answer.receipt.on)}", "dim", 0, 2)
    yield Line("")
    asked = "; ".join(_asked(answer, lang))
    nothing = phrases["asks_nothing" if answer.is_read else "asks_unread"]
    yield Line(phrases["asks"].format(asked=asked) if asked else nothing, "strong", 0, 2)
    if answer.selected:
        yield Line(sentence(lang, "check.lines.selected").format(codes=", ".join(answer.selected)), "dim", 0, 2)
    shown = _visible(answer.findings, why=why, quiet=quiet)
    column = label_width(lang, width)
    if shown:
        yield Line("")
    for finding in sorted(shown, key=_weight):
        yield from finding_lines(finding, lang, why=why, indent=0, column=column)
    beside = _visible(answer.beside, why=why, quiet=quiet)
    if answer.contract is not None:
        yield Line("")
        nothing = phrases["beside_narrowed" if answer.is_narrowed else "beside_nothing"]
        yield Line((phrases["beside"] if beside else nothing).format(contract=answer.contract), "title", 0, 2)
        yield from by_owner(beside, {}, lang, why=why, column=column)
    yield Line("")
    yield Line(_counts(answer.all, lang), "strong")
    if not why:
        yield Line(phrases["hint"], "dim")


def _visible(findings: Iterable[Finding], *, why: bool, quiet: bool) -> list[Finding]:
    return [
        finding
        for finding in findings
        if (why or finding.outcome in OPEN)
        and not (quiet and finding.outcome is Outcome.NOT_MET and finding.level is Level.NOTICE)
    ]


def _weight(finding: Finding) -> tuple[int, int, str]:
    order = (Outcome.NOT_MET, Outcome.UNDECIDED, Outcome.MET, Outcome.NOT_APPLICABLE)
    return order.index(finding.outcome), finding.level.rank, finding.code


def _asked(answer: DraftAnswer, lang: Lang) -> Iterator[str]:
    """What the draft asks in its own words, by subject."""
    by_subject: dict[str, list[str]] = {}
    for claim in answer.claims:
        by_subject.setdefault(claim.subject.value, []).append(_quoted(claim.words, lang))
    for subject, said in by_subject.items():
        yield f"{words(lang, 'checks.terms')[subject]} {', '.join(dict.fromkeys(said))}"


def _quoted(said: str, lang: Lang) -> str:
    """Words of the draft, which are Dutch whatever the language of the reader; figures are the same in both."""
    return words(lang, "tender.lines")["word"].format(words=said) if any(map(str.isalpha, said)) else said


def _counts(findings: Iterable[Finding], lang: Lang) -> str:
    counts: Counter[str] = Counter()
    for finding in findings:
        if finding.outcome in OPEN:
            counts[finding.level.value if finding.outcome is Outcome.NOT_MET else finding.outcome.value] += 1
    parts = [counted(lang, f"shared.{what}", counts[what]) for what in _COUNTED if counts[what]]
    return capital(", ".join(parts) or sentence(lang, "shared.counts.none")) + "."
