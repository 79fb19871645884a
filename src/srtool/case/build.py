"""Each contract of a register beside the rules of its day: what every check and every combination looks at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from srtool.case.answers import answers_behind
from srtool.case.case import Case
from srtool.case.combinations import Combinations, combinations
from srtool.case.grouping import CPV_GROUP, Boundary, Order
from srtool.contract.estimate import Estimate, Regime, candidates_of, counted_once, estimate, regime_of
from srtool.contract.obligation import Assessment, assess, with_doubtful_unit
from srtool.contract.trace import rule_origin
from srtool.finding import Answer, Assumed, Given, Step, Unit
from srtool.lazy_dataclass import dataclass
from srtool.place import Row
from srtool.progress.dossier import USUAL, Tolerances
from srtool.register.assumptions import NOTHING_ASSUMED, Assumptions
from srtool.register.cpv import group_of_cpv, kind_of_cpv
from srtool.register.index import Index
from srtool.register.model import Assumption, Contract, OwnLimit
from srtool.register.places import FilePlaces, Places, in_file
from srtool.register.status import BEFORE_AWARD
from srtool.register.token_amounts import token_fields, without_tokens
from srtool.rules.rulebook import EUROPEAN, Versions, event_day, events
from srtool.rules.ruleset import RuleSet

if TYPE_CHECKING:
    from srtool.progress.following import Following


@dataclass(frozen=True, slots=True)
class Own:
    """What the organisation itself decides, in srtool.toml."""

    labour_share: Mapping[str, Assumption] = field(default_factory=dict)
    """The assumed share per CPV division, and per category by its `category_key`."""
    limits: Mapping[str, OwnLimit] = field(default_factory=dict)
    """Amounts from which a heavier procedure is asked, by name."""
    tolerances: Tolerances = field(default_factory=Tolerances)
    assume: Assumptions = NOTHING_ASSUMED
    """What holds for each contract that does not say itself."""
    independent_units: tuple[str, ...] = ()
    """The units that buy on their own account."""

    def answers(self) -> Iterator[Step]:
        """What the user assumes, each with the place where it stands."""
        for key, answer in self.assume.answers():
            value = ("yes" if answer else "no") if isinstance(answer, bool) else answer
            unit = Unit.DATE if isinstance(answer, date) else Unit.TEXT if key == "policy" else Unit.WORD
            yield Step(key, value, unit, self.assume.origin(key))
        for share in self.labour_share.values():
            yield Step("labour_share", share.percent, Unit.PERCENT, Assumed(share.place))


class _Valued(NamedTuple):
    """A contract with what procurement law counts: worked out once, for its case and for its place in a group."""

    contract: Contract
    """Without amounts that only fill a field in."""
    token_fields: tuple[str, ...]
    row: Row
    places: Places
    kind: str | None
    procedure_day: date
    european: RuleSet
    estimate: Estimate


def cases(
    index: Index, versions: Versions, own: Own, *, after_award: bool = True, combined: bool = False, brief: bool = False
) -> Cases:
    """The contracts in the order of the register, each under the version of its rule set that its own day decides.

    Without `after_award` nothing is worked out of what happened after the award, without `combined` nothing of which
    contracts count together. The steps of a `brief` case tell the file alone; those of `Cases.of` the place.
    """
    if not combined:
        return Cases(index, versions, own, Combinations(), [], after_award=after_award, brief=brief)
    # What is grouped must be known of all contracts before the first of them can be judged.
    every = list(_every(index, versions, brief=brief))
    own_limits = tuple(_own(own.limits))
    apart = frozenset(filter(None, map(_buyer, own.independent_units)))
    tops = [one for one in every if one.contract.part_of is None]
    counted = counted_once((one.contract.id, one.estimate) for one in tops)
    orders = (_order(one, index, own_limits, apart, counted[one.contract.id]) for one in tops)
    groups = combinations(orders, versions.on(EUROPEAN, index.on))
    return Cases(index, versions, own, groups, every, after_award=after_award, brief=brief)


@dataclass(frozen=True, slots=True)
class Cases:
    """The contracts of a register as cases: one after the other, and any of them again."""

    index: Index
    versions: Versions
    own: Own
    groups: Combinations
    valued: list[_Valued]
    """What was worked out of each already; let go as it is handed out."""
    after_award: bool
    brief: bool

    def __iter__(self) -> Iterator[Case]:
        valued = _handed_out(self.valued) if self.valued else _every(self.index, self.versions, brief=self.brief)
        return map(self._case, valued)

    def of(self, number: str) -> Case:
        """That of the contract with this number."""
        rows = self.index.register_file.rows["contracts"]
        place = next(n for n, one in enumerate(self.index.register.contracts) if one.id == number)
        contract, places = self.index.register.contracts[place], Places(rows[place])
        return self._case(_valued(contract, rows[place], places, self.index, self.versions))

    def _case(self, valued: _Valued) -> Case:
        case = _case(valued, self.versions, self.index, self.groups, self.own, after_award=self.after_award)
        if case.following is None:
            return case
        answers = (*answers_behind(case, "status"), *answers_behind(case, "delivery"))
        return replace(case, following=replace(case.following, answers=answers)) if answers else case


def _every(index: Index, versions: Versions, *, brief: bool) -> Iterator[_Valued]:
    rows = index.register_file.rows["contracts"]
    places_of = partial(FilePlaces, given=in_file(rows[0])) if brief and rows else Places
    for written, row in zip(index.register.contracts, rows, strict=True):
        yield _valued(written, row, places_of(row), index, versions)


def _valued(written: Contract, row: Row, places: Places, index: Index, versions: Versions) -> _Valued:
    tokens = token_fields(written)
    contract = without_tokens(written) if tokens else written
    procedure_day = event_day(contract, "publication", index.on)
    european = versions.on(EUROPEAN, procedure_day)
    kind = contract.kind or kind_of_cpv(contract.cpv)
    file = index.register_file
    of_procedure, with_options = file.procedure_estimates.get(contract.id), contract.id in file.estimates_with_options
    value = estimate(contract, places, kind, european, of_procedure, with_options=with_options)
    return _Valued(contract, tokens, row, places, kind, procedure_day, european, value)


def _handed_out(every: list[_Valued]) -> Iterator[_Valued]:
    """Each in turn, held no longer than it is needed."""
    every.reverse()
    while every:
        yield every.pop()


def _owes(contract: Contract, assessment: Assessment) -> bool:
    """Whether the contract was awarded and carries an obligation of its own."""
    awarded = assessment.status not in BEFORE_AWARD
    return awarded and contract.part_of is None and assessment.asks is Answer.YES


def _case(
    valued: _Valued, versions: Versions, index: Index, groups: Combinations, own: Own, *, after_award: bool
) -> Case:
    contract, on = valued.contract, index.on
    name = versions.book.name_for(contract)
    rules: RuleSet | None = None
    in_force: tuple[date | None, date | None] = (None, None)
    policies: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    day, anchor = on, "publication"
    if name is not None:
        whole = versions.book.sets[name]
        anchor = whole.anchor
        day = event_day(contract, anchor, on)
        rules = versions.in_force(name, day)
        if rules is None:
            in_force = whole.period()
    else:
        policies = versions.book.policies_for(contract.authority)
    unread = index.unread_fields.get(contract.id, frozenset())
    assume = own.assume.without(unread)
    # A share that somebody assumes is none for a wage sum that stands there, though it cannot be read.
    shares = {} if unread & {"labour_share", "wage_sum"} else own.labour_share
    assessment = assess(contract, valued.places, rules, index.statuses[contract.id], shares, assume)
    unit_origin = index.register_file.units.get(contract.id)
    if unit_origin == "doubtful":
        assessment = with_doubtful_unit(assessment)
    following: Following | None = None
    if after_award and _owes(contract, assessment):
        from srtool.case.followed import followed  # noqa: PLC0415 - no draft is followed

        following = followed(contract, assessment, rules, index, assume, own.tolerances)
    return Case(
        contract=contract,
        row=valued.row,
        assessment=assessment,
        rules=rules,
        rules_day=day,
        rules_events=events(anchor),
        in_force=in_force,
        policies=policies,
        rules_name=name,
        estimate=valued.estimate,
        european=valued.european,
        law_ahead=versions.on(EUROPEAN, max(on, valued.procedure_day)),
        procedure_day=valued.procedure_day,
        index=index,
        combinations=groups,
        token_fields=valued.token_fields,
        assume=assume,
        unit_origin=unit_origin,
        policy_assumed=versions.book.is_assumed_for(contract),
        policy_by_kind=versions.book.is_by_kind_for(contract),
        following=following,
        tolerances=USUAL if following is None else own.tolerances,
    )


def _order(
    valued: _Valued, index: Index, own: Sequence[Boundary], apart: frozenset[str], value: Decimal | None
) -> Order:
    """The contract as procurement law adds it up; a call-off counts with its parent, a unit `apart` by itself."""
    contract, status = valued.contract, index.statuses[valued.contract.id]
    whole = None if valued.estimate.whole is None else valued.estimate.whole.value
    return Order(
        id=contract.id,
        stage=0 if status in BEFORE_AWARD else 2 if status == "ended" else 1,
        kind=valued.kind,
        authority=_buyer(contract.authority),
        unit=unit if (unit := _buyer(contract.unit)) in apart else None,
        supplier=index.suppliers.likely_of(contract),
        cpv=group_of_cpv(contract.cpv, CPV_GROUP),
        procedure_start=contract.procedure_start,
        placed=contract.procedure_start or contract.awarded_on or contract.start,
        start=contract.start,
        value=value,
        limits=(*_thresholds(valued), *own),
        is_rest=value is not None and valued.estimate.own is None and value != whole,
    )


@lru_cache(maxsize=10_000)
def _buyer(name: str | None) -> str | None:
    """Who buys, capitals and spaces aside."""
    return None if name is None else " ".join(name.casefold().split())


def _thresholds(valued: _Valued) -> Sequence[Boundary]:
    """The European thresholds that may hold for the contract, from low to high."""
    return _boundaries(regime_of(valued.contract, valued.kind), valued.european) if valued.kind else ()


@lru_cache(maxsize=10_000)
def _boundaries(regime: Regime, european: RuleSet) -> tuple[Boundary, ...]:
    possible = (threshold for part in candidates_of(regime, european) for threshold in part)
    return tuple(
        Boundary(None, it.amount, rule_origin(european.id, it), it.id.rpartition("-")[0])
        for it in sorted(possible, key=lambda threshold: threshold.amount)
    )


def _own(limits: Mapping[str, OwnLimit]) -> Iterator[Boundary]:
    return (Boundary(name, limit.amount, Given(limit.place), name) for name, limit in limits.items())
