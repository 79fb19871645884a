"""In which role it is asked, and whether recovery and consequence fit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from srtool.draft.claim import Claim, Subject
from srtool.draft.consequences import above_shortfall
from srtool.draft.reading import Reading
from srtool.draft.remark import Matter, Remark, question, quoted, quoted_in
from srtool.draft.roles import Role, role_above

_MATTER = Matter.ROLE
_IS_ITSELF_ONE = re.compile(
    r"(?<!voor )(?<!van )(?<!over )(?:social[\s-]return|SROI)\s+(?:is|wordt|geldt|vormt|telt)\s+"
    r"(?:(?!plan|meer|extra|hoger)\w+\s+){0,4}(?:sub)?gunningscriterium",
    re.IGNORECASE,
)


def roles_fit(reading: Reading) -> Iterator[Remark]:
    """A role that is nowhere said, or that differs between places."""
    if not reading.asks:
        return
    claims = reading.of(Subject.ROLE)
    above = {role_above(sentence) for sentence in reading.judged} - {None}
    if not claims and not above:
        first = reading.of(Subject.PERCENTAGE, Subject.PEOPLE, Subject.PLAN)[:1]
        yield question(_MATTER, "role_unclear", quoted(first))
        return
    by_role = {Role(str(claim.value)): claim for claim in reversed(claims)}
    validity, condition = by_role.get(Role.VALIDITY), by_role.get(Role.CONDITION)
    if validity is not None and condition is not None and validity.passage != condition.passage:
        yield question(
            _MATTER, "roles_differ", quoted([condition, validity]), {"first": "condition", "second": "validity"}
        )
    whole = _whole_criterion(reading)
    if validity is not None and whole is not None and validity.passage != whole.passage:
        yield question(_MATTER, "roles_differ", quoted([validity, whole]), {"first": "validity", "second": "award"})
        return
    pair = _same_percentage_twice(reading)
    if pair is not None:
        yield question(_MATTER, "roles_differ", quoted(pair), {"first": "duty", "second": "award"})


def _whole_criterion(reading: Reading) -> Claim | None:
    """Where social return itself is called an award criterion, and not only a plan for it or more of it."""
    awards = (claim for claim in reading.of(Subject.ROLE) if claim.value == Role.AWARD)
    return next((claim for claim in awards if _IS_ITSELF_ONE.search(claim.passage.text)), None)


def _same_percentage_twice(reading: Reading) -> tuple[Claim, Claim] | None:
    """One percentage that is a duty in one place and an award criterion in another."""
    asked = [claim for claim in reading.of(Subject.PERCENTAGE) if claim.scope.holds()]
    duties = {claim.value: claim for claim in asked if not claim.scope.is_award}
    return next(
        ((duties[claim.value], claim) for claim in asked if claim.scope.is_award and claim.value in duties), None
    )


def consequences_fit(reading: Reading) -> Iterator[Remark]:
    """A consequence without time to recover, time to recover without a consequence, more than the whole shortfall."""
    consequence = reading.of(Subject.CONSEQUENCE)
    recovery = reading.of(Subject.RECOVERY, near=True)
    if consequence and not recovery:
        yield question(_MATTER, "no_recovery", quoted(consequence[:1]))
    if reading.of(Subject.RECOVERY) and not reading.of(Subject.CONSEQUENCE, near=True):
        yield question(_MATTER, "no_consequence", quoted(reading.of(Subject.RECOVERY)[:1]))
    for sentence in reading.judged:
        above = above_shortfall(sentence)
        if above is not None:
            yield question(_MATTER, "above_shortfall", quoted_in(sentence, above[1:]), {"share": above[0]})
