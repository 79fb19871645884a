"""What is known of a contract after its award, and where it stands on a day. Amounts in euro excl. VAT."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from srtool.contract.extension import OpenDemand
from srtool.contract.valuation import Worth
from srtool.finding import Step
from srtool.lazy_dataclass import dataclass
from srtool.register.improbable import improbable_term
from srtool.register.model import Adjustment, Contact, Contract, Effort
from srtool.register.places import Places
from srtool.register.status import is_over
from srtool.rules.ruleset import Block, RuleSet

Counts = Literal["confirmed", "claimed", "disputed", "corrected", "later"]


_OF_WHAT_COMES = frozenset({"claimed", "expected", "best", "gap"})
"""Those that rest on the efforts themselves: a standing does not tell what is claimed and what is to come."""
OF_EFFORTS = frozenset({"confirmed", "confirmed_if_extended", "claimed", "expected", "best", "open", "surplus", "gap"})
"""The amounts that rest on efforts."""


OF_STATE = frozenset(
    {"status", "supplier", "supplier_id", "start", "end", "extended_until"}
    | {f"social_return.{key}" for key in ("amount", "percent", "hours", "basis", "plan_due", "schedule")}
    | {f"social_return.{key}" for key in ("realised", "realised_on", "realised_approved")}
)
"""The fields of a contract without which it cannot be told how it stands."""
CLAUSE = "social_return.shortfall_clause"
NotKnown = Literal["absent", "unread"]
"""Why something agreed is not known: this register nowhere has it, or what stands there could not be read."""


@dataclass(frozen=True, slots=True)
class Tolerances:
    """From when on something is called so; an organisation may set its own in srtool.toml."""

    silent_after: int | None = None
    """Days; None: the reporting rhythm and a month, else 90 days."""
    behind_percent: Decimal = Decimal(75)
    """Confirmed under this percentage of what is due is behind."""
    starting_months: int = 3
    """So many months after the start a contract without a plan date is starting."""
    unconfirmed_days: int = 60


USUAL = Tolerances()


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that the register holds about one contract, opened on a day; call-offs are part of their parent."""

    contract: Contract
    places: Places
    asked: Step | None
    """The asked obligation; None when its amount is not known."""
    rules: RuleSet | None
    on: date
    end: date | None
    """The last day of the term, with the extensions known on the day."""
    is_end_open: bool = False
    """Whether that day is past, and the register does not say whether the contract was extended or has ended."""
    open_demand: OpenDemand | None = None
    """Why the amount is not known of a contract that is or may be longer; None where it is no matter of that."""
    keeps_efforts: bool = True
    """Whether the register keeps efforts, and says of which contract; else nothing is known of what was done."""
    keeps_life: bool = True
    """Whether the register keeps signs of life of any contract."""
    lacks: Literal["basis", "wage_sum", "contract_value"] | None = None
    """What the amount of the percentage that is asked waits for; None where that is nothing of these."""
    is_approved: bool = False
    """Whether the standing according to the register counts as confirmed."""
    unread: frozenset[str] = frozenset()
    """The fields on which its state rests that could not be read."""
    agreed_elsewhere: frozenset[str] = frozenset()
    """What was agreed, and is dated, that this register nowhere has."""
    agreed_unread: frozenset[str] = frozenset()
    """The same fields and tables, as far as they could not be read."""
    asked_basis: str | None = None
    """Of what a percentage is taken: as the contract says, else as the user assumes."""
    efforts: tuple[tuple[Effort, Places], ...] = ()
    contacts: tuple[tuple[Contact, Places], ...] = ()
    adjustments: tuple[tuple[Adjustment, Places], ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether the contract has ended, by its status or its last day."""
        return not self.is_end_open and is_over(self.contract.status, self.end, self.on)

    def not_known(self, *fields: str) -> NotKnown | None:
        """Why nothing is known of these (dotted) fields or tables; None where one of them is kept here and was read."""
        if self.agreed_unread.intersection(fields):
            return "unread"
        return "absent" if self.agreed_elsewhere.issuperset(fields) else None

    @property
    def held(self) -> list[Contact]:
        """The contacts up to the day; a later one is a plan."""
        return [contact for contact, _ in self.contacts if contact.on <= self.on]


@dataclass(frozen=True, slots=True)
class Entry:
    """One effort and what it counts for."""

    effort: Effort
    places: Places
    counts: Counts
    """`later`: not known of yet on the day; `corrected`: another effort stands in its place."""
    so_far: Worth
    """Until the day."""
    whole: Worth
    """Until its end or limit, or without an end that of the contract."""


@dataclass(frozen=True, slots=True)
class Life:
    """The signs of life up to the day; None where there is none."""

    last_contact: date | None
    last_effort: date | None
    since: date | None
    """The last of both and of the plan; without any the start."""
    silent_days: int
    is_silent: bool
    overdue_plan: date | None
    next_report: date | None
    """When the next report is due, also when that is past; None without a rhythm, or when it would be after the end."""
    overdue_report: date | None
    next_step: str | None
    next_on: date | None
    next_by: str | None

    @property
    def known_silence(self) -> int | None:
        """Days since the last sign; None where it is not known when that was."""
        return None if self.since is None else self.silent_days


class Amounts:
    """What follows from the amounts of a contract, whether these are all there or worked out one by one."""

    if TYPE_CHECKING:

        @property
        def dossier(self) -> Dossier: ...
        @property
        def obligation(self) -> Decimal | None: ...
        @property
        def waived(self) -> Decimal | None: ...
        @property
        def due(self) -> Decimal | None: ...
        @property
        def in_proportion(self) -> Decimal | None: ...
        @property
        def confirmed(self) -> Decimal: ...
        @property
        def open(self) -> Decimal | None: ...
        @property
        def expected(self) -> Decimal: ...
        @property
        def entries(self) -> tuple[Entry, ...]: ...
        @property
        def life(self) -> Life: ...

    @property
    def on(self) -> date:
        """The day."""
        return self.dossier.on

    @property
    def end(self) -> date | None:
        """The last day, with extensions."""
        return self.dossier.end

    @property
    def is_over(self) -> bool:
        """Whether the contract has ended."""
        return self.dossier.is_over

    @property
    def owed(self) -> Decimal | None:
        """The obligation less what is waived."""
        return None if self.obligation is None or self.waived is None else self.obligation - self.waived

    @property
    def is_kept(self) -> bool:
        """Whether what was done is kept in this register: efforts, or an approved standing of this contract."""
        if self.dossier.unread & {"social_return.realised", "efforts"}:
            return False
        return self.dossier.keeps_efforts or (self.dossier.is_approved and self.realised is not None)

    @property
    def realised(self) -> Decimal | None:
        """The standing according to the register: a running total that is kept elsewhere."""
        return self.dossier.contract.social_return.realised

    @property
    def improbable_day(self) -> date | None:
        """The improbable start or end on which what is due or in proportion rests; None where there is none."""
        rests = self.in_proportion is not None or (
            self.due is not None and not self.dossier.contract.social_return.schedule
        )
        return improbable_term(self.dossier.contract, self.on) if rests else None

    def shown(self, name: str) -> Decimal | None:
        """The amount of this name; None where it rests on efforts and the register keeps none."""
        value: Decimal | None = getattr(self, name)
        if name == "gap" and self.unvalued:  # what is not valued may fill it
            return None
        if name in _OF_WHAT_COMES and not self._tells_what_comes(name):
            return None
        return value if self.is_kept or name not in OF_EFFORTS else None

    def _tells_what_comes(self, name: str) -> bool:
        """Whether this amount is known where only a standing is kept: what is over brings no more, nor does it lack."""
        if self.dossier.keeps_efforts:
            return True
        if name in {"claimed", "best"}:
            return False
        is_filled = name == "gap" and self.owed is not None and self.confirmed >= self.owed
        return self.is_over or is_filled

    @property
    def has_interim(self) -> bool:
        """Whether a standing was agreed for the day: by a schedule or a growth path, or because the term is over."""
        asked = self.dossier.contract.social_return
        return self.due is not None or bool(asked.schedule or asked.growth)

    @cached_property
    def unvalued(self) -> tuple[Entry, ...]:
        """Efforts of which the value cannot be said."""
        return tuple(
            entry for entry in self.entries if entry.so_far.value is None and entry.counts in {"confirmed", "claimed"}
        )


@dataclass(frozen=True, slots=True)
class Balance(Amounts):
    """The amounts of one contract on a day: obligation + surplus = confirmed + open + waived, each at least zero."""

    dossier: Dossier
    obligation: Decimal | None
    waived: Decimal | None
    """None while the obligation is not known and something of it is waived."""
    due: Decimal | None
    """Agreed until now: by the schedule or the growth path, at the end of the term all that is owed; else None."""
    in_proportion: Decimal | None
    """Where nothing was agreed until now: what is owed spread over the term, arithmetic that binds nobody."""
    confirmed: Decimal
    """While the end is open what counts if the contract has ended: the least of both outcomes."""
    confirmed_if_extended: Decimal | None
    """What counts if it was extended, while the end is open."""
    claimed: Decimal
    open: Decimal | None
    surplus: Decimal | None
    expected: Decimal
    """Confirmed, and running confirmed efforts to their end or limit."""
    best: Decimal
    """The same with what is claimed, and with the pace of the last twelve months."""
    pace: Decimal | None
    """Euro a year of efforts that started in the last twelve months; None under six months of history."""
    gap: Decimal | None
    """What is owed and not expected; None while the end is open."""
    gap_months: tuple[Block, Decimal] | None
    """The gap in full-time months of the block that was used most, in hundredths; None where no table says so."""
    days_left: int | None
    entries: tuple[Entry, ...]
    life: Life
