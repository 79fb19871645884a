"""What an authority takes off an obligation for what a supplier already does: a certificate, or its own workforce."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from srtool.lazy_dataclass import dataclass
from srtool.register.fields import Percent, YesNo
from srtool.register.model import PsoStep, Supplier
from srtool.rules.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Reduction(Record):
    """By how many percent an obligation may become less; 100 is an exemption.

    A person decides on it: by itself it changes no amount.
    """

    label: Mapping[str, str]
    percent: Percent
    pso: tuple[PsoStep, ...] = ()
    """The steps of the supplier's own PSO certificate for which it holds; empty: for none by its step alone."""
    pso_30plus: YesNo | None = None
    """Whether the certificate must be of the kind 30+, or must not; None: either."""
    workforce_percent: Percent | None = None
    """From which share of its own full-time jobs held by the target group on."""
    condition: Mapping[str, str] = field(default_factory=dict)
    """What the source asks besides, for a person to judge."""

    def fits(self, supplier: Supplier) -> bool:
        """Whether the certificate of this supplier is one for which it holds; never by its workforce or a label."""
        if self.pso_30plus is not None and bool(supplier.pso_30plus) != self.pso_30plus:
            return False
        return supplier.pso in self.pso if self.pso else self.pso_30plus is True
