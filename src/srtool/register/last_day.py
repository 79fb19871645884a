"""The last day of a contract as it is known on a day: by its end, by the extensions since, or by its options."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from srtool.register.model import Adjustment, Contract, Register


def extensions(register: Register, tops: Mapping[str, str]) -> Mapping[str, Sequence[Adjustment]]:
    """Per contract what extends it; what extends a call-off extends the contract that it falls under too."""
    by_contract: dict[str, list[Adjustment]] = defaultdict(list)
    for adjustment in register.adjustments:
        if adjustment.kind == "extension":
            for name in dict.fromkeys((adjustment.contract, tops.get(adjustment.contract, adjustment.contract))):
                by_contract[name].append(adjustment)
    return dict(by_contract)


def end_of(contract: Contract, adjustments: Iterable[Adjustment], on: date) -> date | None:
    """The last day of the term with the extensions known on the day; options count only once they are that.

    A new end before the start is none: no contract ends before it begins.
    """
    longer = [one.new_end for one in adjustments if one.kind == "extension" and one.from_ <= on and one.new_end]
    return max(
        (end for end in (contract.end, *longer) if end is not None and end >= (contract.start or end)), default=None
    )


def last_day(contract: Contract, adjustments: Iterable[Adjustment], on: date) -> date | None:
    """The last day of the contract: its end, and once that is past for one that is said to run, with its options."""
    end, options = end_of(contract, adjustments, on), contract.end_latest
    runs_on = contract.status in {"awarded", "running"} and end is not None and end < on
    return options if runs_on and options is not None and end is not None and options > end else end
