"""What the workbook is made from: everything that was worked out on one register on one day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from decimal import Decimal

from srtool.bundle.proposal import Plan
from srtool.checks.summary import Summary
from srtool.finding import Report, Step
from srtool.ideas.chances import Chance
from srtool.lazy_dataclass import dataclass
from srtool.notice.side_by_side import Beside
from srtool.portfolio.changes import Changes
from srtool.portfolio.gathering import Basis
from srtool.portfolio.key_figures import Overview
from srtool.portfolio.monitoring import Monitoring
from srtool.portfolio.suppliers import SupplierRow
from srtool.portfolio.target_groups import TargetGroups
from srtool.portfolio.what_if import WhatIf
from srtool.portfolio.years import Years
from srtool.progress.standing import Progress
from srtool.register.model import RegisterFile
from srtool.rules.rulebook import RuleBook
from srtool.views.sheets.book import Fits

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Contents:
    """The answers of all commands together; figures about people are fit to be passed on."""

    register_file: RegisterFile
    report: Report
    """Brief: the steps of its verdicts and findings have been told."""
    monitoring: Monitoring
    plan: Plan
    overview: Overview
    years: Years
    groups: TargetGroups
    suppliers: tuple[SupplierRow, ...]
    changes: Changes | None
    """None without an earlier report."""
    bases: Sequence[Basis]
    """What the tool went by for each contract of the report, in its order."""
    most: Decimal
    """The largest amount of each contract, together."""
    book: RuleBook
    names: Mapping[str, str]
    """Of suppliers, by whatever the register calls them."""
    answers: tuple[Step, ...] = ()
    """What the user assumes."""
    files: Mapping[str, Summary] = field(default_factory=dict)
    """What each file comes to, by its name; none of a single one."""
    parts: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """By file of how many of its contracts it tells, out of how many; none where it tells of all."""
    in_steps: bool = False
    """Whether amounts of few people, and the sums that they are part of, are given in steps."""
    notices: tuple[Beside, ...] | None = None
    """What was published beside the register; None where no notices were given."""
    chances: tuple[Chance, ...] = ()
    """The contracts that ask no social return, each with what others did."""
    what_if: WhatIf | None = None
    """What another threshold or norm would start from; None where no contract has them."""

    @property
    def on(self) -> date:
        """The day on which all is seen."""
        return self.report.receipt.on

    @property
    def fits(self) -> Fits:
        """No amount is larger than the largest of each contract together, or else than what was delivered."""
        whole = self.overview
        sums = (whole.owed, whole.confirmed, whole.expected)
        most = max(self.most, *(each.known or _NOTHING for each in sums))
        return Fits.of(most, max((len(contract.id) for contract in self.report.contracts), default=0))

    def supplier(self, name: str | None) -> str | None:
        """A supplier as people know it."""
        return None if name is None else self.names.get(name, name)

    def progress(self) -> dict[str, Progress]:
        """By contract, of those that owe something."""
        return {progress.dossier.contract.id: progress for progress in self.monitoring.contracts}
