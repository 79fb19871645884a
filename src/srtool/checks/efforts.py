"""SR503-SR508: efforts that nobody judged, that count too long, twice or for nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from srtool.case.case import Case
from srtool.checks.check import NOT_APPLICABLE, Verdict
from srtool.checks.owing import full_time_of, owing_check, progress_of, with_efforts
from srtool.checks.paths import asks_about
from srtool.contract.valuation import block_of
from srtool.finding import Derived, Level, Outcome, Owner, Step, Unit
from srtool.progress.dossier import Entry
from srtool.register.overlaps import hours_at_once
from srtool.term import add_months, whole_months


def unconfirmed(case: Case) -> Verdict:
    """Claimed efforts that nobody has judged for 60 days."""
    waiting = timedelta(days=case.tolerances.unconfirmed_days)
    old = [
        entry
        for entry in progress_of(case).entries
        if entry.counts == "claimed" and (since := _claimed_since(entry)) is not None and since + waiting < case.on
    ]
    days = Step("unconfirmed_days", case.tolerances.unconfirmed_days, Unit.DAYS, Derived("settings"))
    return with_efforts(old, "claimed_on", days)


def _claimed_since(entry: Entry) -> date | None:
    """The day on which it was claimed; where that is not said, on which it ended or began."""
    return entry.effort.claimed_on or entry.effort.end or entry.effort.start


def disputed(case: Case) -> Verdict:
    """Efforts about which the parties disagree."""
    return with_efforts([entry for entry in progress_of(case).entries if entry.counts == "disputed"], "status")


def out_of_term(case: Case) -> Verdict:
    """Efforts that start before the contract or end after it, or count no longer under the rule set."""
    progress = progress_of(case)
    start, end = _first_day(case), progress.end
    counting = [entry for entry in progress.entries if entry.counts != "corrected"]
    longer = _beyond_limit(case, counting)
    last = None if case.is_end_open else end
    beyond = [one for one in counting if _is_outside(one, start, last) or one.so_far.limited or one.effort.id in longer]
    after = [one for one in counting if case.is_end_open and _is_outside(one, None, end)]
    if after and not beyond:
        return with_efforts(after, "start")._replace(outcome=Outcome.UNDECIDED, says="end_passed")
    return with_efforts(beyond, "start")


def _beyond_limit(case: Case, entries: Iterable[Entry]) -> frozenset[str]:
    """Efforts of one person under one block that together last longer than the rule set counts somebody."""
    months: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    limits: dict[tuple[str, str], int] = {}
    for entry in entries:
        block, effort, until = entry.so_far.block, entry.effort, entry.so_far.counted_until
        if case.rules is None or block is None or effort.person is None or effort.start is None or until is None:
            continue
        limit = case.rules.limit_for("maximum_months", block)
        if limit is not None and limit.months and not limit.unlimited:
            key = (effort.person, block.id)
            limits[key] = limit.months
            months[key].append((effort.id, whole_months(effort.start, until)))
    return frozenset(
        name for key, of in months.items() if sum(n for _, n in of) > limits[key] for name, _ in of if len(of) > 1
    )


def _is_outside(entry: Entry, start: date | None, end: date | None) -> bool:
    first, last = entry.effort.start, entry.effort.end
    early = first is not None and start is not None and first < start
    late = end is not None and ((last is not None and last > end) or (first is not None and first > end))
    return early or late


def doubled(case: Case) -> Verdict:
    """A person who counts on several efforts in the same weeks for more than full time.

    Of a path that comes to more than a full-time year SR517 asks; here is said what this contract alone counts double.
    """
    hours, entries = case.index.hours_at_once, progress_of(case).entries
    asked = asks_about(case)
    here = hours_at_once(entry.effort for entry in entries) if asked else hours
    too_many = [
        entry
        for entry in entries
        if entry.counts != "corrected"
        and (together := (here if entry.effort.id in asked else hours).get(entry.effort.id)) is not None
        and together > full_time_of(case, entry)
    ]
    return with_efforts(too_many, "person")


def employed_before(case: Case) -> Verdict:
    """Somebody who worked for the supplier before the contract began is not extra."""
    start = _first_day(case)
    before = [
        entry
        for entry in progress_of(case).entries
        if start is not None
        and entry.counts != "corrected"
        and entry.effort.employed_since is not None
        and entry.effort.employed_since < start
        and entry.effort.where in {None, "supplier"}
    ]
    return with_efforts(before, "employed_since")


def _first_day(case: Case) -> date | None:
    """The start of the contract, or so many months before it as the rule set still counts; None without a start."""
    start = case.contract.start
    window = case.rules.limit_for("start_window", None) if case.rules else None
    return start if start is None or window is None or not window.months else add_months(start, -window.months)


def unknown_block(case: Case) -> Verdict:
    """A building block that the rule set of the contract's date does not have."""
    progress = progress_of(case)
    rules = progress.dossier.rules
    if rules is None:
        return NOT_APPLICABLE
    strange = [entry for entry in progress.entries if block_of(entry.effort, rules)[1] == "block_unknown"]
    verdict = with_efforts(strange, "block")
    return verdict._replace(says="by_cost") if strange and rules.counting == "costs" else verdict


ALL = (
    owing_check("SR503", unconfirmed, Level.WARNING, Owner.ADVISER, "id", "efforts"),
    owing_check("SR504", disputed, Level.WARNING, Owner.ADVISER, "id", "efforts"),
    owing_check("SR505", out_of_term, Level.NOTICE, Owner.ADVISER, "id", "efforts"),
    owing_check("SR506", doubled, Level.WARNING, Owner.ADVISER, "id", "efforts"),
    owing_check("SR507", employed_before, Level.NOTICE, Owner.ADVISER, "id", "efforts"),
    owing_check("SR508", unknown_block, Level.ERROR, Owner.ADVISER, "id", "efforts"),
)
