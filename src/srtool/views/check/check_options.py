"""What a report is shown with: the wishes of the reader, and what the report itself does not know."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from typing import Literal

from srtool.checks.summary import Summary
from srtool.finding import Finding
from srtool.lazy_dataclass import dataclass
from srtool.views.shared.view_options import ViewOptions


@dataclass(frozen=True, slots=True)
class Demand:
    """What a contract asks that has no amount and no percentage."""

    kind: Literal["people", "hours", "growth", "bare", "nothing", "silent"]
    """`bare`: asked and not how much; `nothing`: it says that nothing is asked; `silent`: not mentioned."""
    count: int = 0
    """Of people."""
    hours: Decimal | None = None


@dataclass(frozen=True, slots=True)
class CheckOptions(ViewOptions):
    """The wishes of the reader, and the facts that the sentences need beside the report."""

    before_award: Sequence[str] = ()
    """The codes of the checks that are not done from the award on."""
    agreed: Collection[str] = ()
    """The rule sets without a fixed amount: their goals are agreed per contract."""
    selected: Sequence[str] = ()
    """The codes of the only checks that were done; empty: all."""
    not_looked_at: Collection[str] = ()
    """The contracts that none of these looked at."""
    demands: Mapping[str, Demand] = field(default_factory=dict)
    """Per contract what it asks otherwise than as an amount or a percentage."""
    files: Mapping[str, Summary] = field(default_factory=dict)
    """What each file adds up to, where there are several."""
    in_full: Callable[[Finding], Finding] = lambda finding: finding
    """Makes what a brief finding was left without."""
