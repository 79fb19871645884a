"""Amounts that may be given to others: of few people, or nobody knows of how many, only in steps of 5,000 euro.

Under a table of building blocks what one person counts for tells the block, and a block may tell about somebody's
health. All that is summed from these amounts is summed from what is given of them, so that no sum tells more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import ROUND_FLOOR, Decimal

from srtool.finding import Derived, Finding, Report, Step
from srtool.portfolio.changes import Before
from srtool.portfolio.suppression import is_of_few
from srtool.portfolio.target_groups import TargetGroup, TargetGroups
from srtool.portfolio.years import Year, Years
from srtool.progress.dossier import Dossier
from srtool.progress.standing import Progress

STEP = Decimal("5000.00")
"""Euro excl. VAT."""
_IN_STEPS = Derived("in_steps")
_NOTHING = Decimal("0.00")
_AMOUNTS = ("realised", "confirmed", "claimed", "open", "surplus", "expected", "pace", "best", "gap")
_EARLIER = "earlier_efforts"
"""What the efforts up to the day of a standing come to: in steps by itself."""


def in_steps(progress: Progress) -> Progress:
    """The same contract; where fewer than five people brought an amount, or a number unknown, in steps of 5,000 euro.

    How many people are behind a running total that is kept elsewhere nobody knows: it is given as one of few.
    """
    if not (_tells_of_few(progress) or progress.realised):
        return progress
    owed, confirmed, expected = progress.owed, _down(progress.confirmed), _down(progress.expected)
    given = replace(
        progress,
        dossier=_dossier(progress.dossier),
        confirmed=confirmed,
        claimed=_down(progress.claimed),
        open=_left(progress.open, owed, confirmed),
        surplus=None if owed is None else max(_NOTHING, confirmed - owed),
        expected=expected,
        best=_down(progress.best),
        pace=None if progress.pace is None else _down(progress.pace),
        gap=_left(progress.gap, owed, expected),
    )
    vars(given)["steps"] = tuple(_step(step, given) for step in progress.steps)
    return given


def is_in_steps(progress: Progress) -> bool:
    """Whether its amounts are given in steps."""
    return any(step.origin is _IN_STEPS for step in progress.steps)


def report_in_steps(report: Report, followed: Iterable[Progress]) -> Report:
    """The same report, with the amounts of its findings as they are given of these contracts."""
    given = {progress.dossier.contract.id: progress for progress in followed if is_in_steps(progress)}
    return replace(
        report,
        findings=tuple(finding_in_steps(finding, given.get(finding.contract or "")) for finding in report.findings),
    )


def years_in_steps(years: Years) -> Years:
    """The same years, with what was and will be realised in steps."""
    return replace(
        years, years=tuple(_year(year) for year in years.years), undated_confirmed=_down(years.undated_confirmed)
    )


def groups_in_steps(groups: TargetGroups) -> TargetGroups:
    """The same target groups, with their euros in steps: less the other contracts they would tell of one."""
    return replace(
        groups,
        rows=tuple(_group(group) for group in groups.rows),
        hidden=None if groups.hidden is None else _group(groups.hidden),
        total=_group(groups.total),
    )


def earlier_in_steps(before: Before, followed: Iterable[Progress]) -> Before:
    """The same earlier report, with what was confirmed in steps unless it may be given as it is today."""
    whole = {progress.dossier.contract.id for progress in followed if not is_in_steps(progress)}
    contracts = {
        name: earlier
        if name in whole or earlier.confirmed is None
        else replace(earlier, confirmed=_down(earlier.confirmed))
        for name, earlier in before.contracts.items()
    }
    return replace(before, contracts=contracts)


def _tells_of_few(progress: Progress) -> bool:
    """Whether fewer than five people brought what is confirmed, claimed or to come under building blocks."""
    valued = [entry for entry in progress.entries if entry.whole.block is not None]
    confirmed = [entry for entry in valued if entry.counts == "confirmed"]
    claimed = [entry for entry in valued if entry.counts == "claimed"]
    coming = [entry for entry in confirmed if entry.whole.value != entry.so_far.value]
    return any(is_of_few(entries) for entries in (confirmed, claimed, coming))


def _dossier(dossier: Dossier) -> Dossier:
    """With its running total in steps."""
    asked = dossier.contract.social_return
    if asked.realised is None:
        return dossier
    return replace(
        dossier, contract=replace(dossier.contract, social_return=replace(asked, realised=_down(asked.realised)))
    )


def _down(amount: Decimal) -> Decimal:
    return (amount / STEP).to_integral_value(ROUND_FLOOR) * STEP


def _left(exact: Decimal | None, owed: Decimal | None, given: Decimal) -> Decimal | None:
    """What is left of what is owed: nothing where the state says so, else as it follows from what is given."""
    if exact is None or owed is None:
        return None
    return max(_NOTHING, owed - given) if exact else _NOTHING


def _step(step: Step, given: Progress) -> Step:
    if step.name == _EARLIER:
        return step._replace(value=_down(step.value), origin=_IN_STEPS)
    return step._replace(value=getattr(given, step.name), origin=_IN_STEPS) if step.name in _AMOUNTS else step


def finding_in_steps(finding: Finding, progress: Progress | None) -> Finding:
    """The same finding, with its amounts as they are given of this contract; None: they are not given in steps."""
    if progress is None:
        return finding
    return replace(finding, steps=tuple(_step(step, progress) for step in finding.steps))


def _year(year: Year) -> Year:
    return replace(year, realised=_down(year.realised), expected=_down(year.expected))


def _group(group: TargetGroup) -> TargetGroup:
    value, expected = (None if amount is None else _down(amount) for amount in (group.value, group.expected))
    return replace(group, value=value, expected=expected)
