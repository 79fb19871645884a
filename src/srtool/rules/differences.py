"""What differs between two rule sets, or between one on two days: record by record, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from srtool.lazy_dataclass import dataclass
from srtool.rules.record import Record
from srtool.rules.ruleset import RuleSet

TABLES = ("threshold", "obligation", "block", "bonus", "limit", "reduction", "process", "check")
_HEAD = ("title", "authority_kind", "anchor", "family", "counting", "blocks_from", "note")


@dataclass(frozen=True, slots=True)
class Difference:
    """One record of a table that is not the same in both; None where it is not there."""

    table: str
    id: str
    one: Record | None
    other: Record | None
    fields: tuple[str, ...]
    """In what they differ, sources aside; empty when one of the two is not there."""


def head_differences(rules: RuleSet, other: RuleSet) -> tuple[str, ...]:
    """In which of their own fields two rule sets differ."""
    return tuple(name for name in _HEAD if getattr(rules, name) != getattr(other, name))


def differences(rules: RuleSet, other: RuleSet) -> Iterator[Difference]:
    """Every difference between the records of two rule sets, each as it holds on its day, in the order of the first."""
    for table in TABLES:
        left: dict[str, Record] = {record.id: record for record in getattr(rules, table)}
        right: dict[str, Record] = {record.id: record for record in getattr(other, table)}
        for name in dict.fromkeys((*left, *right)):
            a, b = left.get(name), right.get(name)
            fields = () if a is None or b is None else _differing(a, b)
            if a is None or b is None or fields:
                yield Difference(table, name, a, b, fields)


def _differing(one: Record, other: Record) -> tuple[str, ...]:
    names = (each.name for each in fields(one) if each.name not in {"id", "source"})
    return tuple(name for name in names if getattr(one, name) != getattr(other, name))
