"""What the checks come to under a version of the rules: how heavy each is, and the ground it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from srtool.case.case import Case
from srtool.checks import LOGIC_ALONE
from srtool.checks.check import Check
from srtool.finding import Level, Set, Source, Step, Unit
from srtool.lazy_dataclass import dataclass
from srtool.rules.record import Record
from srtool.rules.rulebook import EUROPEAN, RuleBook
from srtool.rules.ruleset import CheckRule, Obligation, RuleSet

if TYPE_CHECKING:
    from srtool.checks.needless import Needless


@dataclass(frozen=True, slots=True)
class Judged:
    """A check that is done on a contract: how heavy it is under the rules, and the ids of what it rests on."""

    check: Check
    level: Level
    of: str | None
    """The id of the rule set whose sources these are."""
    ground: tuple[str, ...]
    inferred: bool = False
    """Whether the check follows from them without standing there in so many words."""


@dataclass(slots=True)
class Judging:
    """The checks that are done, with each list of them and each list of sources made once."""

    checks: Sequence[Check]
    sources: dict[str, dict[str, Source]]
    """Per id of a rule set its sources by their ids."""
    judged: dict[tuple[object, ...], tuple[Judged, ...]] = field(default_factory=dict)
    versions: list[RuleSet | None] = field(default_factory=list)
    """Every version that was asked about: kept, so that an identity stands for one version."""
    grounds: dict[tuple[object, ...], tuple[Source, ...]] = field(default_factory=dict)
    needless: Needless | None = None
    """The checks that are left out; None: none of them."""

    @classmethod
    def of(cls, book: RuleBook, checks: Sequence[Check]) -> Judging:
        return cls(checks, {rules.id: {source.id: source for source in rules.source} for rules in book.sets.values()})

    def checks_for(self, case: Case) -> tuple[Judged, ...]:
        """The checks on this contract under its policy, if any, and European law; but for those that are needless."""
        needless = frozenset[str]() if self.needless is None else self.needless.on(case.contract.id)
        policy, law, status = case.rules, case.european, case.assessment.status
        is_call_off, owes = case.contract.part_of is not None, case.following is not None
        key = (id(policy), id(law), status, is_call_off, owes, needless)
        if key not in self.judged:
            done = (check for check in self.checks if check.code not in needless)
            todo = (check for check in done if check.looks_at(status, is_call_off=is_call_off, owes=owes))
            self.versions += (policy, law)
            self.judged[key] = tuple(_judged(todo, policy, law))
        return self.judged[key]

    def ground(
        self, judged: Judged, steps: tuple[Step, ...], policy: RuleSet | None, law: Sequence[Record] = ()
    ) -> tuple[Source, ...]:
        """The sources of the check (or of these records of law), of every rule it used, of other readings it names."""
        cited = tuple(_cited(steps, policy.id if policy else None)) if steps else ()
        own = tuple((EUROPEAN, record.source) for record in law) if law else ((judged.of, judged.ground),)
        key = (*own, *cited)
        if key not in self.grounds:
            sources = {(of, name): self.sources[of][name] for of, names in key if of is not None for name in names}
            self.grounds[key] = tuple(dict.fromkeys(sources.values()))
        return self.grounds[key]


def _judged(checks: Iterable[Check], policy: RuleSet | None, law: RuleSet) -> Iterator[Judged]:
    """The policy's own word on a check goes before that of the law; without a word it is as the check says."""
    rules = {rule.id: (law.id, rule) for rule in law.check}
    rules |= {rule.id: (policy.id, rule) for rule in policy.check} if policy else {}
    norm = policy.norm if policy else None
    for check in checks:
        if check.code not in rules:
            yield Judged(check, _at_most(check.level, check, None, norm), None, ())
            continue
        of, rule = rules[check.code]
        if rule.applies:
            level = _at_most(rule.level or check.level, check, rule, norm)
            yield Judged(check, level, of, rule.source, rule.certainty == "inferred")


def _at_most(level: Level, check: Check, rule: CheckRule | None, norm: Obligation | None) -> Level:
    """An error needs a stated rule, or plain arithmetic on the register's own figures; else it is a warning."""
    certain = check.code in LOGIC_ALONE or any(record.certainty == "stated" for record in _ground(check, rule, norm))
    return Level.WARNING if level is Level.ERROR and not certain else level


def _ground(check: Check, rule: CheckRule | None, norm: Obligation | None) -> Iterator[Record]:
    """The records of which one must be stated for the check to be an error."""
    if rule is not None and (check.ground != "percentage" or norm is None):
        yield rule
    if norm is not None and check.ground != "record":
        yield norm


def _cited(steps: Iterable[Step], policy: str | None) -> Iterator[tuple[str | None, tuple[str, ...]]]:
    for step in steps:
        if isinstance(step.origin, Set):
            yield step.origin.rule_set, step.origin.sources
        elif step.unit is Unit.READINGS:
            yield from ((policy, threshold.source) for threshold in step.value)
