"""What a CPV code says by itself: its division, its kind, its group."""

from __future__ import annotations

import re
from functools import lru_cache

DIVISIONS = frozenset(
    (
        *("03", "09", "14", "15", "16", "18", "19", "22", "24", "30", "31", "32", "33", "34", "35", "37", "38", "39"),
        *("41", "42", "43", "44", "45", "48", "50", "51", "55", "60", "63", "64", "65", "66", "70", "71", "72", "73"),
        *("75", "76", "77", "79", "80", "85", "90", "92", "98"),
    )
)
"""The 45 divisions of the CPV, Regulation (EC) 213/2008."""
CPV = re.compile(r"[0-9]{8}(-[0-9])?")
"""Eight digits; the check digit may follow."""
_WORKS, _FIRST_SERVICES, _SOFTWARE = "45", "50", "48"


@lru_cache(maxsize=10_000)
def division_of_cpv(cpv: str | None) -> str | None:
    """The first two digits; None when it is no code of a known division."""
    return cpv[:2] if cpv is not None and CPV.fullmatch(cpv) and cpv[:2] in DIVISIONS else None


@lru_cache(maxsize=10_000)
def kind_of_cpv(cpv: str | None) -> str | None:
    """Works (division 45), services (50-98) or supplies (03-44, 48); None when it is no code of a known division."""
    division = division_of_cpv(cpv)
    if division is None:
        return None
    if division == _WORKS:
        return "works"
    return "supplies" if division < _FIRST_SERVICES or division == _SOFTWARE else "services"


def group_of_cpv(cpv: str | None, digits: int) -> str | None:
    """So many first digits of a code of a known division."""
    return cpv[:digits] if cpv and division_of_cpv(cpv) else None
