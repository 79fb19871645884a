"""The rules of one authority and variant as typed, dated records; the numbers are data in rulesets/."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from functools import cached_property
from typing import Literal, TypeVar, get_args

from srtool.finding import Level, Source
from srtool.lazy_dataclass import dataclass
from srtool.register.fields import Amount, Count, Months, Percent, Quantity, Text, Texts, YesNo
from srtool.register.model import AuthorityKind, Basis, EffortKind, Kind
from srtool.rules.record import Record
from srtool.rules.reduction import Reduction

Anchor = Literal["publication", "award", "start"]
Operator = Literal["above", "at_least"]
Per = Literal[
    "year_full_time",
    "year",
    "learning_year",
    "month",
    "hour",
    "day",
    "half_day",
    "period",
    "once",
    "costs",
    "gross_wage",
    "agreement",
    "day_at_most",
    "hour_at_most",
]
BonusPer = Literal["year", "once", "costs", "yearly_value"]
Bounds = Literal[
    "full_time", "minimum_hours", "maximum_months", "start_window", "years_after_benefit", "share_of_obligation"
]
Counting = Literal["blocks", "costs"]

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold(Record):
    """From which amount (euro excl. VAT) and term a rule applies. Of the readings for a kind one is `primary`."""

    kinds: tuple[Kind, ...]
    basis: Literal["wage_sum", "contract_value", "estimated_value"]
    operator: Operator
    amount: Amount
    min_months: Months | None = None
    primary: YesNo = False
    authority_kind: AuthorityKind | None = None
    """European thresholds differ for central and other authorities; None: for both."""
    regime: Literal["general", "social_specific", "utilities", "defence", "concession"] = "general"
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
    """What an effort of one target group counts for; without `per` the group is named but not valued."""

    label: Mapping[str, str]
    amount: Amount | None = None
    """Euro per `per`; None for what is valued at its own costs or by agreement."""
    per: Per | None = None
    """`year`: of full-time hours that the source does not state; `costs`: what the effort itself costs; `period`: of
    learning or training, of which an effort is one; `gross_wage`: what was paid in wages, with `surcharge` on top."""
    form: EffortKind | None = None
    also: Texts = ()
    """Other names for the same group, under which its block in another table may be known."""
    recognition: Percent | None = None
    """The part of the costs that counts; None: all of it."""
    surcharge: Percent | None = None
    """What comes on top of a gross wage, such as the charges of the employer."""
    pro_rata: YesNo = False
    """Whether a part of a learning year or a period counts for its part; else each effort counts for one whole."""
    hourly: Amount | None = None
    """What the source names for an hour beside the amount: shown, not computed with."""
    or_costs: YesNo = False
    """Whether the costs may be counted instead of the hours."""
    condition: Mapping[str, str] = field(default_factory=dict)
    """What the source asks besides, for a person to judge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bonus(Record):
    """What counts on top of a block, once or per period; without `per` the source did not say which."""

    label: Mapping[str, str]
    amount: Amount | None = None
    per: BonusPer | None = None
    """`yearly_value`: once what the block itself counts for in a year."""
    at_most: Amount | None = None
    """Of a bonus for costs: what counts of them at most."""
    forms: tuple[EffortKind, ...] = ()
    """The forms of block it may go with; empty: every form."""
    blocks: Texts = ()
    """The blocks it may go with; empty: every block."""
    group: Text | None = None
    """Of the bonuses of one group only the highest counts, such as the bands of an age."""
    condition: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit(Record):
    """A number that bounds a computation, such as the 48 months of art. 2.17."""

    label: Mapping[str, str] = field(default_factory=dict)
    months: Months | None = None
    amount: Amount | None = None
    percent: Percent | None = None
    characters: Count | None = None
    hours_per_week: Quantity | None = None
    years: Count | None = None
    bounds: Bounds | None = None
    """What of an effort it bounds: its hours a week or its months, or the months between its start and the contract;
    the years after a last benefit; or what all efforts of its blocks together may be of the obligation, in percent."""
    blocks: Texts = ()
    """The blocks it is for, before the one for all; empty: for all others."""
    unlimited: YesNo = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Process(Record):
    """A deadline, rhythm or sanction around a contract, in words per language."""

    label: Mapping[str, str]
    days: Count | None = None
    months: Months | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRule(Record):
    """Whether a check applies under this rule set, at what level, on what ground; its id is its code."""

    applies: YesNo = True
    level: Level | None = None


Rule = TypeVar("Rule", bound=Record)


