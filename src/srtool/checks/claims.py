"""SR515-SR516: what is said of an effort beside what is known of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from srtool.case.case import Case
from srtool.checks.check import NOT_APPLICABLE, Check, Verdict, met, not_applicable, not_met, undecided
from srtool.contract.valuation import PERSONAL, block_of
from srtool.finding import Derived, Level, Owner, Step, Unit
from srtool.progress.dossier import Entry
from srtool.progress.standing import Progress

_SHELTERED = re.compile(r"\bbeschut(te)?[ -]werk(plek)?\b|\b10b\b|\bsheltered[ -]work(place)?\b", re.IGNORECASE)
_MORE = re.compile(r"\bwsw\b|\bsw\b|detacher|second|inkoop|purchas|invoice|factu|dienst|service", re.IGNORECASE)
"""A block that holds more than sheltered work by itself: employment under the Wsw, secondment, buying."""


def sheltered(case: Case) -> Verdict:
    """Who can only work sheltered (Participatiewet art. 10b) is not in the jobs register (Wfsv art. 38b)."""
    both = [entry for entry in _progress(case).entries if entry.effort.jobs_register and _is_sheltered(case, entry)]
    if not both:
        return NOT_APPLICABLE
    efforts = Step("efforts", tuple(entry.effort.id for entry in both), Unit.IDS, both[0].places["id"])
    return undecided(efforts)._replace(place=both[0].places["jobs_register"].place)


def _is_sheltered(case: Case, entry: Entry) -> bool:
    effort = entry.effort
    if effort.kind not in PERSONAL or effort.block is None:
        return False
    block = None if case.rules is None else block_of(effort, case.rules)[0]
    names = (effort.block,) if block is None else (effort.block, *block.label.values())
    return any(map(_SHELTERED.search, names)) and not any(map(_MORE.search, names))


def claimed_value(case: Case) -> Verdict:
    """A value that somebody typed with an effort, beside what it counts for under the rule set."""
    typed = [entry for entry in _progress(case).entries if entry.effort.claimed_value is not None]
    valued = [entry for entry in typed if entry.whole.value is not None]
    other = [entry for entry in valued if entry.effort.claimed_value not in {entry.so_far.value, entry.whole.value}]
    if other:
        worth = tuple((entry.effort.id, entry.whole.value) for entry in other)
        verdict = not_met(_typed(other), Step("worth_parts", worth, Unit.PARTS, Derived("efforts")))
        return verdict._replace(place=other[0].places["claimed_value"].place)
    without = [entry for entry in typed if entry.whole.value is None]
    if without:
        return undecided(_typed(without))._replace(place=without[0].places["claimed_value"].place)
    return met(_typed(typed)) if typed else not_applicable()


def _typed(entries: Sequence[Entry]) -> Step:
    parts = tuple((entry.effort.id, entry.effort.claimed_value) for entry in entries)
    return Step("claimed_parts", parts, Unit.PARTS, entries[0].places["claimed_value"])


def _progress(case: Case) -> Progress:
    assert case.progress is not None, "these checks are done where something is owed"  # noqa: S101 - see `Check.owing`
    return case.progress


_AFTER_AWARD = frozenset({"awarded", "running", "ended"})

ALL = (
    Check(
        "SR515",
        sheltered,
        Level.NOTICE,
        Owner.ADVISER,
        "id",
        ("efforts",),
        _AFTER_AWARD,
        owing=True,
        after_award=True,
        tells_health=True,
    ),
    Check(
        "SR516",
        claimed_value,
        Level.NOTICE,
        Owner.ADVISER,
        "id",
        ("efforts",),
        _AFTER_AWARD,
        owing=True,
        after_award=True,
    ),
)
