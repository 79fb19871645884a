"""What a contract asks over its option years: no source says whether the duty runs on, so that it is asked."""

from __future__ import annotations

from srtool.finding import Step
from srtool.register.model import Contract


def is_extended(contract: Contract) -> bool:
    """Whether the register says that it was extended, past its end."""
    until, end = contract.extended_until, contract.end
    return until is not None and end is not None and until > end


def is_demand_open(contract: Contract, asked: Step | None, *, is_end_open: bool) -> bool:
    """Whether what is asked may be more over the option years than over the first term.

    An amount stays the amount. A percentage is of the first term where the duty is said not to run on; else of more
    than the value that is known, for no register says which part of the options was taken.
    """
    if asked is None or not asked.value or contract.social_return.amount is not None:
        return False
    is_longer = is_end_open or is_extended(contract)
    return is_longer and contract.social_return.over_extension is not False
