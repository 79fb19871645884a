"""The amounts of one contract on a day as they are worked out: each once, when it is first asked for.

Of a large register most is asked of few contracts. Amounts in euro excl. VAT; what each means stands in `Balance`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from srtool.contract.valuation import full_time_month
from srtool.lazy_dataclass import dataclass
from srtool.money import quotient, to_cents
from srtool.progress.dossier import Amounts, Balance, Dossier, Entry, Life, Tolerances
from srtool.progress.entries import day_of, entries, pace, total
from srtool.progress.hours import hours_reached
from srtool.progress.owed import due, in_proportion, waived
from srtool.progress.signs_of_life import life
from srtool.progress.standing import Progress
from srtool.progress.state import State, state_of
from srtool.rules.ruleset import Block
from srtool.term import add_months, days_in

_NOTHING = Decimal("0.00")
_YEAR = 12


@dataclass(frozen=True)
class Reckoning(Amounts):
    """A dossier of which the amounts are worked out as they are asked for."""

    dossier: Dossier
    tolerances: Tolerances

    @cached_property
    def judged(self) -> tuple[State, str]:
        """How the contract stands, and which rule gave that."""
        return state_of(self, self.tolerances)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(entries(self.dossier))

    @cached_property
    def obligation(self) -> Decimal | None:
        return None if self.dossier.asked is None else self.dossier.asked.value

    @cached_property
    def waived(self) -> Decimal | None:
        return waived(self.dossier)

    @cached_property
    def due(self) -> Decimal | None:
        return due(self.dossier)

    @cached_property
    def in_proportion(self) -> Decimal | None:
        return in_proportion(self.dossier)

    @cached_property
    def confirmed(self) -> Decimal:
        return self._standing + total(entry.so_far for entry in self._counting)

    @cached_property
    def confirmed_if_extended(self) -> Decimal | None:
        _, within = self._already
        return self._standing + _if_extended(self.dossier, within) if self.dossier.is_end_open else None

    @cached_property
    def claimed(self) -> Decimal:
        return total(entry.so_far for entry in self._claimed)

    @cached_property
    def open(self) -> Decimal | None:
        return max(_NOTHING, self.owed - self.confirmed) if self.owed is not None and self._is_sure else None

    @cached_property
    def surplus(self) -> Decimal | None:
        return max(_NOTHING, self.confirmed - self.owed) if self.owed is not None and self._is_sure else None

    @cached_property
    def expected(self) -> Decimal:
        return self._standing + total(entry.whole for entry in self._counting)

    @cached_property
    def best(self) -> Decimal:
        coming = _coming(self.pace, self.days_left, self.dossier.on)
        return self.expected + total(entry.whole for entry in self._claimed) + coming

    @cached_property
    def pace(self) -> Decimal | None:
        return pace(self.dossier, self.entries) if self.dossier.keeps_efforts else None

    @cached_property
    def gap(self) -> Decimal | None:
        return None if self._left is None else max(_NOTHING, self._left)

    @cached_property
    def gap_months(self) -> tuple[Block, Decimal] | None:
        return None if self._left is None else _gap_months(self.dossier, self.entries, self._left)

    @cached_property
    def days_left(self) -> int | None:
        end, on = self.dossier.end, self.dossier.on
        return None if end is None or self.dossier.is_end_open else max(0, (end - on).days)

    @cached_property
    def life(self) -> Life:
        return life(self.dossier, self.entries, self.tolerances)

    @property
    def _claimed(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.counts == "claimed"]

    @cached_property
    def _already(self) -> tuple[Decimal, list[Entry]]:
        """What an approved standing counts for, and the efforts that it holds."""
        return _already(self.dossier, [entry for entry in self.entries if entry.counts == "confirmed"])

    @property
    def _standing(self) -> Decimal:
        return self._already[0]

    @cached_property
    def _counting(self) -> list[Entry]:
        """The confirmed efforts that an approved standing does not hold already."""
        _, within = self._already
        return [entry for entry in self.entries if entry.counts == "confirmed" and entry not in within]

    @property
    def _is_sure(self) -> bool:
        """Whether what is confirmed does not turn on the end that is open."""
        return self.confirmed_if_extended is None or self.confirmed_if_extended == self.confirmed

    @property
    def _left(self) -> Decimal | None:
        """What is owed less what is expected, also where that is less than nothing; None while the end is open."""
        return None if self.owed is None or self.dossier.is_end_open else self.owed - self.expected


def progress(dossier: Dossier, tolerances: Tolerances) -> Progress:
    """Where the contract of this dossier stands on its day."""
    return settled(Reckoning(dossier, tolerances))


def settled(reckoning: Reckoning) -> Progress:
    """The same with every amount of this reckoning worked out."""
    state, rule = reckoning.judged
    amounts = {each.name: getattr(reckoning, each.name) for each in fields(Balance)}
    return Progress(
        **amounts,
        state=state,
        rule=rule,
        tolerances=reckoning.tolerances,
        hours=hours_reached(reckoning.dossier, reckoning.entries),
    )


def _already(dossier: Dossier, confirmed: Sequence[Entry]) -> tuple[Decimal, list[Entry]]:
    """What an approved standing counts for, and the efforts that it holds: those up to its day, without a day all."""
    asked = dossier.contract.social_return
    if asked.realised is None or not dossier.is_approved:
        return _NOTHING, []
    if asked.realised_on is None:
        return asked.realised, list(confirmed)
    days = [(entry, day_of(entry.effort)) for entry in confirmed]
    return asked.realised, [entry for entry, day in days if day is None or day <= asked.realised_on]


def _if_extended(dossier: Dossier, within: Sequence[Entry]) -> Decimal:
    """What would be confirmed if the contract was extended: to its latest end, or not known until when."""
    latest = dossier.contract.end_latest
    end = dossier.on if latest is None else max(latest, dossier.on)
    longer = replace(dossier, end=end, is_end_open=False)
    held = {entry.effort.id for entry in within}
    counting = (entry for entry in entries(longer) if entry.effort.id not in held)
    return total(entry.so_far for entry in counting if entry.counts == "confirmed")


def _coming(yearly: Decimal | None, days_left: int | None, on: date) -> Decimal:
    """What efforts that are still to start would bring until the end, at the pace of the last twelve months."""
    if yearly is None or not days_left:
        return _NOTHING
    year = days_in(add_months(on, -_YEAR) + timedelta(days=1), on)
    return to_cents(quotient(yearly * days_left, Decimal(year)))


def _gap_months(dossier: Dossier, ledger: Sequence[Entry], gap: Decimal) -> tuple[Block, Decimal] | None:
    """The gap in full-time months of the block that most efforts have, else of the first that has an amount."""
    if dossier.rules is None or gap <= 0:
        return None
    used = Counter(entry.so_far.block.id for entry in ledger if entry.so_far.block is not None)
    for block in sorted(dossier.rules.block, key=lambda block: -used[block.id]):
        month = full_time_month(block, dossier.rules)
        if month:
            return block, to_cents(quotient(gap, month))
    return None
