"""The last day of a contract as it is known on a day: by its end, by the extensions since, or by its options."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from srtool.register.call_offs import tops
from srtool.register.model import Adjustment, Contract, Register


def extensions(register: Register) -> Mapping[str, Sequence[Adjustment]]:
    """Per contract what extends it; what extends a call-off extends the contract that it falls under too."""
    above = tops(register)
    found: dict[str, list[Adjustment]] = defaultdict(list)
    for one in register.adjustments:
        if one.kind == "extension":
            for name in dict.fromkeys((one.contract, above.get(one.contract, one.contract))):
                found[name].append(one)
    return dict(found)


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
