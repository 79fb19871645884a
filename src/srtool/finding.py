"""What srtool answers: findings with their ground and computation, and the receipt. No words: those are in texts/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from srtool.lazy_dataclass import dataclass
from srtool.place import TextPlace, Where


class Outcome(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"
    UNDECIDED = "undecided"


OPEN = frozenset({Outcome.NOT_MET, Outcome.UNDECIDED})
"""What somebody must mend or judge."""


class Level(StrEnum):
    """Ordered from heavy to light by `rank`."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"

    @property
    def rank(self) -> int:
        return _RANKS[self]


_RANKS = {level: place for place, level in enumerate(Level)}


class Owner(StrEnum):
    """Who must act; the order is that of the reports."""

    CLIENT = "client"
    BUYER = "buyer"
    CONTRACT_MANAGER = "contract_manager"
    ADVISER = "adviser"
    SUPPLIER = "supplier"


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    UNDECIDED = "undecided"


class Unit(StrEnum):
    """What a step's value is; decides how it is shown."""

    EUR = "EUR"
    PERCENT = "percent"
    MONTHS = "months"
    DAYS = "days"
    DATE = "date"
    COUNT = "count"
    TEXT = "text"
    WORD = "word"
    """A value of the register's vocabulary, such as `services` or `contract_value`."""
    IDS = "ids"
    """Numbers of efforts or contracts, as the register has them: a tuple, for a number may hold any sign."""
    FIELDS = "fields"
    """Keys of the register, separated by spaces, shown by their headings."""
    GROWTH = "growth"
    """(date, percent) pairs."""
    PARTS = "parts"
    """(contract, amount) pairs; the amounts in euro excl. VAT."""
    NORM_LEVEL = "norm_level"
    """What a percentage of a policy is: an aim, a duty or an ambition."""
    TERMS = "terms"
    """What a draft may hold, such as `plan_day`: a tuple of them."""
    READINGS = "readings"
    """Other readings of the threshold: the Threshold records themselves."""


class Given(NamedTuple):
    """The officer wrote it: file and key, or sheet and cell; or an option such as `--on`.

    Steps and their origins are tuples, for a large register makes them by the million.
    """

    place: Where


class Assumed(NamedTuple):
    """The officer assumes it, for every contract that does not say itself: the key in the settings."""

    place: Where


class Set(NamedTuple):
    """The rule set says so: record id, since when, and the ids of the sources."""

    rule_set: str
    record: str
    since: date | None
    sources: tuple[str, ...]
    certainty: str


class Derived(NamedTuple):
    """Computed: a formula over the names of earlier steps."""

    formula: str


Origin = Given | Assumed | Set | Derived


class Step(NamedTuple):
    """One number or fact of a computation; amounts in euro excl. VAT, percentages as 5 for 5%."""

    name: str
    value: Any
    unit: Unit
    origin: Origin


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule can be read."""

    id: str
    title: str
    kind: str | None = None
    article: str | None = None
    url: str | None = None
    seen_on: date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One check on one contract.

    `says` names the sentence under the check's code, `also` further sentences after it; the placeholders of both are
    names of `steps`. `contract` is None for what is asked of a whole register, or could not be done on it.
    """

    code: str
    contract: str | None
    outcome: Outcome
    level: Level
    owner: Owner
    place: Where
    says: str
    also: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    steps: tuple[Step, ...] = ()
    inferred: bool = False
    """The check itself follows from its sources without standing in them in so many words."""
    places: tuple[TextPlace, ...] = ()
    """Of a check on a tender draft: the passages that it rests on."""

    @property
    def is_undone(self) -> bool:
        """Whether this says that a whole register gave no data for the check."""
        return self.contract is None and self.says == "absent"


@dataclass(frozen=True, slots=True)
class ContractVerdict:
    """What social return means for one contract; amounts euro excl. VAT, None where it cannot be said."""

    id: str
    title: str
    status: str
    rule_set: str | None
    applies: Answer
    wage_sum: Decimal | None
    wage_sum_origin: str
    """given, estimated or unknown"""
    norm_obligation: Decimal | None
    asked_obligation: Decimal | None
    asked_percent: Decimal | None
    asked_basis: str | None
    counted: bool
    """False for a call-off: its parent carries the obligation."""
    steps: tuple[Step, ...]
    by_estimate: bool = False
    """Whether scope or norm rests on a wage sum that is an estimate."""
    unknown: frozenset[str] = frozenset()
    """The amounts, by the names they have here, that there are and that are not known."""
    asks: Answer = Answer.UNDECIDED
    """Whether the contract itself asks social return."""


@dataclass(frozen=True, slots=True)
class RuleSetUsed:
    id: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """Enough to make the same answer again: version, rule sets, day, inputs. No clock time."""

    srtool: str
    rule_sets: tuple[RuleSetUsed, ...]
    on: date
    inputs: tuple[tuple[str, str], ...]
    """(file name, SHA-256)"""
    options: tuple[tuple[str, str], ...] = ()
    """What else was asked for, as it is typed; of a yes/no option the value is empty."""
    settings: str | None = None
    """SHA-256 of the settings that held; None without any."""


SheetColumns = tuple[tuple[str, tuple[str, str]], ...]
"""Of each (dotted) field of contracts on a sheet the letter of its column and the heading that it has there."""
OwnColumns = Mapping[tuple[str, str], SheetColumns]
"""The columns of each sheet, by its file and title."""


@dataclass(frozen=True, slots=True)
class Report:
    receipt: Receipt
    contracts: tuple[ContractVerdict, ...]
    findings: tuple[Finding, ...]
    labels: Mapping[str, Mapping[str, str]]
    """Title of each rule set used, per language."""
    chosen: tuple[str, str] | None = None
    """The rule set that was taken because nothing named one (id, why), for the first line of the output."""
    columns: OwnColumns = field(default_factory=dict)
    """The columns of the sheets of contracts that were read."""
    part: tuple[int, int] | None = None
    """Of how many contracts it tells, out of how many; None for all of them."""
    counted: Mapping[Outcome, int] = field(default_factory=dict)
    """How many findings there were of each outcome, those that were not kept included."""
