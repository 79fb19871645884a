"""What another version of a draft says otherwise; also what the changes marked in a draft come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from srtool.draft.claim import Claim, Subject
from srtool.draft.reading import Reading
from srtool.draft.scope import Scope
from srtool.lazy_dataclass import dataclass

COMPARED = (
    Subject.PERCENTAGE,
    Subject.BASIS,
    Subject.AMOUNT,
    Subject.CAP,
    Subject.THRESHOLD,
    Subject.PEOPLE,
    Subject.TERM,
    Subject.TARGET_GROUP,
    Subject.CONSEQUENCE_KIND,
)
"""What a bidder reckons with, in the order in which it is told."""


@dataclass(frozen=True, slots=True)
class Change:
    """What one version says of a subject and the other does not."""

    subject: Subject
    gone: tuple[Claim, ...]
    """Claims of the old version that the new one no longer makes, each value once."""
    come: tuple[Claim, ...]
    """Claims of the new version that the old one did not make."""


def changes(old: Reading, new: Reading) -> Iterator[Change]:
    """The subjects of which the two versions do not say the same; where it says so is no matter."""
    for subject in COMPARED:
        before, after = _said(old, subject), _said(new, subject)
        gone = tuple(claim for key, claim in before.items() if key not in after and not _still_holds(claim, after))
        come = tuple(claim for key, claim in after.items() if key not in before and not _still_holds(claim, before))
        if gone or come:
            yield Change(subject, gone, come)


_Key = tuple[str | Decimal, frozenset[str], str, bool]


def _said(reading: Reading, subject: Subject) -> dict[_Key, Claim]:
    """The first claim of each value, by what it is and for what it holds."""
    claims: dict[_Key, Claim] = {}
    for claim in reading.of(subject):
        if not claim.scope.is_example and not claim.scope.was:
            claims.setdefault(_key(claim.value, claim.scope), claim)
    return claims


def _still_holds(claim: Claim, other: Mapping[_Key, Claim]) -> bool:
    """Whether the other version comes to the same: the value for all lots, or for each lot that it names."""
    whole = _key(claim.value, replace(claim.scope, lots=frozenset()))
    if claim.scope.lots:
        return whole in other
    alike = [one for key, one in other.items() if key[2:] == whole[2:]]
    return bool(alike) and all(one.value == claim.value for one in alike)


def _key(value: str | Decimal, scope: Scope) -> _Key:
    return value, scope.lots, scope.phase, scope.is_award
