"""What a contract asks over its option years: no source says whether the duty runs on, so that it is asked."""

from __future__ import annotations

from datetime import date
from typing import Literal

from srtool.contract.obligation import Assessment
from srtool.finding import Derived, Step, Unit
from srtool.money import to_cents
from srtool.register.assumptions import Assumptions
from srtool.register.model import Contract

OpenDemand = Literal["over_extension", "option_value"]
"""What must be known to say how much is asked: whether the duty runs on, or what the options are worth."""


def open_demand(contract: Contract, asked: Step | None, assume: Assumptions) -> OpenDemand | None:
    """Why it cannot be said what a contract asks that is, or may be, longer than its first term; None where it can.

    An amount stays the amount. A percentage is of the first term where the duty is said not to run on; else of more
    than the value that is known, for no register says which part of the options was taken.
    """
    if asked is None or not asked.value or contract.social_return.amount is not None:
        return None
    over = contract.social_return.over_extension
    runs_on = assume.over_extension if over is None else over
    return {None: "over_extension", True: "option_value", False: None}[runs_on]


def asked_over_extension(contract: Contract, assessment: Assessment, end: date | None) -> Step | None:
    """The percentage of the first term and all options, in euro excl. VAT, for a duty that runs on until `end`.

    None while the contract has options left, for which part was taken is not known; along a growth path; and of a
    wage sum that is stated by itself, for that of the options is not.
    """
    percent, value, options = contract.social_return.percent, assessment.contract_value, contract.option_value
    if percent is None or contract.social_return.growth or value is None or options is None:
        return None
    if contract.end is None or end is None or end <= contract.end or end < (contract.end_latest or end):
        return None
    whole = (value.value + options) * percent / 100
    basis = next((str(step.value) for step in assessment.named("asked_basis")), None)
    formula = "(contract_value + option_value) * asked_percent / 100"
    if basis == "wage_sum":
        if contract.wage_sum is not None or contract.labour_share is None:
            return None
        whole, formula = whole * contract.labour_share / 100, f"{formula} * labour_share / 100"
    elif basis != "contract_value":
        return None
    return Step("asked_obligation", to_cents(whole), Unit.EUR, Derived(f"round_half_up({formula})"))
