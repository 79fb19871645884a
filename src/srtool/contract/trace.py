"""A computation as it grows: each step once, with where its value came from."""

from __future__ import annotations

from dataclasses import field
from decimal import Decimal
from functools import lru_cache

from srtool.finding import Derived, Set, Step, Unit
from srtool.lazy_dataclass import dataclass
from srtool.money import is_whole_cents, to_cents
from srtool.register.places import Places
from srtool.rules.record import Record


def rule_origin(rule_set: str, rule: Record) -> Set:
    """The rule as the origin of a step."""
    return _set(rule_set, rule.id, rule.since, rule.source, rule.certainty)


# A large register cites the same few rules and formulas a million times: each is kept once.
_set, _derived = lru_cache(maxsize=4_096)(Set), lru_cache(maxsize=4_096)(Derived)


@dataclass(slots=True)
class Trace:
    """The steps so far, each name once: the first value stands."""

    places: Places
    rule_set: str
    steps: dict[str, Step] = field(default_factory=dict)

    def given(self, name: str, value: object, unit: Unit, key: str | None = None) -> Step:
        """What the officer wrote, under the key of the field where that is not the name."""
        return self.keep(Step(name, value, unit, self.places[key or name]))

    def derived(self, name: str, value: object, unit: Unit, formula: str) -> Step:
        """What follows from earlier steps."""
        return self.keep(Step(name, value, unit, _derived(formula)))

    def ruled(self, name: str, value: object, unit: Unit, rule: Record) -> Step:
        """What the rule set says."""
        return self.keep(Step(name, value, unit, rule_origin(self.rule_set, rule)))

    def keep(self, step: Step) -> Step:
        """The step of this name: the one there was, else this one."""
        return self.steps.setdefault(step.name, step)

    def rounded(self, name: str, exact: Decimal, formula: str) -> Step:
        """An amount in whole cents; where it was not, the rounding is a step of its own."""
        if is_whole_cents(exact):
            return self.derived(name, to_cents(exact), Unit.EUR, formula)
        self.derived(f"{name}_exact", exact, Unit.EUR, formula)
        return self.derived(name, to_cents(exact), Unit.EUR, f"round_half_up({name}_exact)")
