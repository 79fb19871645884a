"""What a draft says in the words of a register: what it says once, and where it says several things, which."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from srtool.draft.bases import Family, family
from srtool.draft.claim import Claim, Subject
from srtool.draft.local_only import is_exclusive, local_words
from srtool.draft.passage import Passage
from srtool.draft.reading import Reading
from srtool.draft.roles import Role
from srtool.draft.scope import lots_named
from srtool.lazy_dataclass import dataclass

_BASES = {
    Family.CONTRACT: "contract_value",
    Family.WAGES: "wage_sum",
    Family.INVOICED: "invoiced_turnover",
    Family.YEARLY: "yearly_turnover",
}
_FORMS = {
    Role.VALIDITY: "requirement",
    Role.CONDITION: "performance_condition",
    Role.AWARD: "award_criterion",
}
_RHYTHMS = (
    (r"kwartaal|drie\s+maand|3\s+maand", 3),
    (r"half\s*-?jaar|zes\s+maand|6\s+maand", 6),
    (r"(?:elke?|iedere?|per)\s+maand|maandelijks", 1),
    (r"(?:elk|ieder|per)\s+jaar|jaarlijks", 12),
)
_MORE_OFTEN = re.compile(r"\b(?:twee|drie|\d)\s*(?:x|keer|maal)", re.IGNORECASE)
_COUNTS = {"één": 1, "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "acht": 8, "tien": 10}


@dataclass(frozen=True, slots=True)
class Fact:
    """The value of one field of the register, with the passage that says it."""

    key: str
    value: str | int | bool | Decimal
    passage: Passage
    words: str


@dataclass(frozen=True, slots=True)
class Undecided:
    """A field for which the draft says several things, or one for some lots only: which, each once."""

    key: str
    claims: tuple[Claim, ...]


def facts(reading: Reading) -> Iterator[Fact]:
    """The fields of `social_return` that the draft fills; of two values for one field neither is taken."""
    if reading.asks:
        first = reading.judged[0].passage
        yield Fact("asked", value=True, passage=first, words=first.text)
    undecided = {field.key for field in several(reading)}
    percentages, bases = _asked(reading, Subject.PERCENTAGE), _asked(reading, Subject.BASIS)
    if percentages and "percent" not in undecided:
        yield _fact("percent", Decimal(percentages[0].value), percentages[0])
    if "basis" not in undecided:
        yield from _named("basis", bases, _basis)
    yield from _named("people", (claim for claim in reading.of(Subject.PEOPLE) if _is_whole(claim)), _count)
    yield from _named("form", reading.of(Subject.ROLE), lambda claim: _FORMS.get(Role(str(claim.value))))
    yield from _named("report_every_months", reading.of(Subject.RHYTHM, near=True), _months)
    for key, subject in (("subject_link", Subject.SUBJECT_LINK), ("shortfall_clause", Subject.CONSEQUENCE)):
        for claim in reading.of(subject)[:1]:
            yield _fact(key, _sentence(reading, claim), claim)
    for sentence in reading.judged:
        if local_words(sentence) is not None and is_exclusive(sentence):
            yield Fact("local_only", value=True, passage=sentence.passage, words=sentence.text)
            break


def several(reading: Reading) -> Iterator[Undecided]:
    """The percentage and the basis, where the draft gives more than one of them, or one for some of the lots."""
    for key, subject in (("percent", Subject.PERCENTAGE), ("basis", Subject.BASIS)):
        claims = _asked(reading, subject)
        values = {_basis(claim) if subject is Subject.BASIS else claim.value for claim in claims}
        is_for_some = any(claim.scope.lots for claim in claims) and not _is_for_every_lot(reading, claims)
        if len(values) > 1 or None in values or is_for_some:
            first = {(claim.value, claim.scope.lots): claim for claim in reversed(claims)}
            yield Undecided(key, tuple(first.values())[::-1])


def _asked(reading: Reading, subject: Subject) -> list[Claim]:
    """The claims that ask it, under a condition or not: no examples, no old text, no criterion of the award."""
    claims = reading.of(subject)
    return [claim for claim in claims if not (claim.scope.is_example or claim.scope.was or claim.scope.is_award)]


def _is_for_every_lot(reading: Reading, claims: Iterable[Claim]) -> bool:
    """Whether each lot that the draft names is reached by one of them."""
    scopes = [claim.scope.lots for claim in claims]
    named = frozenset(lot for passage in reading.passages for lot in lots_named(passage.text))
    return frozenset() in scopes or (len(named) > 1 and named <= frozenset().union(*scopes))


def _is_whole(claim: Claim) -> bool:
    """Whether it holds for the whole contract, and not as a wish."""
    scope = claim.scope
    return scope.holds() and not (scope.lots or scope.phase or scope.is_award)


def _named(key: str, claims: Iterable[Claim], value_of: Callable[[Claim], str | int | None]) -> Iterator[Fact]:
    """The fact where all of the claims that have a value have the same one."""
    valued = [(value, claim) for claim in claims if (value := value_of(claim)) is not None]
    if len({value for value, _ in valued}) == 1:
        value, claim = valued[0]
        yield _fact(key, value, claim)


def _fact(key: str, value: str | int | Decimal, claim: Claim) -> Fact:
    return Fact(key, value, claim.passage, claim.words)


def _basis(claim: Claim) -> str | None:
    return _BASES.get(family(str(claim.value)))


def _count(claim: Claim) -> int | None:
    words = str(claim.value)
    return int(words) if words.isdigit() else _COUNTS.get(words)


def _months(claim: Claim) -> int | None:
    if _MORE_OFTEN.search(claim.words):
        return None
    return next((months for pattern, months in _RHYTHMS if re.search(pattern, claim.words, re.IGNORECASE)), None)


def _sentence(reading: Reading, claim: Claim) -> str:
    """The sentence that makes the claim."""
    for sentence in reading.judged:
        begin = sentence.start
        if sentence.passage == claim.passage and begin <= claim.start < begin + len(sentence.text):
            return " ".join(sentence.text.split())
    return claim.words
