"""Findings as lines: each with what to do, where and why, grouped by who must act."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from srtool.finding import ContractVerdict, Finding, Outcome, OwnColumns, Owner
from srtool.texts import Lang, sentence, words
from srtool.texts.say import NO_COLUMNS, message, remedy
from srtool.views.shared.lines import NARROW, Line
from srtool.views.shared.names import label_key, source_titles
from srtool.views.shared.quotes import quotes
from srtool.views.shared.step_lines import step_lines

_OWNERS = tuple(Owner)
_SOURCES = 2
"""So many sources are named beside a finding; --why names them all."""


def _weight(finding: Finding) -> tuple[int, int]:
    order = (Outcome.NOT_MET, Outcome.UNDECIDED, Outcome.MET, Outcome.NOT_APPLICABLE)
    return (order.index(finding.outcome), finding.level.rank)


def label_width(lang: Lang, width: int) -> int:
    """The column of the labels, so that the codes stand below each other; a narrow terminal has no room for that."""
    return 0 if width < NARROW else max(map(len, words(lang, "shared.labels").values()))


def by_owner(
    findings: Sequence[Finding],
    contracts: Mapping[str, ContractVerdict],
    lang: Lang,
    *,
    why: bool,
    column: int,
    columns: OwnColumns = NO_COLUMNS,
) -> Iterator[Line]:
    """Grouped by who must act; with several contracts, then by contract in the order of the list above."""
    groups: dict[Owner, dict[str, list[Finding]]] = {owner: {} for owner in _OWNERS}
    for finding in findings:
        groups[finding.owner].setdefault(finding.contract or "", []).append(finding)
    for owner, per in groups.items():
        if per:
            yield Line("")
            yield Line(
                sentence(lang, "check.lines.acts").format(owner=words(lang, "shared.owners")[owner.value]), "title"
            )
        for name in (name for name in contracts or per if name in per):
            if contracts:
                yield Line(f"{name}  {contracts[name].title}", "", 2, 2)
            for finding in sorted(per[name], key=_weight):
                indent = 4 if contracts else 2
                yield from finding_lines(finding, lang, why=why, indent=indent, column=column, columns=columns)


def finding_lines(
    finding: Finding, lang: Lang, *, why: bool, indent: int, column: int, columns: OwnColumns = NO_COLUMNS
) -> Iterator[Line]:
    """The label, code and message; below it what to do, where, why and, if asked, the computation.

    `column` is the width of the labels, so that the codes stand below each other.
    """
    phrases = words(lang, "check.lines")
    key = label_key(finding)
    label = words(lang, "shared.labels")[key]
    head = f"{label:<{column}}  {finding.code}  "
    yield Line(head + message(lang, finding), key, indent, len(head), len(label))
    below = indent + len(head)
    todo = remedy(lang, finding, columns)
    if todo:
        yield Line(phrases["remedy"].format(text=todo), "", below)
    for place, words_there in quotes(finding.places, lang):
        yield Line(phrases["place"].format(place=f"{place}: {words_there}"), "dim", below)
    if finding.place and not finding.places:
        yield Line(phrases["place"].format(place=finding.place), "dim", below)
    if finding.sources:
        source = phrases["source_inferred" if finding.inferred else "source"]
        yield Line(source.format(titles=_sources(finding, lang, why=why)), "dim", below)
    if why:
        yield from step_lines(finding.steps, lang, below)


def _sources(finding: Finding, lang: Lang, *, why: bool) -> str:
    """The titles of all sources, or of the first ones with how many there are besides."""
    if why or len(finding.sources) <= _SOURCES:
        return source_titles(finding.sources)
    more = sentence(lang, "check.lines.source_more")
    titles, rest = source_titles(finding.sources[:_SOURCES]), len(finding.sources) - _SOURCES
    return more.format(titles=titles, n=rest)
