"""Checks that are needless on a contract: where only open answers are asked for, and the register tells there are none.

Most contracts of a large register are in order in most respects. What can be wrong with a contract is then told for
all of them at once, and its check is done only where it may be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from srtool.checks.check import Check, Whole
from srtool.lazy_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Needless:
    """The codes of the checks that need not be done, by contract."""

    elsewhere: frozenset[str]
    """On every contract that is not in the table."""
    by_contract: Mapping[str, frozenset[str]]

    def on(self, contract: str) -> frozenset[str]:
        """Those on the contract with this number."""
        return self.by_contract.get(contract, self.elsewhere)


def needless(checks: Iterable[Check], whole: Whole) -> Needless:
    """Which of these checks need not be done on which contracts of a register."""
    told = [check for check in checks if check.opens_on is not None]
    open_on: dict[str, set[str]] = defaultdict(set)
    for check in told:
        for name in check.opens_on(whole) if check.opens_on else ():
            open_on[name].add(check.code)
    elsewhere = frozenset(check.code for check in told)
    # Many contracts have the same in common: one set for all of them.
    shared: dict[frozenset[str], frozenset[str]] = {}
    rest = ((name, elsewhere - codes) for name, codes in open_on.items())
    return Needless(elsewhere, {name: shared.setdefault(codes, codes) for name, codes in rest})
