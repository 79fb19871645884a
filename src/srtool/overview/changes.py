"""What changed per contract since an earlier report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from srtool.finding import Report
from srtool.progress.record import Progress

What = Literal["worsened", "added", "gone", "met", "improved", "changed"]


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
    new_findings: tuple[str, ...]
    solved_findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The contracts that changed since a day, the most serious first, and how many did not."""

    since: date
    rows: tuple[Change, ...]
    same: int


def snapshots(report: Report, found: Iterable[Progress]) -> dict[str, Snapshot]:
    """The contracts of a report by id, as a later report will compare them."""
    raise NotImplementedError


def changes(before: Before, now: Mapping[str, Snapshot]) -> Changes:
    """What was added, went, was met, worsened, improved or became otherwise different."""
    raise NotImplementedError
