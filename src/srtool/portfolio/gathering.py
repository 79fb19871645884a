"""What the sheets of a whole register need of each contract, taken while that is judged: its case is let go then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from srtool.bundle.candidates import Grouping
from srtool.bundle.plan import Sorting
from srtool.case.case import Case
from srtool.finding import Step
from srtool.portfolio.amounts_in_steps import in_steps
from srtool.portfolio.what_if import WhatIfs
from srtool.progress.standing import Progress

_NOTHING = Decimal(0)


class Basis(NamedTuple):
    """What the tool went by for one contract, whether the register says it or it follows; euro excl. VAT."""

    kind: str | None
    contract_value: Decimal | None
    labour_share: Decimal | None
    """In percent."""
    end: date | None
    """The last day, extensions counted."""


class Gathering:
    """Takes the contracts one by one, in the order of the register."""

    def __init__(self, grouping: Grouping, *, discreet: bool) -> None:
        """With `discreet` amounts of few people are given in steps."""
        self.sorting, self.what_ifs = Sorting(grouping, keep_left_out=False), WhatIfs()
        self.followed: list[Progress] = []
        """Those that were awarded and ask social return by themselves; below as it may be given."""
        self.given: list[Progress] = []
        self.bases: list[Basis] = []
        self.most = _NOTHING
        """The largest amount of each contract, together."""
        self._discreet = discreet

    def as_given(self, case: Case) -> Progress | None:
        """Where the contract stands, as it may be given."""
        return case.progress if case.progress is None or not self._discreet else in_steps(case.progress)

    def add(self, case: Case, given: Progress | None, steps: Sequence[Step]) -> None:
        """One more contract, with the steps of its verdict."""
        self.sorting.add(case)
        self.what_ifs.add(case)
        values = {step.name: step.value for step in steps}
        self.bases.append(
            Basis(
                values.get("kind", case.contract.kind),
                values.get("contract_value"),
                values.get("labour_share"),
                case.end,
            )
        )
        self.most += max((step.value for step in steps if isinstance(step.value, Decimal)), default=_NOTHING)
        if given is not None and case.progress is not None:
            bare = replace(case.progress)  # without what was worked out of it, such as its steps
            self.followed.append(bare)
            self.given.append(bare if given is case.progress else given)
