"""Which kind of notice it is: by its subtype and type code, never by the name of its root element."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Kind(StrEnum):
    """What the notice is for; a planning notice that serves as call is a call."""

    CONSULTATION = "consultation"
    PLANNING = "planning"
    CALL = "call"
    DIRECT_AWARD = "direct_award"
    RESULT = "result"
    MODIFICATION = "modification"
    COMPLETION = "completion"
    UNKNOWN = "unknown"


AWARDS = frozenset({Kind.DIRECT_AWARD, Kind.RESULT, Kind.MODIFICATION, Kind.COMPLETION})
"""The kinds that name who gets the contract."""

_SUBTYPES: Mapping[str, Kind] = {
    **dict.fromkeys(map(str, range(1, 10)), Kind.PLANNING),
    **dict.fromkeys(map(str, range(10, 25)), Kind.CALL),
    **dict.fromkeys(map(str, range(25, 29)), Kind.DIRECT_AWARD),
    **dict.fromkeys(map(str, range(29, 38)), Kind.RESULT),
    **dict.fromkeys(map(str, range(38, 41)), Kind.MODIFICATION),
    "CEI": Kind.CALL,
    "T01": Kind.PLANNING,
    "T02": Kind.RESULT,
    "E1": Kind.CONSULTATION,
    "E2": Kind.PLANNING,
    "E3": Kind.CALL,
    "E4": Kind.RESULT,
    "E5": Kind.COMPLETION,
}
"""Regulation (EU) 2019/1780, annex, table 1, and the national subtypes E1 to E5 of the eForms SDK."""
_TYPE_CODES = (
    ("pin-cfc", Kind.CALL),
    ("pin-", Kind.PLANNING),
    ("pmc", Kind.CONSULTATION),
    ("cn-", Kind.CALL),
    ("qu-sy", Kind.CALL),
    ("cei", Kind.CALL),
    ("subco", Kind.CALL),
    ("veat", Kind.DIRECT_AWARD),
    ("can-modif", Kind.MODIFICATION),
    ("can-tran", Kind.RESULT),
    ("can-", Kind.RESULT),
    ("compl", Kind.COMPLETION),
)


def kind_of(subtype: str | None, type_code: str | None) -> Kind:
    """The kind by the subtype; by the type code where the subtype is absent or not one that is known."""
    known = _SUBTYPES.get((subtype or "").strip())
    if known is not None:
        return known
    code = (type_code or "").strip()
    return next((kind for start, kind in _TYPE_CODES if code.startswith(start)), Kind.UNKNOWN)
