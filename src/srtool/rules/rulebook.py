"""Which rule set and which version of it a contract falls under."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date, timedelta

from srtool.lazy_dataclass import dataclass
from srtool.register.assumptions import NOT_KNOWN
from srtool.register.model import Contract
from srtool.rules.members import is_listed
from srtool.rules.ruleset import RuleSet

DEFAULT = "rijk-classic"
EUROPEAN = "eu-thresholds"
_OWN_POLICY = frozenset({"decentral", "utility"})
"""Authorities that the policy of the State is not for."""
_EVENTS = ("procedure_start", "awarded_on", "start")
_ANCHORS: Mapping[str, tuple[str, ...]] = {"publication": _EVENTS, "award": _EVENTS[1:], "start": _EVENTS[2:]}
_UNTIL_THE_DAY = {anchor: (*dates, "on") for anchor, dates in _ANCHORS.items()}


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rule sets of one run by the name under which they were asked for, and which name goes before which."""

    sets: Mapping[str, RuleSet]
    sha256: Mapping[str, str]
    forced: str | None = None
    """`--rule-set`: goes before the contract's own."""
    configured: str | None = None
    """srtool.toml: when the contract names none."""
    assumed: str | None = None
    """The user's answer to which policy holds: where nothing else names one; NOT_KNOWN names none."""
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By the plain name of each rule set of a policy the authorities that it lists."""

    def name_for(self, contract: Contract) -> str | None:
        """The rule set of a contract; None where none is named and its authority is not known to be of the State."""
        named = self.forced or contract.rule_set or self.configured
        if named is not None:
            return named
        if self.assumed is not None:
            return None if self.assumed == NOT_KNOWN else self.assumed
        return DEFAULT if self._is_national(contract) else None

    def is_assumed_for(self, contract: Contract) -> bool:
        """Whether the rule set of a contract is only what the user assumes."""
        return not self._names_one_for(contract) and self.assumed not in {None, NOT_KNOWN}

    def is_by_kind_for(self, contract: Contract) -> bool:
        """Whether the kind of its authority decides which policy holds, or that none does."""
        return not self._names_one_for(contract) and self.assumed is None and contract.authority_kind is not None

    def _names_one_for(self, contract: Contract) -> bool:
        return bool(self.forced or contract.rule_set or self.configured)

    def _is_national(self, contract: Contract) -> bool:
        """Whether the policy of the State holds: the kind of authority goes before its name; without both it does."""
        if contract.authority_kind in _OWN_POLICY:
            return False
        if contract.authority_kind == "central" or contract.authority is None:
            return True
        return is_listed(self.members.get(DEFAULT, ()), contract.authority)

    def policies_for(self, authority: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The rule sets to choose from: those that list this authority, and the others."""
        listed = tuple(name for name, them in self.members.items() if authority and is_listed(them, authority))
        return listed, tuple(name for name in self.members if name not in listed)

    def version_for(self, contract: Contract, on: date) -> RuleSet | None:
        """Its rules as they hold on its own day; None when it falls under none that is known, or in force then."""
        name = self.name_for(contract)
        if name is None:
            return None
        day = event_day(contract, self.sets[name].anchor, on)
        return self.sets[name].on(day) if self.sets[name].covers(day) else None


def events(anchor: str) -> tuple[str, ...]:
    """The dates that decide which version counts, the first that is known; in the end the day itself."""
    return _UNTIL_THE_DAY[anchor]


def event_day(contract: Contract, anchor: str, on: date) -> date:
    """The day that decides which version counts: from the anchor on the first event that is known, else `on`."""
    for event in _ANCHORS[anchor]:
        day: date | None = getattr(contract, event)
        if day is not None:
            return day
    return on


@dataclass(slots=True)
class Versions:
    """The rule sets as they hold on a day: each version made once."""

    book: RuleBook
    changes: dict[str, list[date]]
    """Per rule set the days on which another version begins, in order."""
    made: dict[tuple[str, int], RuleSet] = field(default_factory=dict)
    covered: dict[tuple[str, int], bool] = field(default_factory=dict)

    @classmethod
    def of(cls, book: RuleBook) -> Versions:
        return cls(book, {name: sorted(_changes(rules)) for name, rules in book.sets.items()})

    def on(self, name: str, day: date) -> RuleSet:
        """The rule set as it held on that day; the same object for the same version."""
        key = (name, bisect_right(self.changes[name], day))
        if key not in self.made:
            self.made[key] = self.book.sets[name].on(day)
        return self.made[key]

    def in_force(self, name: str, day: date) -> RuleSet | None:
        """The same; None where the policy was not in force on that day."""
        key = (name, bisect_right(self.changes[name], day))
        if key not in self.covered:
            self.covered[key] = self.book.sets[name].covers(day)
        return self.on(name, day) if self.covered[key] else None


def _changes(rules: RuleSet) -> Iterator[date]:
    tables = (rules.threshold, rules.obligation, rules.block, rules.bonus, rules.limit, rules.reduction, rules.process)
    for rule in (rule for table in (*tables, rules.check) for rule in table):
        if rule.since is not None:
            yield rule.since
        if rule.until is not None:
            yield rule.until + timedelta(days=1)
