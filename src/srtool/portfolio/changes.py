"""What changed per contract since an earlier report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

from srtool.finding import OPEN, ContractVerdict, Report
from srtool.lazy_dataclass import dataclass
from srtool.progress.standing import Progress
from srtool.progress.state import State

What = Literal["worsened", "added", "gone", "met", "improved", "changed"]


REPORT = "srtool report"
"""The document property by which a report is known; its value is the version of its layout."""
SEEN_ON = "srtool on"
"""The property that holds the day of the report, as ISO 8601."""
LAYOUT = "1"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One contract as a report shows it; euro excl. VAT, None where it cannot be said or does not follow."""

    title: str
    state: str | None
    """None for a contract that is not followed."""
    applies: str
    norm: Decimal | None
    asked: Decimal | None
    owed: Decimal | None
    confirmed: Decimal | None
    findings: frozenset[str]
    """The codes of what is not met or cannot be decided."""


@dataclass(frozen=True, slots=True)
class Before:
    """An earlier report: its day, and its contracts by id."""

    on: date
    contracts: Mapping[str, Snapshot]


@dataclass(frozen=True, slots=True)
class Change:
    """What became different of one contract; None on the side where the contract was not there."""

    contract: str
    title: str
    what: What
    before_state: str | None
    state: str | None
    before_confirmed: Decimal | None
    confirmed: Decimal | None
    before_owed: Decimal | None
    owed: Decimal | None
    differs: tuple[str, ...]
    """The fields of a Snapshot that are no longer the same, of a contract that was and is there."""
    new_findings: tuple[str, ...]
    solved_findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The contracts that changed since a day, the most serious first, and how many did not."""

    since: date
    rows: tuple[Change, ...]
    same: int


SERIOUS = tuple(
    state.value
    for state in (
        State.ENDED_SHORT,
        State.END_PASSED,
        State.BEHIND,
        State.BELOW_PACE,
        State.SILENT,
        State.AT_RISK,
        State.UNKNOWN,
        State.STARTING,
        State.ON_TRACK,
        State.MET,
    )
)
"""The states from the most serious on."""
WHATS: tuple[What, ...] = get_args(What)
"""In the order in which they are told."""
_LATE = frozenset({State.BEHIND.value, State.BELOW_PACE.value, State.SILENT.value})
_TOLD = ("state", "applies", "norm", "asked", "owed", "confirmed", "findings")


def snapshots(report: Report, contracts: Iterable[Progress]) -> dict[str, Snapshot]:
    """The contracts of a report by id, as a later report will compare them."""
    followed = {progress.dossier.contract.id: progress for progress in contracts}
    codes: dict[str | None, set[str]] = defaultdict(set)
    for finding in report.findings:
        if finding.outcome in OPEN:
            codes[finding.contract].add(finding.code)
    return {one.id: _snapshot(one, followed.get(one.id), frozenset(codes.get(one.id, ()))) for one in report.contracts}


def changes(before: Before, now: Mapping[str, Snapshot]) -> Changes:
    """What was added, went, was met, worsened, improved or became otherwise different.

    An amount or a finding that differs is a change; another title is not.
    """
    rows = [
        _change(name, what, before.contracts.get(name), now.get(name))
        for name in {**before.contracts, **now}
        if (what := _what(before.contracts.get(name), now.get(name))) is not None
    ]
    same = len({**before.contracts, **now}) - len(rows)
    return Changes(before.on, tuple(sorted(rows, key=_urgency)), same)


def _snapshot(verdict: ContractVerdict, followed: Progress | None, findings: frozenset[str]) -> Snapshot:
    return Snapshot(
        title=verdict.title,
        state=None if followed is None else followed.state.value,
        applies=verdict.applies.value,
        norm=verdict.norm_obligation,
        asked=verdict.asked_obligation,
        owed=None if followed is None else followed.owed,
        confirmed=None if followed is None else followed.shown("confirmed"),
        findings=findings,
    )


def _what(old: Snapshot | None, new: Snapshot | None) -> What | None:
    """None for what stayed the same."""
    if old is None or new is None:
        return "added" if old is None else "gone"
    if old.state != new.state:
        if new.state == State.MET:
            return "met"
        # Not followed before or now is neither better nor worse, nor is silence against being behind: it may hide it.
        if old.state in SERIOUS and new.state in SERIOUS and not {old.state, new.state} <= _LATE:
            return "worsened" if SERIOUS.index(new.state) < SERIOUS.index(old.state) else "improved"
        return "changed"
    return None if replace(old, title=new.title) == new else "changed"


def _change(name: str, what: What, old: Snapshot | None, new: Snapshot | None) -> Change:
    shown = new or old
    before, now = (frozenset[str]() if one is None else one.findings for one in (old, new))
    return Change(
        contract=name,
        title="" if shown is None else shown.title,
        what=what,
        before_state=None if old is None else old.state,
        state=None if new is None else new.state,
        before_confirmed=None if old is None else old.confirmed,
        confirmed=None if new is None else new.confirmed,
        before_owed=None if old is None else old.owed,
        owed=None if new is None else new.owed,
        differs=()
        if old is None or new is None
        else tuple(one for one in _TOLD if getattr(old, one) != getattr(new, one)),
        new_findings=tuple(sorted(now - before)),
        solved_findings=tuple(sorted(before - now)) if new is not None else (),
    )


def _urgency(one: Change) -> tuple[int, int, str]:
    return WHATS.index(one.what), SERIOUS.index(one.state) if one.state in SERIOUS else len(SERIOUS), one.contract
