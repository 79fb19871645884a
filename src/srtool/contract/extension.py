"""What a contract asks over its option years: no source says whether the duty runs on, so that it is asked."""

from __future__ import annotations

from srtool.finding import Step
from srtool.register.assumptions import Assumptions
from srtool.register.model import Contract


def is_demand_open(contract: Contract, asked: Step | None, assume: Assumptions, *, may_be_longer: bool) -> bool:
    """Whether what is asked may be more over the option years than over the first term.

    An amount stays the amount. A percentage is of the first term where the duty is said not to run on; else of more
    than the value that is known, for no register says which part of the options was taken.
    """
    if asked is None or not asked.value or contract.social_return.amount is not None:
        return False
    over = contract.social_return.over_extension
    return may_be_longer and (assume.over_extension if over is None else over) is not False
