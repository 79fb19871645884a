"""What could not be read is not absent: where a verdict holds it against the contract, that stays open."""

from __future__ import annotations

from srtool.case.case import Case
from srtool.checks.check import Check, Verdict
from srtool.finding import Outcome, Unit

UNREAD = "unread"
"""The sentence, and the step that names the fields."""


def open_where_unread(case: Case, check: Check, verdict: Verdict) -> Verdict:
    """The verdict; undecided where it finds something wrong for want of a field of the contract that is unread."""
    if verdict.outcome is not Outcome.NOT_MET or not case.unread:
        return verdict
    keys = tuple(dict.fromkeys(key for key in _read_by(case, check, verdict) if key in case.unread))
    if not keys:
        return verdict
    step = case.given(UNREAD, " ".join(keys), Unit.FIELDS, keys[0])
    return Verdict(Outcome.UNDECIDED, UNREAD, (step,), field=keys[0], level=verdict.level)


def _read_by(case: Case, check: Check, verdict: Verdict) -> tuple[str, ...]:
    """The fields that the verdict rests on; what only compares what stands there (`SR901`) has said all it read."""
    of_status = case.index.unread_behind_status(case.contract) if check.stages is not None else ()
    looks_for = not check.owing and bool(check.needs or check.reads or check.stages)
    own = (verdict.field or check.field,) if looks_for and verdict.place is None else ()
    return (*own, *check.needs, *check.reads, *of_status)
