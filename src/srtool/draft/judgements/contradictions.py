"""Two percentages or two bases for the same lots, the same phase and the same role."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from srtool.draft.bases import Family, family
from srtool.draft.claim import Claim, Subject
from srtool.draft.reading import Reading
from srtool.draft.remark import Matter, Remark, fault, question, quoted
from srtool.finding import Level

_MATTER = Matter.CONTRADICTION
_TWO = 2
_OR = re.compile(r"[^.;%]{0,40}\b(?:óf|of|dan\s+wel|ofwel|hetzij)\b[^.;]{0,40}", re.IGNORECASE)
_FIRST_AND_LATER = frozenset({"inschrijfsom", "gefactureerde omzet"})
"""A price is bid first and invoiced later: with these two a sequence is described."""


def contradictions(reading: Reading) -> Iterator[Remark]:
    """Each pair of values that cannot both hold, once."""
    yield from _percentages(_that_hold(reading.of(Subject.PERCENTAGE)))
    yield from _bases(_that_hold(reading.of(Subject.BASIS)))


def against_agreed(reading: Reading, percent: Decimal | None, basis: str | None) -> Iterator[Remark]:
    """What the draft asks of all lots in the whole term, where that is not what the register says was agreed."""
    for claim in _that_hold(reading.of(Subject.PERCENTAGE)):
        is_whole = not claim.scope.lots and not claim.scope.phase and not claim.scope.is_award
        if percent is not None and is_whole and claim.value != percent:
            yield fault(
                _MATTER, Level.ERROR, "register_percent", quoted([claim]), {"here": claim.value, "agreed": percent}
            )
            break
    for claim in _that_hold(reading.of(Subject.BASIS)):
        if basis is not None and family(str(claim.value)) is not family(basis):
            yield fault(_MATTER, Level.ERROR, "register_basis", quoted([claim]), {"here": claim.value, "agreed": basis})
            break


def _that_hold(claims: Iterable[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.scope.holds()]


def _percentages(claims: list[Claim]) -> Iterator[Remark]:
    """One remark for all values that hang together by what they are about."""
    pairs = _pairs(claims, lambda one, other: one.scope.overlaps(other.scope))
    for group in _hanging_together(pairs):
        by_value = sorted(group, key=lambda claim: Decimal(claim.value))
        values = tuple(dict.fromkeys(claim.value for claim in by_value))
        percentages = ", ".join(dict.fromkeys(claim.words for claim in by_value))
        of_lots = [claim for claim in group if claim.scope.lots]
        if of_lots and len(of_lots) < len(group):
            yield fault(_MATTER, Level.ERROR, "percentage_beside_lots", quoted(group), {"percentages": percentages})
        elif len(values) == _TWO:
            first, second = group
            given = {"first": first.value, "second": second.value}
            yield fault(_MATTER, Level.ERROR, "two_percentages", quoted(group), given)
        else:
            yield fault(_MATTER, Level.ERROR, "several_percentages", quoted(group), {"percentages": percentages})


def _hanging_together(pairs: Iterable[tuple[Claim, Claim]]) -> list[list[Claim]]:
    """The claims of these pairs in groups, the first place of each value in its lots."""
    groups: list[list[Claim]] = []
    for pair in pairs:
        own = [group for group in groups if any(_is_same(claim, one) for claim in group for one in pair)]
        joined = [claim for group in own for claim in group]
        joined += [one for one in pair if not any(_is_same(one, claim) for claim in joined)]
        groups = [group for group in groups if group not in own] + [joined]
    return groups


def _is_same(claim: Claim, other: Claim) -> bool:
    return claim.value == other.value and claim.scope.lots == other.scope.lots


def _pairs(claims: list[Claim], is_common: Callable[[Claim, Claim], bool]) -> list[tuple[Claim, Claim]]:
    """One pair for each two values of which there is something that both are about: the first places."""
    pairs: dict[frozenset[object], tuple[Claim, Claim]] = {}
    for first, second in combinations(claims, 2):
        if first.value == second.value or not is_common(first, second):
            continue
        if not (_is_choice(first, second) or _is_scale(first, second)):
            pairs.setdefault(frozenset({first.value, second.value}), (first, second))
    return list(pairs.values())


def _is_choice(first: Claim, second: Claim) -> bool:
    """Whether the contractor may choose between the two: "5% van de loonsom of 2% van de opdrachtsom"."""
    if first.passage != second.passage:
        return False
    return _OR.fullmatch(first.passage.text, first.end, second.start) is not None


def _is_scale(first: Claim, second: Claim) -> bool:
    """Whether they are steps of one scale of points: rows of one column in the table of an award criterion."""
    one, other = first.passage.cell, second.passage.cell
    if one is None or other is None or not (first.scope.is_award and second.scope.is_award):
        return False
    is_one_column = first.passage.file == second.passage.file and (one.table, one.column) == (other.table, other.column)
    return is_one_column and one.row != other.row


def _bases(claims: list[Claim]) -> Iterator[Remark]:
    """Each pair that may be one sum as a question; all that are different sums as one fault."""
    apart: list[tuple[Claim, Claim]] = []
    for first, second in _pairs(claims, _is_common_base):
        if _in_full(first) == _in_full(second) or _is_sequence(first, second, claims):
            continue
        families = {family(str(claim.value)) for claim in (first, second)}
        if len(families) == 1 and Family.UNKNOWN not in families:
            values = {"first": first.value, "second": second.value}
            yield question(_MATTER, "like_bases", quoted([first, second]), values)
        else:
            apart.append((first, second))
    for group in _hanging_together(apart):
        if len(group) == _TWO:
            values = {"first": group[0].value, "second": group[1].value}
            yield fault(_MATTER, Level.ERROR, "two_bases", quoted(group), values)
        else:
            bases = ", ".join(dict.fromkeys(str(claim.value) for claim in group))
            yield fault(_MATTER, Level.ERROR, "several_bases", quoted(group), {"bases": bases})


def _is_common_base(first: Claim, second: Claim) -> bool:
    """Whether both must be the same base: wages do not become a contract sum by being settled at the end."""
    families = {family(str(first.value)), family(str(second.value))}
    is_settled = Family.INVOICED not in families
    other = replace(second.scope, phase=first.scope.phase) if is_settled else second.scope
    return first.scope.overlaps(other)


def _is_sequence(first: Claim, second: Claim, claims: Iterable[Claim]) -> bool:
    """Whether one is the sum that is bid and the other the sum that is invoiced in the end."""
    values = {_in_full(first), _in_full(second)}
    families = {family(value) for value in values}
    is_of_both = families == {Family.CONTRACT, Family.INVOICED}
    return values == _FIRST_AND_LATER or (is_of_both and {_in_full(claim) for claim in claims} >= _FIRST_AND_LATER)


def _in_full(claim: Claim) -> str:
    """The basis by its whole name: the turnover of a contract is what is invoiced for it."""
    return "gefactureerde omzet" if claim.value == "omzet" else str(claim.value)
