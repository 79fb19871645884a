"""What efforts of some kinds may be of the obligation at most: what is beyond it counts no longer, in order of time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from srtool.contract.trace import rule_origin
from srtool.contract.valuation import Worth
from srtool.finding import Derived, Step, Unit
from srtool.money import to_cents
from srtool.progress.dossier import Dossier, Entry
from srtool.rules.ruleset import Limit

_NOTHING = Decimal("0.00")
_SHARE = "share_of_obligation"
_CUT_OFF = "value_within_share"
_COUNTING = ("confirmed", "claimed")
"""What is confirmed takes its room before what is claimed."""


def within_shares(entries: Iterable[Entry], dossier: Dossier) -> Sequence[Entry]:
    """The ledger with each effort for what it counts within its maximum; as it is while the obligation is not known."""
    ledger = list(entries)
    limits = [] if dossier.rules is None else [limit for limit in dossier.rules.limit if limit.bounds == _SHARE]
    for limit in limits:
        if dossier.asked is not None and dossier.rules is not None:
            ledger = _within(ledger, limit, dossier.asked, dossier.rules.id)
    return ledger


def fitting(worth: Worth, entry: Entry) -> Worth:
    """What the effort of an entry counts for over another term: no more than fits where a maximum has cut it off."""
    if not entry.whole.cut_off or worth.value is None or entry.whole.value is None:
        return worth
    return replace(worth, value=min(worth.value, entry.whole.value))


def _within(ledger: Sequence[Entry], limit: Limit, asked: Step, rule_set: str) -> list[Entry]:
    share = limit.percent or _NOTHING
    most = to_cents(asked.value * share / 100)
    ruled = Step("share_percent", share, Unit.PERCENT, rule_origin(rule_set, limit))
    steps = (asked, ruled, Step("share_maximum", most, Unit.EUR, Derived(f"{asked.name} * share_percent / 100")))
    taken = {"so_far": _NOTHING, "whole": _NOTHING}
    lessened: dict[int, Entry] = {}
    for counts in _COUNTING:
        for place, entry in enumerate(ledger):
            if entry.counts != counts or entry.so_far.block is None or entry.so_far.block.id not in limit.blocks:
                continue
            so_far, taken["so_far"] = _room(entry.so_far, most, taken["so_far"], steps)
            whole, taken["whole"] = _room(entry.whole, most, taken["whole"], steps)
            lessened[place] = replace(entry, so_far=so_far, whole=whole)
    return [lessened.get(place, entry) for place, entry in enumerate(ledger)]


def _room(worth: Worth, most: Decimal, taken: Decimal, steps: tuple[Step, ...]) -> tuple[Worth, Decimal]:
    """What an effort counts for in the room that earlier ones leave, and what is taken after it."""
    if worth.value is None:
        return worth, taken
    left = most - taken
    if worth.value <= left:
        return worth, taken + worth.value
    counted = (
        *steps,
        Step("share_taken", taken, Unit.EUR, Derived("sum(efforts)")),
        Step(_CUT_OFF, left, Unit.EUR, Derived("share_maximum - share_taken")),
    )
    return replace(worth, value=left, by=(*worth.steps, *counted), cut_off=True), most