@dataclass(frozen=True, kw_only=True)
class RuleSet:
    """One file of rules. `title` and `note` are per language; `anchor` names the event whose day decides.

    What every contract asks of it is worked out once; each is only itself, so that answers can be kept by it.
    """

    id: Text
    title: Mapping[str, str]
    authority_kind: AuthorityKind | None = None
    anchor: Anchor = "publication"
    family: Text | None = None
    """The plain name that its successive tables share, such as `utrecht`."""
    newest: YesNo = False
    """Whether the plain name means this one."""
    counting: Counting = "blocks"
    """`costs`: no table of values exists, an effort counts for what it costs."""
    members: Texts = ()
    """The authorities that it lists by name; a `*` at the end stands for whatever follows."""
    blocks_from: Text | None = None
    """The shipped rule set of which it takes the blocks, bonuses, limits and reductions."""
    note: Mapping[str, str] = field(default_factory=dict)
    source: tuple[Source, ...] = ()
    threshold: tuple[Threshold, ...] = ()
    obligation: tuple[Obligation, ...] = ()
    block: tuple[Block, ...] = ()
    bonus: tuple[Bonus, ...] = ()
    limit: tuple[Limit, ...] = ()
    reduction: tuple[Reduction, ...] = ()
    process: tuple[Process, ...] = ()
    check: tuple[CheckRule, ...] = ()

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def blocks_named(self, name: str) -> tuple[Block, ...]:
        """The block with this id or label (capitals aside); else those that also go by this name."""
        if (block := _by_id(self.block, name)) is not None:
            return (block,)
        exact = [one for one in self.block if _is_called(one, name)]
        wanted = name.strip().casefold()
        return tuple(exact or (one for one in self.block if wanted in map(str.casefold, one.also)))

    def blocks_like(self, words: str) -> tuple[Block, ...]:
        """The blocks that have these words in what they are called, in either language, or go by."""
        wanted = words.strip().casefold()
        return tuple(
            one
            for one in self.block
            if any(wanted in name.casefold() for name in (one.id, *one.label.values(), *one.also))
        )

    def bonuses_named(self, name: str) -> tuple[Bonus, ...]:
        """The bonus with this id or label (capitals aside)."""
        bonus = _by_id(self.bonus, name)
        return tuple(one for one in self.bonus if _is_called(one, name)) if bonus is None else (bonus,)

    def limit_for(self, bounds: Bounds, block: Block | None) -> Limit | None:
        """The limit for this block, else the one for all. Ask it of one day."""
        of_kind = [one for one in self.limit if one.bounds == bounds]
        own = (one for one in of_kind if block is not None and block.id in one.blocks)
        return next(own, next((one for one in of_kind if not one.blocks), None))

    def on(self, day: date) -> RuleSet:
        """The same file with only the records that were in force on that day."""
        return replace(
            self,
            threshold=_in_force(self.threshold, day),
            obligation=_in_force(self.obligation, day),
            block=_in_force(self.block, day),
            bonus=_in_force(self.bonus, day),
            limit=_in_force(self.limit, day),
            reduction=_in_force(self.reduction, day),
            process=_in_force(self.process, day),
            check=_in_force(self.check, day),
        )

    @property
    def _scope(self) -> tuple[Record, ...]:
        """The records whose dates are those of the policy: the thresholds, else what stands for them."""
        return self.threshold or self.obligation or self.block

    @cached_property
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

    @cached_property
    def deciding(self) -> tuple[Threshold, ...]:
        """Per kind the reading that the verdict follows: the one marked so, else the only one. Ask it of one day."""
        deciding = (_deciding(self._covering(kind)) for kind in KINDS)
        return tuple(dict.fromkeys(one for one in deciding if one is not None))

    @property
    def primary(self) -> Threshold | None:
        """The reading that decides, where it is one for all kinds."""
        return next(iter(self.deciding), None)

    def primary_for(self, kind: str | None) -> Threshold | None:
        """The reading that decides for this kind; for one that is unknown or not covered, the first of all."""
        if kind not in self._primaries:
            covering = self._covering(kind)
            self._primaries[kind] = _deciding(covering) if covering else self.primary
        return self._primaries[kind]

    def readings_for(self, kind: str | None) -> tuple[Threshold, ...]:
        """The other readings for this kind; for an unknown kind only where one reading decides for all."""
        if kind is None and len(self.deciding) > 1:
            return ()
        if kind not in self._readings:
            primary = self.primary_for(kind)
            covering = self._policy if kind is None else self._covering(kind)
            self._readings[kind] = tuple(one for one in covering if one is not primary)
        return self._readings[kind]

    @cached_property
    def _primaries(self) -> dict[str | None, Threshold | None]:
        return {}

    @cached_property
    def _readings(self) -> dict[str | None, tuple[Threshold, ...]]:
        return {}

    @cached_property
    def norm(self) -> Obligation | None:
        """What the policy aims for or obliges to. Ask it of one day."""
        return next((rule for rule in self.obligation if rule.level != "ambition"), None)

    def _covering(self, kind: str | None) -> list[Threshold]:
        return [threshold for threshold in self._policy if kind in threshold.kinds]

    @property
    def _policy(self) -> list[Threshold]:
        """The thresholds of a policy; those of the estimate are European ones."""
        return [threshold for threshold in self.threshold if threshold.basis != "estimated_value"]


def _by_id(rules: Sequence[Rule], name: str) -> Rule | None:
    """The record with exactly this id: the short way, for registers name many efforts."""
    return next((one for one in rules if one.id == name), None)


def _is_called(one: Block | Bonus, name: str) -> bool:
    return name.strip().casefold() in {one.id.casefold(), *map(str.casefold, one.label.values())}


def _deciding(readings: Sequence[Threshold]) -> Threshold | None:
    if len(readings) == 1:
        return readings[0]
    return next((threshold for threshold in readings if threshold.primary), None)


def _in_force(rules: Sequence[Rule], day: date) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.in_force(day))


def _unless_open(days: Sequence[date | None], pick: Callable[[list[date]], date]) -> date | None:
    known = [day for day in days if day is not None]
    return pick(known) if known and len(known) == len(days) else None
