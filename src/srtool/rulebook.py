"""Which rule set and which version of it a contract falls under, and what its checks come to there: each made once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from srtool.checks.check import Check
from srtool.finding import Level, Set, Source, Step, Unit
from srtool.model import Contract
from srtool.ruleset import Record, RuleSet

DEFAULT = "rijk-classic"
EUROPEAN = "eu-thresholds"
_EVENTS = ("procedure_start", "awarded_on", "start")
_ANCHORS: Mapping[str, tuple[str, ...]] = {"publication": _EVENTS, "award": _EVENTS[1:], "start": _EVENTS[2:]}


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rule sets of one run by the name under which they were asked for, and which name goes before which."""

    sets: Mapping[str, RuleSet]
    sha256: Mapping[str, str]
    forced: str | None = None
    """`--rule-set`: goes before the contract's own."""
    configured: str | None = None
    """srtool.toml: when the contract names none."""

    def name_for(self, contract: Contract) -> str | None:
        """The rule set of a contract; None for a decentral authority that names none."""
        named = self.forced or contract.rule_set or self.configured
        if named is not None:
            return named
        return None if contract.authority_kind == "decentral" else DEFAULT

    def version_for(self, contract: Contract, on: date) -> RuleSet | None:
        """Its rules as they hold on its own day; None when it falls under none that is known, or in force then."""
        name = self.name_for(contract)
        if name is None:
            return None
        day = event_day(contract, self.sets[name].anchor, on)
        return self.sets[name].on(day) if self.sets[name].covers(day) else None


def events(anchor: str) -> tuple[str, ...]:
    """The dates that decide which version counts, the first that is known; in the end the day itself."""
    return (*_ANCHORS[anchor], "on")


def event_day(contract: Contract, anchor: str, on: date) -> date:
    """The day that decides which version counts: from the anchor on the first event that is known, else `on`."""
    for event in events(anchor)[:-1]:
        day: date | None = getattr(contract, event)
        if day is not None:
            return day
    return on


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
class Versions:
    """What the rule sets come to on a day: each version, list of checks and list of sources made once."""

    book: RuleBook
    checks: Sequence[Check]
    changes: dict[str, list[date]]
    """Per rule set the days on which another version begins, in order."""
    sources: dict[str, dict[str, Source]]
    """Per id of a rule set its sources by their ids."""
    made: dict[tuple[str, int], RuleSet] = field(default_factory=dict)
    judged: dict[tuple[object, ...], tuple[Judged, ...]] = field(default_factory=dict)
    grounds: dict[tuple[object, ...], tuple[Source, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, book: RuleBook, checks: Sequence[Check]) -> Versions:
        return cls(
            book,
            checks,
            {name: sorted(_changes(rules)) for name, rules in book.sets.items()},
            {rules.id: {source.id: source for source in rules.source} for rules in book.sets.values()},
        )

    def on(self, name: str, day: date) -> RuleSet:
        """The rule set as it held on that day; the same object for the same version."""
        key = (name, bisect_right(self.changes[name], day))
        if key not in self.made:
            self.made[key] = self.book.sets[name].on(day)
        return self.made[key]

    def checks_for(
        self, policy: RuleSet | None, law: RuleSet, status: str, *, is_call_off: bool, owes: bool
    ) -> tuple[Judged, ...]:
        """The checks on a contract of this status under this policy, if any, and European law."""
        # `made` keeps the versions alive, so that an identity stands for one version.
        key = (id(policy), id(law), status, is_call_off, owes)
        if key not in self.judged:
            todo = (c for c in self.checks if c.looks_at(status, is_call_off=is_call_off, owes=owes))
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
            found = {(of, name): self.sources[of][name] for of, names in key if of is not None for name in names}
            self.grounds[key] = tuple(dict.fromkeys(found.values()))
        return self.grounds[key]


def _changes(rules: RuleSet) -> Iterator[date]:
    tables = (rules.threshold, rules.obligation, rules.block, rules.bonus, rules.limit, rules.process, rules.check)
    for rule in (rule for table in tables for rule in table):
        if rule.since is not None:
            yield rule.since
        if rule.until is not None:
            yield rule.until + timedelta(days=1)


def _judged(checks: Iterable[Check], policy: RuleSet | None, law: RuleSet) -> Iterator[Judged]:
    """The policy's own word on a check goes before that of the law; without a word it is as the check says."""
    rules = {rule.id: (law.id, rule) for rule in law.check}
    rules |= {rule.id: (policy.id, rule) for rule in policy.check} if policy else {}
    for check in checks:
        if check.code not in rules:
            yield Judged(check, check.level, None, ())
            continue
        of, rule = rules[check.code]
        if rule.applies:
            yield Judged(check, rule.level or check.level, of, rule.source, rule.certainty == "inferred")


def _cited(steps: Iterable[Step], policy: str | None) -> Iterator[tuple[str | None, tuple[str, ...]]]:
    for step in steps:
        if isinstance(step.origin, Set):
            yield step.origin.rule_set, step.origin.sources
        elif step.unit is Unit.READINGS:
            yield from ((policy, threshold.source) for threshold in step.value)
