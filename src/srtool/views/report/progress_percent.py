"""How far a contract is, in one number."""

from __future__ import annotations

from decimal import Decimal

from srtool.money import quotient, to_cents
from srtool.progress.standing import Progress


def progress_percent(progress: Progress) -> Decimal | None:
    """Confirmed as percent of what is owed, in hundredths; None where nothing is owed or known."""
    return percent_of(progress.shown("confirmed"), progress.owed) if progress.owed else None


def percent_of(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """Percent, in hundredths; None of nothing, and where one of the two is not known."""
    return to_cents(quotient(100 * part, whole)) if whole and part is not None else None
