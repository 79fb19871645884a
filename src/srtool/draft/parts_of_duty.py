"""Percentages of what is asked: how much of the duty something may fill, or how far it counts."""

from __future__ import annotations

import re

from srtool.draft.around_percentage import after, before, has_basis, near
from srtool.draft.percentages import Percentage

_is_charges_near = near(r"werkgeverslasten|sociale\s+lasten|opslag\b|werkgeverskosten|vakantie(?:geld|toeslag)")
_is_of_duty = after(
    r"van\s+(?:de|het|deze|die|zijn|haar)\s+(?:(?:totale|gehele|volledige|eigen|jaarlijkse|overeengekomen|laatste)\s+)?"
    r"(?:(?:social[\s-]return|SROI|SR)?[\s-]?(?:verplichting|taakstelling|opgave|opgaaf|eis|inzet|invulling|inspanning)\b"
    r"|inspanningswaarde|factuur|kosten\b|waarde\s+(?:moet|mag|dient|kan|wordt|mee)|waarde\s+van\s+de\s+(?:inspanning|factuur))"
    r"|van\s+(?:de\s+)?(?:social[\s-]return|SROI)\b|(?:mag|kan|mogen|kunnen)\b[^.;]{0,60}\b(?:ingevuld|besteed|worden\s+gebruikt)"
)
_is_of_duty_before = re.compile(
    r"\bvan\s+(?:de|het|deze|die|zijn|haar)\s+(?:\w+\s+)?(?:(?:social[\s-]return|SROI|SR)[\s-]?)?"
    r"(?:verplichting|taakstelling|opgave|opgaaf|eis|inzet|invulling|inspanning|inspanningswaarde|social[\s-]return|SROI)\s+"
    r"(?:is|mag|mogen|kan|kunnen|moet|dient|wordt|telt)\s+(?:\w+\s+){0,4}$",
    re.IGNORECASE,
)
_is_by_a_way = after(
    r"(?:(?:mag|kan|wordt|te)\s+)?(?:via|door(?:\s+middel\s+van)?|met|in\s+de\s+vorm\s+van)\s+(?:\w+\s+){0,3}?"
    r"(?:sociale?\s+inko\w*|inko(?:op|pen)\w*|onderaannem\w*|\w*stages?|stageplaats\w*|scholing|opleiding\w*"
    r"|donaties?|detachering|maatschappelijke\s+activiteit\w*|kennis\w*)\b"
)
"""How a part of it may be filled in."""
_is_of_what_was_asked = after(
    r"(?:daarvan|hiervan)\s+(?:mag|mogen|kan|kunnen|moet|moeten|dient|dienen|wordt)\b[^.;]{0,60}"
    r"\b(?:ingevuld|invullen|besteed|gerealiseerd|plaats\w*|inkoop\w*|inkopen)"
)
_is_cost_that_counts = before(r"kosten\s+(?:tot|voor|tegen)(?:\s+(?:maximaal|ten\s+hoogste))?")
_is_counted = before(
    r"\b(?:telt|tellen|geteld|meegeteld|gewaardeerd|waardering)(?:\s+(?:\w+\s+){0,2}?(?:voor|tegen|op))?"
)


def is_part_of_duty(percentage: Percentage) -> bool:
    """Whether a percentage is one of the duty, and not what is asked."""
    return (
        _is_of_duty(percentage)
        or (_is_of_duty_before.search(percentage.before) is not None and not has_basis(percentage))
        or (_is_by_a_way(percentage) and not has_basis(percentage))
        or _is_of_what_was_asked(percentage)
        or _is_cost_that_counts(percentage)
        or (_is_counted(percentage) and not has_basis(percentage))
        or (_is_charges_near(percentage) and not has_basis(percentage))
    )
