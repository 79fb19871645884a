"""Progress in hours, for a contract that asks hours: it stands beside the euros, and is never turned into them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from srtool.contract.valuation import PERSONAL
from srtool.lazy_dataclass import dataclass
from srtool.progress.dossier import Dossier, Entry


@dataclass(frozen=True, slots=True)
class HoursReached:
    """Hours of work: asked, and confirmed on the day."""

    asked: Decimal
    confirmed_known: Decimal | None
    """The hours that confirmed efforts state in total; None where the register keeps no efforts, or it is not told."""
    without_hours: int = 0
    """Confirmed efforts of people that state no total of hours."""

    @property
    def confirmed(self) -> Decimal | None:
        """All that is confirmed; None while a part of it is not known."""
        return None if self.without_hours else self.confirmed_known


def hours_reached(dossier: Dossier, ledger: Iterable[Entry]) -> HoursReached | None:
    """How many of the hours that are asked are confirmed; None where no hours are asked.

    Hours a week are not multiplied by a term: how many weeks were worked the register does not say.
    """
    asked = dossier.contract.social_return.hours
    if not asked:
        return None
    if not dossier.keeps_efforts:
        return HoursReached(asked, None)
    confirmed = [entry.effort for entry in ledger if entry.counts == "confirmed"]
    known = sum((effort.hours for effort in confirmed if effort.hours is not None), Decimal(0))
    return HoursReached(asked, known, sum(effort.hours is None and effort.kind in PERSONAL for effort in confirmed))
