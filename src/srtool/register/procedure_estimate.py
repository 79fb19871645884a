"""The estimate of a whole procedure: of none of its lots, and counted once for all of them."""

from __future__ import annotations

from decimal import Decimal

from srtool.lazy_dataclass import dataclass
from srtool.place import Place


@dataclass(frozen=True, slots=True)
class ProcedureEstimate:
    """What all lots together are estimated at, in euro excl. VAT, options and renewals included."""

    procedure: str
    """Shared by the contracts of one procedure."""
    amount: Decimal
    place: Place
