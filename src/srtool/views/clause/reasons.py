"""The reasons for the file, one page per tender: what was judged, on what ground, and what is still to be answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from srtool.checks import demand, preparation, scope
from srtool.finding import Finding, Outcome
from srtool.register.model import Contract, Exemption
from srtool.texts import Lang, words
from srtool.texts.say import day, message
from srtool.views.shared.names import source_titles
from srtool.views.word.blocks import Block, Heading, Text, Title

_PARTS = (("scope", scope.ALL), ("demand", demand.ALL), ("preparation", preparation.ALL))


def blocks(contract: Contract, exemption: Exemption | None, findings: Sequence[Finding], lang: Lang) -> Iterator[Block]:
    """Scope, what is asked against the labour in the contract, link with the subject, why (not), who decided."""
    phrases = words(lang, "clause.reasons")
    yield Title(phrases["title"].format(id=contract.id, title=contract.title))
    yield Text(phrases["own_model"])
    for part, checks in _PARTS:
        codes = {check.code for check in checks}
        yield Heading(1, phrases[part])
        yield from _judged((finding for finding in findings if finding.code in codes), lang)
    yield Heading(1, phrases["why"])
    yield Text(_why(contract, exemption) or phrases["why_open"])
    yield Heading(1, phrases["decided"])
    if exemption is not None and exemption.decided_by is not None:
        when = "" if exemption.on is None else f", {day(lang, exemption.on)}"
        yield Text(f"{exemption.decided_by}{when}.")
    else:
        yield Text(phrases["decided_open"])


def _judged(findings: Iterable[Finding], lang: Lang) -> Iterator[Block]:
    phrases = words(lang, "clause.reasons")
    for finding in findings:
        if finding.outcome is Outcome.NOT_APPLICABLE:
            continue
        sources = source_titles(finding.sources)
        ground = phrases["source"].format(titles=sources) if sources else ""
        answer = phrases["answer"] if finding.outcome is Outcome.UNDECIDED else ""
        yield Text(" ".join(part for part in (message(lang, finding), ground, answer) if part))


def _why(contract: Contract, exemption: Exemption | None) -> str | None:
    if exemption is not None and exemption.reason is not None:
        return exemption.reason
    return contract.social_return.motivation
