"""What every judgement looks at: one contract under the rules of its day, beside the register looked up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from srtool.case.combinations import Combinations
from srtool.contract.demand import ANY_DEMAND
from srtool.contract.estimate import Estimate
from srtool.contract.obligation import Assessment
from srtool.finding import Answer, Step, Unit
from srtool.lazy_dataclass import dataclass
from srtool.place import Row
from srtool.progress.dossier import USUAL, Tolerances
from srtool.register.assumptions import NOTHING_ASSUMED, Assumptions
from srtool.register.index import Index
from srtool.register.last_day import may_be_longer
from srtool.register.model import Contract, Exemption
from srtool.register.status import BEFORE_AWARD, NOT_ENDED
from srtool.register.units import UnitOrigin
from srtool.rules.ruleset import RuleSet

if TYPE_CHECKING:
    from srtool.progress.following import Following
    from srtool.progress.standing import Progress


@dataclass(frozen=True, slots=True)
class Case:
    """One contract as every check sees it."""

    contract: Contract
    row: Row
    assessment: Assessment
    rules: RuleSet | None
    """The policy in force for this contract, or None when there is none to be named."""
    rules_name: str | None
    """Under which name that policy was asked for; None when nothing names one."""
    rules_day: date
    """The day that decides which version of the policy counts for this contract."""
    rules_events: tuple[str, ...]
    """The dates of which that day is the first known."""
    in_force: tuple[date | None, date | None]
    """From when until when a policy held that was not in force on that day; (None, None) otherwise."""
    policies: tuple[tuple[str, ...], tuple[str, ...]]
    """Where no rule set is known to hold: those that list its authority by name, and the others."""
    estimate: Estimate
    """The value that procurement law counts."""
    european: RuleSet
    """European thresholds and procurement law on the day of the procedure."""
    law_ahead: RuleSet
    """The same on the day itself, for a procedure that is still to start: never that of a day that is past."""
    procedure_day: date
    index: Index
    """The register that it stands in."""
    combinations: Combinations
    """Which contracts of the register are looked at together."""
    token_fields: tuple[str, ...] = ()
    """The fields with an amount of 0 or 1 euro, which the contract here is without."""
    assume: Assumptions = NOTHING_ASSUMED
    unit_origin: UnitOrigin | None = None
    """How it is known what its amounts are counted in; None: in euro, as they stand."""
    policy_assumed: bool = False
    """Whether its policy is only what the user assumes."""
    policy_by_kind: bool = False
    """Whether the kind of its authority decided which policy holds."""
    following: Following | None = None
    """How it is followed, for a contract that was awarded and asks social return by itself."""
    tolerances: Tolerances = USUAL
    """From when on it is called silent or behind."""

    @property
    def progress(self) -> Progress | None:
        """Where it stands on the day, for a contract that is followed."""
        return None if self.following is None else self.following.progress

    @property
    def rules_id(self) -> str | None:
        """What its policy calls itself."""
        return None if self.rules is None else self.rules.id

    @property
    def on(self) -> date:
        """The day on which it is judged."""
        return self.index.on

    @property
    def end(self) -> date | None:
        """The last day as it is known on the day, with its extensions."""
        return self.index.last_days[self.contract.id]

    @property
    def unread(self) -> frozenset[str]:
        """Its (dotted) fields that could not be read: they are no more absent than known."""
        return self.index.unread_fields.get(self.contract.id, frozenset())

    @property
    def is_demand_unread(self) -> bool:
        """Whether what stands there of social return could not be read."""
        return not self.unread.isdisjoint(ANY_DEMAND)

    @property
    def is_demand_unknown(self) -> bool:
        """Whether it was awarded, has not ended, and it is not known whether an obligation of its own is asked."""
        assessment = self.assessment
        if self.contract.part_of is not None or assessment.asks is not Answer.UNDECIDED:
            return False
        is_running = assessment.status in NOT_ENDED and assessment.status not in BEFORE_AWARD
        return is_running and (self.is_demand_unread or assessment.applies is not Answer.NO)

    @property
    def is_end_open(self) -> bool:
        """Whether that day is past, and the register does not say whether the contract was extended or has ended."""
        return self.contract.id in self.index.open_ends

    @property
    def may_be_longer(self) -> bool:
        """Whether option years are taken up, or may be."""
        return may_be_longer(self.contract, self.end, is_open=self.is_end_open)

    def given(self, name: str, value: object, unit: Unit, key: str | None = None) -> Step:
        return Step(name, value, unit, self.assessment.places[key or name])

    @property
    def exemption(self) -> tuple[Row, Exemption] | None:
        """The recorded deviation with its row."""
        return self.index.exemptions.get(self.contract.id)

    @property
    def wanted(self) -> Answer:
        """Whether social return is in play: in scope and not exempted, or asked all the same."""
        if self.assessment.asks is not Answer.YES and self.exemption is not None:
            return Answer.NO
        if Answer.YES in {self.assessment.applies, self.assessment.asks}:
            return Answer.YES
        return self.assessment.applies
