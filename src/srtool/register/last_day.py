"""The last day of a contract as it is known on a day: by its end, and by the extensions since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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
    """The last day of the term as it is known on the day: the last of its end, `extended_until` and the extensions.

    Options count only once they are that. A new end before the start is none: no contract ends before it begins.
    """
    days = (contract.end, contract.extended_until, *_extended(adjustments, on))
    return max((end for end in days if end is not None and end >= (contract.start or end)), default=None)


MAY_BE_LONGER = frozenset({"status", "end_latest", "option_months", "extended_until"})
"""The fields that say whether a contract goes on past its end."""


def is_end_open(
    contract: Contract, adjustments: Iterable[Adjustment], on: date, unread: Collection[str] = frozenset()
) -> bool:
    """Whether the end is past, and the register does not say whether the contract was extended or has ended.

    It may have been where it has options or is said to run, also after the last of its options, and where what would
    say so is one of the `unread` fields.
    """
    end = contract.end
    if end is None or end >= on or contract.status == "ended":
        return False
    longer = (contract.extended_until, *_extended(adjustments, on))
    if any(day is not None and day > end for day in longer):
        return False
    has_options = contract.end_latest is not None and contract.end_latest > end
    return has_options or contract.status in {"awarded", "running"} or not MAY_BE_LONGER.isdisjoint(unread)


def may_be_longer(contract: Contract, until: date | None, *, is_open: bool) -> bool:
    """Whether option years are taken up by this last day, or may be for its end is open."""
    return is_open or (until is not None and contract.end is not None and until > contract.end)


def _extended(adjustments: Iterable[Adjustment], on: date) -> Iterator[date]:
    """The new ends of the extensions that are known on the day."""
    known = (one for one in adjustments if one.kind == "extension" and one.from_ <= on)
    return (one.new_end for one in known if one.new_end is not None)
