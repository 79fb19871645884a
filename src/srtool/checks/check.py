"""What a check is: a small pure function with a code, and what it is given to judge."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Literal, NamedTuple

from srtool.case.case import Case
from srtool.case.combinations import Combinations
from srtool.finding import Level, Outcome, Owner, Step
from srtool.lazy_dataclass import dataclass
from srtool.place import Where
from srtool.register.index import Index
from srtool.register.model import Contract
from srtool.rules.record import Record

Ground = Literal["record", "obligation", "percentage"]
"""The record of the check itself; or what the policy obliges to; or the percentage that is measured against."""
Basis = Literal["scope", "norm"]
"""Whether the contract is in scope, for as long as nothing is asked; or what is aimed for or owed."""


Later = Callable[[], tuple[Step, ...]]
"""Makes the steps of an answer when they are to be shown: of a large register nine answers in ten never are."""


class Verdict(NamedTuple):
    """What a check answers. `says` and `also` name sentences; `field` is where to look, else the check's own."""

    outcome: Outcome
    says: str
    by: tuple[Step, ...] | Later = ()
    """The steps, or what makes them."""
    also: tuple[str, ...] = ()
    field: str | None = None
    level: Level | None = None
    place: Where | None = None
    """Where to look when that is outside the contract's own record."""
    ground: tuple[Record, ...] = ()
    """Records of procurement law that this answer rests on, where that is less than the whole check does."""

    @property
    def steps(self) -> tuple[Step, ...]:
        return self.by() if callable(self.by) else self.by

    def at(self, field: str, *also: str) -> Verdict:
        """The same, to be looked for in this field where it names none, with these sentences besides."""
        outcome, says, by, before, own_field, level, place, ground = self
        return Verdict(outcome, says, by, (*before, *also), own_field or field, level, place, ground)


@dataclass(frozen=True, slots=True)
class Whole:
    """A register as a whole, before its contracts are judged one by one."""

    index: Index
    combinations: Combinations

    def contracts(self, holds: Callable[[Contract], bool]) -> frozenset[str]:
        """The contracts as they were written of which this holds."""
        return frozenset(contract.id for contract in self.index.register.contracts if holds(contract))


@dataclass(frozen=True, slots=True)
class Check:
    """A code with its judgement; `needs` are the fields without any of which, in a whole register, it is not done."""

    code: str
    judge: Callable[[Case], Verdict | tuple[Verdict, ...]]
    """One answer, or one on each of several things that stand with the contract."""
    level: Level
    owner: Owner
    field: str
    needs: tuple[str, ...] = ()
    stages: frozenset[str] | None = None
    """The statuses it looks at; None for all."""
    call_offs: bool = False
    """Whether it looks at a contract whose obligation sits on a parent."""
    owing: bool = False
    """Whether it looks only at contracts that were awarded and ask social return by themselves."""
    after_award: bool = False
    """Whether it needs what happened after the award: efforts, contacts, adjustments."""
    excusable: bool = False
    """Whether a written reason makes an error a warning: to deviate is allowed, to deviate in silence is the error."""
    combined: bool = False
    """Whether it looks at several contracts together."""
    repeats: str | None = None
    """The check whose question on the same contract its own question only repeats."""
    ground: Ground = "record"
    """What must be stated for it to be an error."""
    tells_of_somebody: bool = False
    """Whether its answer is about one person, or about few of a group that tells about health: it is not passed on."""
    is_about_a_chance: bool = False
    """Whether an example of what could be asked helps with its answer."""
    rests_on: Basis | None = None
    """What makes it no more than a warning where it comes from an estimated wage sum."""
    reads: tuple[str, ...] = ()
    """Other fields that it holds against the contract when nothing stands there."""
    opens_on: Callable[[Whole], Collection[str]] | None = None
    """The contracts on which its answer may be open, as far as the register alone tells; None: on any of them."""

    def looks_at(self, status: str, *, is_call_off: bool, owes: bool) -> bool:
        """Whether the check is done on a contract of this status."""
        in_stage = self.stages is None or status in self.stages
        return in_stage and (self.call_offs or not is_call_off) and (owes or not self.owing)


def met(
    *steps: Step, says: str = "met", also: Iterable[str] = (), field: str | None = None, by: Later | None = None
) -> Verdict:
    return Verdict(Outcome.MET, says, by or steps, tuple(also), field)


def not_met(
    *steps: Step,
    says: str = "not_met",
    also: Iterable[str] = (),
    field: str | None = None,
    level: Level | None = None,
    by: Later | None = None,
) -> Verdict:
    return Verdict(Outcome.NOT_MET, says, by or steps, tuple(also), field, level)


def not_applicable(
    *steps: Step,
    says: str = "not_applicable",
    also: Iterable[str] = (),
    field: str | None = None,
    by: Later | None = None,
) -> Verdict:
    return Verdict(Outcome.NOT_APPLICABLE, says, by or steps, tuple(also), field)


NOT_APPLICABLE = not_applicable()
"""What most checks say of most contracts."""


def undecided(
    *steps: Step,
    says: str = "undecided",
    also: Iterable[str] = (),
    field: str | None = None,
    level: Level | None = None,
    by: Later | None = None,
) -> Verdict:
    return Verdict(Outcome.UNDECIDED, says, by or steps, tuple(also), field, level)
