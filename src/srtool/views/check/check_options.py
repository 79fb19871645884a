"""What a report is shown with: the wishes of the reader, and what the report itself does not know."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from typing import Literal

from srtool.checks.summary import Summary
from srtool.contract.demand import asks
from srtool.finding import Answer, Finding
from srtool.lazy_dataclass import dataclass
from srtool.register.model import Contract
from srtool.views.shared.view_options import Hint, ViewOptions, no_hint


@dataclass(frozen=True, slots=True)
class Demand:
    """What a contract asks that has no amount and no percentage."""

    kind: Literal["people", "hours", "growth", "bare", "nothing", "silent", "unread"]
    """`bare`: asked and not how much; `nothing`: it says that nothing is asked; `silent`: it says nothing of it."""
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
    hint: Hint = no_hint
    """What more there is to say below a finding."""
    in_full: Callable[[Finding], Finding] = lambda finding: finding
    """Makes what a brief finding was left without."""


def demands(contracts: Mapping[str, Contract], unread: Collection[str]) -> dict[str, Demand]:
    """What each of these contracts asks; of those in `unread` what stands there could not be read."""
    return {name: _demand(contract, unread) for name, contract in contracts.items()}


def _demand(contract: Contract, unread: Collection[str]) -> Demand:
    asked = contract.social_return
    match asks(contract):
        case Answer.NO:
            return Demand("nothing")
        case Answer.UNDECIDED:
            return Demand("unread" if contract.id in unread else "silent")
    if asked.growth:
        return Demand("growth")
    if asked.people or asked.hours:
        return Demand("people" if asked.people else "hours", asked.people or 0, asked.hours)
    return Demand("bare")
