"""The register: what the officer hands in. The names are the TOML keys; amounts are euro excl. VAT.

Slots dataclasses, at half the time and a fifth of the memory of pydantic models; `register.validation` checks them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Literal

from srtool.errors import Problem
from srtool.lazy_dataclass import dataclass
from srtool.place import Place, Row
from srtool.register.assumed_stage import Stage
from srtool.register.fields import (
    Alias,
    Amount,
    Count,
    Cpv,
    Day,
    Kvk,
    Months,
    Percent,
    Quantity,
    Text,
    Texts,
    WeekHours,
    YesNo,
)
from srtool.register.procedure_estimate import ProcedureEstimate
from srtool.register.sheet_columns import SheetColumn
from srtool.register.units import UnitOrigin
from srtool.register.unread import UnreadCell

Kind = Literal["works", "services", "supplies"]
Status = Literal["draft", "tendered", "awarded", "running", "ended"]
AuthorityKind = Literal["central", "decentral", "utility", "defence"]
Procedure = Literal["open", "restricted", "negotiated", "single", "social_specific", "admission", "concession"]
Basis = Literal["wage_sum", "contract_value"]
AskedBasis = Literal["wage_sum", "contract_value", "invoiced_turnover", "yearly_turnover"]
"""What a contract may take a percentage of; turnover is known only when it is invoiced."""
Form = Literal["requirement", "performance_condition", "award_criterion", "reserved"]
StatedIn = Literal["notice", "documents"]
SupplierKind = Literal["regular", "social_enterprise", "sheltered"]
PsoStep = Literal["aspirant", "basic", "1", "2", "3"]
EffortKind = Literal["placement", "learning_place", "work_experience", "purchase", "activity"]
Employment = Literal["permanent", "temporary", "secondment", "learning"]
Where = Literal["supplier", "network", "client", "social_enterprise"]
EffortStatus = Literal["claimed", "confirmed", "disputed"]
EffortOutcome = Literal["stayed", "moved_on", "left"]
ContactKind = Literal["visit", "call", "report", "plan", "evaluation"]
AdjustmentKind = Literal["leniency", "extension", "waiver"]


@dataclass(frozen=True, slots=True)
class Growth:
    """From this day on the asked percentage is this one."""

    from_: Annotated[Day, Alias("from")]
    percent: Percent


@dataclass(frozen=True, slots=True)
class Instalment:
    """On this day this amount of the obligation is due."""

    date: Day
    amount: Amount


@dataclass(frozen=True, slots=True)
class SocialReturn:
    """What the contract asks, and how it will be followed."""

    asked: YesNo | None = None
    amount: Amount | None = None
    percent: Percent | None = None
    hours: Quantity | None = None
    basis: AskedBasis | None = None
    growth: tuple[Growth, ...] = ()
    people: Count | None = None
    form: Form | None = None
    stated_in: StatedIn | None = None
    motivation: Text | None = None
    subject_link: Text | None = None
    plan_due: Day | None = None
    plan_agreed_on: Day | None = None
    schedule: tuple[Instalment, ...] = ()
    report_every_months: Months | None = None
    shortfall_clause: Text | None = None
    evaluation_on: Day | None = None
    local_only: YesNo | None = None
    market_consulted: YesNo | None = None
    market_response: Text | None = None
    pilot: Text | None = None
    lesson: Text | None = None
    realised: Amount | None = None
    """A running total that is kept elsewhere, excl. VAT; confirmed only where `realised_approved` says so."""
    realised_on: Day | None = None
    realised_approved: YesNo | None = None
    over_extension: YesNo | None = None
    """Whether the duty runs on over option years."""


NOTHING_ASKED = SocialReturn()


@dataclass(frozen=True, slots=True)
class Contract:
    id: Text
    title: Text
    kind: Kind | None = None
    status: Status | None = None
    authority: Text | None = None
    authority_kind: AuthorityKind | None = None
    unit: Text | None = None
    supplier: Text | None = None
    supplier_id: Text | None = None
    """The KvK number beside a name, or a foreign number as it stands."""
    cpv: Cpv | None = None
    category: Text | None = None
    contract_value: Amount | None = None
    estimated_value: Amount | None = None
    option_value: Amount | None = None
    value_per_month: Amount | None = None
    value_per_year: Amount | None = None
    framework_maximum: Amount | None = None
    indefinite: YesNo | None = None
    wage_sum: Amount | None = None
    labour_share: Percent | None = None
    start: Day | None = None
    end: Day | None = None
    end_latest: Day | None = None
    extended_until: Day | None = None
    term_months: Months | None = None
    option_months: Months | None = None
    """Of all options together."""
    notice_months: Months | None = None
    procedure: Procedure | None = None
    procedure_start: Day | None = None
    specific_service: YesNo | None = None
    awarded_on: Day | None = None
    part_of: Text | None = None
    rule_set: Text | None = None
    client: Text | None = None
    buyer: Text | None = None
    contract_manager: Text | None = None
    social_return_adviser: Text | None = None
    last_contact_on: Day | None = None
    social_return: SocialReturn = NOTHING_ASKED


@dataclass(frozen=True, slots=True)
class Supplier:
    id: Kvk
    name: Text
    kind: SupplierKind | None = None
    pso: PsoStep | None = None
    pso_30plus: YesNo | None = None
    pso_until: Day | None = None
    aliases: Texts = ()


@dataclass(frozen=True, slots=True)
class Effort:
    """One realised thing. `person` is a pseudonym; hours are hours a week unless it is `hours` (a total)."""

    id: Text
    contract: Text
    kind: EffortKind
    block: Text | None = None
    person: Text | None = None
    path: Text | None = None
    """One person over several contracts: a code of the adviser, never exported."""
    start: Day | None = None
    end: Day | None = None
    hours_per_week: WeekHours | None = None
    full_time: YesNo | None = None
    hours: Quantity | None = None
    days: Quantity | None = None
    """In total, where a block counts by the day; half a day is 0.5."""
    amount: Amount | None = None
    claimed_value: Amount | None = None
    """What somebody says the effort counts for; compared with the rule set, never taken for an amount."""
    bonuses: Texts = ()
    employment: Employment | None = None
    employed_since: Day | None = None
    benefit_until: Day | None = None
    """The last day on which the person had a benefit, where a block counts for some years after it."""
    where: Where | None = None
    status: EffortStatus | None = None
    claimed_on: Day | None = None
    confirmed_on: Day | None = None
    corrects: Text | None = None
    outcome: EffortOutcome | None = None
    evidence: Text | None = None
    jobs_register: YesNo | None = None
    ladder_start: Count | None = None
    ladder_now: Count | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    contract: Text
    on: Day
    kind: ContactKind | None = None
    by: Text | None = None
    note: Text | None = None
    next_step: Text | None = None
    next_on: Day | None = None
    next_by: Text | None = None
    cause: Text | None = None


@dataclass(frozen=True, slots=True)
class Adjustment:
    """Leniency, extension or waiver: dated and reasoned."""

    contract: Text
    kind: AdjustmentKind
    from_: Annotated[Day, Alias("from")]
    until: Day | None = None
    new_end: Day | None = None
    amount: Amount | None = None
    percent: Percent | None = None
    reason: Text | None = None
    decided_by: Text | None = None


@dataclass(frozen=True, slots=True)
class Exemption:
    """Social return not applied: why, and who decided."""

    contract: Text
    reason_code: Text | None = None
    reason: Text | None = None
    decided_by: Text | None = None
    on: Day | None = None


@dataclass(frozen=True, slots=True)
class Target:
    name: Text
    jobs: Quantity | None = None
    until: Day | None = None
    authority: Text | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """The officer's own texts for a merging proposal (art. 1.5 Aanbestedingswet 2012)."""

    members: Texts
    market: Text | None = None
    own_organisation: Text | None = None
    entrepreneur: Text | None = None
    coherence: Text | None = None
    lots: Text | None = None
    on: Day | None = None
    by: Text | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """All tables of one file; the field names are the TOML tables and, in the reader's language, the Excel sheets."""

    contracts: tuple[Contract, ...] = ()
    suppliers: tuple[Supplier, ...] = ()
    efforts: tuple[Effort, ...] = ()
    contacts: tuple[Contact, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    targets: tuple[Target, ...] = ()
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class InputFile:
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """A register as it was read: its records, where each stands, and what the reader wants to have said."""

    register: Register
    rows: Mapping[str, tuple[Row, ...]]
    """Per table, the place of each record, in the order of the records."""
    file: InputFile
    remarks: tuple[Problem, ...] = ()
    unread: tuple[UnreadCell, ...] = ()
    """Cells of a sheet whose value could not be read; the record has nothing in their place."""
    left_blank: frozenset[str] = frozenset()
    """The (dotted) fields of contracts in which somebody wrote that nothing is filled in: the column is kept."""
    units: Mapping[str, UnitOrigin] = field(default_factory=dict)
    """How it is known what the amounts of a contract are counted in, by its id; absent: in euro, as they stand."""
    beside: tuple[InputFile, ...] = ()
    """Other files of which something was taken over."""
    was_made_here: bool = False
    """Whether it is a workbook that srtool made: like a file of TOML it is filled in here, and kept nowhere else."""
    unplaced: frozenset[str] = frozenset()
    """Contracts of which something was done that cannot be told from what was done on another lot of their number."""
    stages: Mapping[str, Stage] = field(default_factory=dict)
    """What the user assumes that contracts without a status are, by their id."""
    columns: tuple[SheetColumn, ...] = ()
    """The columns of its sheets, and what each was taken for; none where it has no sheets."""
    procedure_estimates: Mapping[str, ProcedureEstimate] = field(default_factory=dict)
    """By the id of each contract that is a lot of a procedure whose notice estimates the whole."""
    estimates_with_options: frozenset[str] = frozenset()
    """The contracts of which the heading, or the user, says that their estimate holds options and renewals."""
    has_unread_notices: bool = False
    """Whether a remark tells of a notice, or of a value in one, that could not be read."""

    @property
    def is_partly_unread(self) -> bool:
        """Whether something in it could not be read."""
        return bool(self.unread) or self.has_unread_notices


@dataclass(frozen=True, slots=True)
class Assumption:
    """The officer's own estimate of the labour share of one category or CPV division, with where it is written."""

    percent: Percent
    place: Place


@dataclass(frozen=True, slots=True)
class OwnLimit:
    """An amount from which the organisation itself asks for a heavier procedure, with where it is written."""

    amount: Amount
    place: Place
