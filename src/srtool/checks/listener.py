"""Who hears what is judged in full, the moment that it is: of a large register the report itself is brief then."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from srtool.case.case import Case
from srtool.finding import ContractVerdict, Finding, Step


class Listener(Protocol):
    """Takes of every register, and of every contract in its order, what it needs; nothing else holds it."""

    def of_register(self, findings: Sequence[Finding]) -> None:
        """What is asked of a register as a whole, before its contracts."""

    def of_contract(
        self, case: Case, verdict: ContractVerdict, steps: Sequence[Step], findings: Sequence[Finding]
    ) -> None:
        """One contract: its verdict, the steps that belong to that, and the findings that are kept."""
