"""The rules of one authority and variant as typed, dated records; the numbers are data in rulesets/."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar, Literal, TypeVar, get_args

from pydantic import ConfigDict

from srtool.fields import Amount, Count, Day, Percent, Quantity, Text, Texts, YesNo
from srtool.finding import Level, Source
from srtool.model import AuthorityKind, Basis, Kind

Certainty = Literal["stated", "inferred"]
Anchor = Literal["publication", "award", "start"]
Operator = Literal["above", "at_least"]

KINDS: tuple[Kind, ...] = get_args(Kind)
_STRICT = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every rule carries: its id, its sources (by id), how sure it is, its dates (both inclusive)."""

    __pydantic_config__: ClassVar[ConfigDict] = _STRICT
    id: Text
    source: Texts
    certainty: Certainty
    since: Day | None = None
    until: Day | None = None

    def in_force(self, day: date) -> bool:
        """Whether the rule held on that day; a rule without dates always does."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold(Record):
    """From which amount (euro excl. VAT) and term a rule applies. Of the readings for a kind one is `primary`."""

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

    label: Mapping[str, str] = field(default_factory=dict)
    months: Count | None = None
    amount: Amount | None = None
    percent: Percent | None = None
    characters: Count | None = None
    hours_per_week: Quantity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Process(Record):
    """A deadline, rhythm or sanction around a contract, in words per language."""

    label: Mapping[str, str]
    days: Count | None = None
    months: Count | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRule(Record):
    """Whether a check applies under this rule set, at what level, on what ground; its id is its code."""

    applies: YesNo = True
    level: Level | None = None


Rule = TypeVar("Rule", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """One file of rules. `title` and `note` are per language; `anchor` names the event whose day decides."""

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

    def on(self, day: date) -> RuleSet:
        """The same file with only the records that were in force on that day."""
        return replace(
            self,
            threshold=_in_force(self.threshold, day),
            obligation=_in_force(self.obligation, day),
            block=_in_force(self.block, day),
            bonus=_in_force(self.bonus, day),
            limit=_in_force(self.limit, day),
            process=_in_force(self.process, day),
            check=_in_force(self.check, day),
        )

    @property
    def _scope(self) -> tuple[Record, ...]:
        """The records whose dates are those of the policy: the thresholds, else what stands for them."""
        return self.threshold or self.obligation or self.block

    @property
    def undated(self) -> bool:
        """Whether no date at all says from when the policy holds."""
        return all(rule.since is None and rule.until is None for rule in self._scope)

    def covers(self, day: date) -> bool:
        """Whether the policy was in force on that day; an undated file always covers."""
        return self.undated or any(rule.in_force(day) for rule in self._scope)

    def period(self) -> tuple[date | None, date | None]:
        """The first and the last day of the policy; None for no stated beginning, or no end."""
        starts = [rule.since for rule in self._scope]
        ends = [rule.until for rule in self._scope]
        return _unless_open(starts, min), _unless_open(ends, max)

    @property
    def deciding(self) -> tuple[Threshold, ...]:
        """Per kind the reading that the verdict follows: the one marked so, else the only one. Ask it of one day."""
        found = (_deciding(self._covering(kind)) for kind in KINDS)
        return tuple(dict.fromkeys(one for one in found if one is not None))

    @property
    def primary(self) -> Threshold | None:
        """The reading that decides, where it is one for all kinds."""
        return next(iter(self.deciding), None)

    def primary_for(self, kind: str | None) -> Threshold | None:
        """The reading that decides for this kind; for one that is unknown or not covered, the first of all."""
        covering = self._covering(kind)
        return _deciding(covering) if covering else self.primary

    def readings_for(self, kind: str | None) -> tuple[Threshold, ...]:
        """The other readings for this kind; for an unknown kind only where one reading decides for all."""
        if kind is None and len(self.deciding) > 1:
            return ()
        primary = self.primary_for(kind)
        covering = self._policy if kind is None else self._covering(kind)
        return tuple(one for one in covering if one is not primary)

    def _covering(self, kind: str | None) -> list[Threshold]:
        return [threshold for threshold in self._policy if kind in threshold.kinds]

    @property
    def _policy(self) -> list[Threshold]:
        """The thresholds of a policy; those of the estimate are European ones."""
        return [threshold for threshold in self.threshold if threshold.basis != "estimated_value"]


def _deciding(readings: Sequence[Threshold]) -> Threshold | None:
    if len(readings) == 1:
        return readings[0]
    return next((threshold for threshold in readings if threshold.primary), None)


def _in_force(rules: Sequence[Rule], day: date) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.in_force(day))


def _unless_open(days: Sequence[date | None], pick: Callable[[list[date]], date]) -> date | None:
    known = [day for day in days if day is not None]
    return pick(known) if known and len(known) == len(days) else None
