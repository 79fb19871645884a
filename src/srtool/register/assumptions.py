"""What the officer answered once for all contracts, in [assume] of srtool.toml: an assumption wherever it is used."""

from __future__ import annotations

from typing import Literal

from srtool.finding import Assumed
from srtool.lazy_dataclass import dataclass
from srtool.place import Place
from srtool.register.fields import Text, YesNo
from srtool.register.model import AskedBasis, Status
from srtool.register.units import AmountUnit

Vat = Literal["excluding_vat", "including_vat"]
Period = Literal["whole_term", "per_year", "per_month"]


@dataclass(frozen=True, slots=True)
class Assumptions:
    """Holds for a contract only where its register does not say itself; None: not answered."""

    policy: Text | None = None
    """The rule set of contracts that name none."""
    stage: Status | None = None
    """The status of contracts that have none."""
    vat: Vat | None = None
    period: Period | None = None
    """What the amounts of a contract are for."""
    unit: AmountUnit | None = None
    """What the amounts of a contract are counted in."""
    basis: AskedBasis | None = None
    """What a percentage without a basis is taken of."""
    over_extension: YesNo | None = None
    """Whether the duty runs on over option years."""
    extended: YesNo | None = None
    """Whether a contract between its end and its latest end is extended; False: it ended."""
    realised_approved: YesNo | None = None
    """Whether the standings according to the register are approved."""
    file: Text = "srtool.toml"
    """The settings file that it stands in."""

    def origin(self, key: str) -> Assumed:
        """Where the answer stands, as the origin of a step: `srtool.toml: assume.basis`."""
        return Assumed(Place(self.file, "assume", key=key))


NOTHING_ASSUMED = Assumptions()
