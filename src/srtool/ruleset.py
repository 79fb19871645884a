"""The rules of one authority and variant as typed, dated records; the numbers themselves are data in rulesets/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, PlainValidator

from srtool.fields import Amount, Count, Day, Percent, Quantity, Text, Texts, YesNo
from srtool.finding import Level, Source
from srtool.model import AuthorityKind, Basis, Kind

Certainty = Literal["stated", "inferred"]
Anchor = Literal["publication", "award", "start"]
Operator = Literal["above", "at_least"]

_STRICT = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every rule carries: an id, its sources (ids of `source` records), how sure, and its dates (both inclusive)."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    id: Text
    source: Texts
    certainty: Certainty
    since: Day | None = None
    until: Day | None = None

    def in_force(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold(Record):
    """From which amount (euro excl. VAT) and term a rule applies. One reading is `primary`."""

    kinds: tuple[Kind, ...]
    basis: Literal["wage_sum", "contract_value", "estimated_value"]
    operator: Operator
    amount: Amount
    min_months: Count | None = None
    primary: YesNo = False
    authority_kind: AuthorityKind | None = None
    """European thresholds differ for central and other authorities; None: for both."""
    regime: Literal["general", "social_specific"] = "general"
    cpv: Texts = ()
    """CPV prefixes the threshold is limited to; empty: all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation(Record):
    """What is aimed for, owed or hoped for: a percentage (of `basis`), or a goal agreed per contract."""

    kind: Literal["percentage", "by_agreement"]
    level: Literal["aim", "duty", "ambition"]
    percent: Percent | None = None
    basis: Basis | None = None
    max_amount: Amount | None = None
    condition: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Record):
    """What an effort of one target group counts for; without `amount` the group is named but not valued."""

    label: Mapping[str, str]
    amount: Amount | None = None
    per: Literal["year_full_time", "month", "hour", "once"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bonus(Record):
    label: Mapping[str, str]
    amount: Amount | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit(Record):
    """A number that bounds a computation, such as the 48 months of art. 2.17."""

    months: Count | None = None
    hours_per_week: Quantity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Process(Record):
    """A deadline, rhythm or sanction around a contract, in words per language."""

    label: Mapping[str, str]
    days: Count | None = None
    months: Count | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRule(Record):
    """Whether a check applies under this rule set, at what level, on what ground; its id is the check's code."""

    applies: YesNo = True
    level: Annotated[Level, PlainValidator(Level)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """One file of rules. `title` and `note` per language; `anchor` names the event that decides which version counts."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    id: Text
    title: Mapping[str, str]
    authority_kind: AuthorityKind | None = None
    anchor: Anchor = "publication"
    note: Mapping[str, str] = field(default_factory=dict)
    source: tuple[Source, ...] = ()
    threshold: tuple[Threshold, ...] = ()
    obligation: tuple[Obligation, ...] = ()
    block: tuple[Block, ...] = ()
    bonus: tuple[Bonus, ...] = ()
    limit: tuple[Limit, ...] = ()
    process: tuple[Process, ...] = ()
    check: tuple[CheckRule, ...] = ()
