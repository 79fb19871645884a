"""What can be wrong with well-formed rules: what contradicts, is double or refers to nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

from srtool.errors import Problem
from srtool.lazy_dataclass import dataclass
from srtool.place import Place, Row, Where
from srtool.readers.nearest import nearest
from srtool.readers.problems import shown, unknown_key
from srtool.rules.record import Record
from srtool.rules.reduction import Reduction
from srtool.rules.ruleset import KINDS, Block, Bonus, CheckRule, Limit, Obligation, Threshold
from srtool.texts import LANGUAGES, codes

_EMPTY: tuple[object, ...] = ((), [], "")

_WITHOUT_AMOUNT = (None, "costs", "gross_wage", "agreement", "day_at_most", "hour_at_most", "yearly_value")
_GOES_WITH = {"surcharge": ("gross_wage",), "pro_rata": ("learning_year", "period"), "at_most": ("costs",)}
"""Fields that say something of one kind of value only."""


@dataclass(frozen=True, slots=True)
class PlacedRule:
    """A record and where it stands: `threshold[1]` of the file."""

    row: Row
    record: Record

    def problem(self, code: str, key: str, **values: object) -> Problem:
        return Problem(code, self.row.at(key), values)


def mistakes(entries: Iterable[PlacedRule]) -> Iterator[Problem]:
    """Every contradiction within and between these records."""
    tables: dict[type, list[PlacedRule]] = {}
    for entry in entries:
        tables.setdefault(type(entry.record), []).append(entry)
        names = (field.name for field in fields(entry.record))
        yield from within(entry.row, type(entry.record), {name: getattr(entry.record, name) for name in names})
        yield from _unvalued(entry)
        yield from _unfit_fields(entry)
    for table in tables.values():
        yield from _doubles(table)
    yield from _primaries(tables.get(Threshold, []))
    yield from _unfollowed(tables)
    yield from _norms(tables.get(Obligation, []))
    yield from _bounds(tables.get(Limit, []))
    yield from _unknown_blocks(tables)


def double_sources(ids: Mapping[Place, str]) -> Iterator[Problem]:
    """Sources, by their place, that have the id of an earlier one."""
    seen: set[str] = set()
    for place, name in ids.items():
        if name in seen:
            yield Problem("rule_double", place, {"value": shown(name)})
        seen.add(name)


def unknown_sources(cited: Iterable[tuple[Place, str]], ids: Collection[str]) -> Iterator[Problem]:
    """Citations, each a place and the id it names, of a source that the file does not hold."""
    for place, name in cited:
        if not ids:
            yield Problem("source_none", place, {"value": shown(name)})
        elif name not in ids:
            yield Problem("source_unknown", place, {"value": shown(name), "near": nearest(name, ids)})


def languages(place: Place, texts: Mapping[str, str]) -> Iterator[Problem]:
    """A text that lacks a language, holds an empty one, or one that srtool does not speak."""
    for lang in LANGUAGES:
        if lang not in texts:
            yield Problem("key_missing", place.below(lang), {"key": lang, "value": ""})
        elif not texts[lang].strip():
            yield Problem("text_empty", place.below(lang), {"value": ""})
    for key, text in texts.items():
        if key not in LANGUAGES:
            yield unknown_key(place.below(key), key, LANGUAGES, shown(text))


def within(row: Row, kind: type[Record], values: Mapping[str, object]) -> Iterator[Problem]:
    """What is wrong within one record, as far as its fields could be read."""
    code = values.get("id")
    if kind is CheckRule:
        if isinstance(code, str) and code not in codes():
            yield Problem("check_code", row.at("id"), {"value": shown(code)})
    elif isinstance(code, str):
        yield from unfit_id(row.at("id"), code)
    for key in ("kinds", "source"):
        if values.get(key) in _EMPTY:
            yield Problem("list_empty", row.at(key), {"value": "[]"})
    if kind is Obligation:
        yield from _percentage(row, values)
    if kind in {Obligation, Reduction}:
        yield from _fraction(row, values)
    since, until = values.get("since"), values.get("until")
    if isinstance(since, date) and isinstance(until, date) and until < since:
        yield Problem("until_before_since", row.at("until"), {"value": until, "since": since})


def _percentage(row: Row, values: Mapping[str, object]) -> Iterator[Problem]:
    """A percentage is there, of something."""
    if values.get("kind") == "percentage":
        if values.get("percent") is None:
            yield Problem("percent_missing", row.at("percent"), {"value": ""})
        if values.get("basis") is None:
            yield Problem("basis_missing", row.at("basis"), {"value": ""})


def _fraction(row: Row, values: Mapping[str, object]) -> Iterator[Problem]:
    """A percentage that was meant as a part of one."""
    percent = values.get("percent")
    if isinstance(percent, Decimal) and 0 < percent < 1:
        yield Problem("rule_percent_below_one", row.at("percent"), {"value": percent})


def unfit_id(place: Place, name: str) -> Iterator[Problem]:
    """An id by which nothing can be named on a command line, or that would be taken for a path."""
    if re.search(r"[\s/\\]|\.toml$", name.strip()):
        yield Problem("id_unfit", place, {"value": shown(name)})


def _unvalued(entry: PlacedRule) -> Iterator[Problem]:
    """A value or a limit without its number."""
    missing = None
    match entry.record:
        case Block(amount=None, per=per) | Bonus(amount=None, per=per) if per not in _WITHOUT_AMOUNT:
            yield entry.problem("value_missing", "amount", value=per)
        case Limit(bounds="full_time" | "minimum_hours", hours_per_week=hours) if not hours:
            missing = "hours_per_week"
        case Limit(bounds="maximum_months" | "start_window", months=None, unlimited=False):
            missing = "months"
        case Limit(bounds="years_after_benefit", years=years) if not years:
            missing = "years"
        case Limit(bounds="share_of_obligation", percent=percent) if not percent:
            missing = "percent"
        case Limit(bounds="share_of_obligation", blocks=()):
            missing = "blocks"
    if missing is not None:
        yield Problem("bound_missing", entry.row.at(missing), {"key": missing, "value": ""})


def _unfit_fields(entry: PlacedRule) -> Iterator[Problem]:
    """A field that says something of another kind of value than the record has."""
    for key, kinds in _GOES_WITH.items():
        if getattr(entry.record, key, None) and getattr(entry.record, "per", None) not in kinds:
            yield entry.problem("field_unfit", key, value=key, kinds=", ".join(kinds))


def _doubles(table: list[PlacedRule]) -> Iterator[Problem]:
    """Two records of one table may share an id only when one follows the other in time."""
    by_id: dict[str, list[PlacedRule]] = {}
    for entry in table:
        earlier = by_id.setdefault(entry.record.id, [])
        if any(_overlap(entry.record, other.record) for other in earlier):
            yield entry.problem("rule_double", "id", value=shown(entry.record.id))
        earlier.append(entry)


def _primaries(table: list[PlacedRule]) -> Iterator[Problem]:
    """Of the readings for one kind exactly one decides on each day."""
    policy = [entry for entry in table if isinstance(entry.record, Threshold) and _is_policy(entry.record)]
    problems: dict[tuple[str, Where], Problem] = {}
    for kind in KINDS:
        for problem in _undecided([e for e in policy if isinstance(e.record, Threshold) and kind in e.record.kinds]):
            problems.setdefault((problem.code, problem.place), problem)
    yield from problems.values()


def _undecided(readings: list[PlacedRule]) -> Iterator[Problem]:
    """The readings of one kind on each day on which their number changes."""
    starts = {entry.record.since or date.min for entry in readings}
    after = {entry.record.until + timedelta(days=1) for entry in readings if entry.record.until}
    for day in sorted(starts | after):
        held = [entry for entry in readings if entry.record.in_force(day)]
        primary = [entry for entry in held if _is_primary(entry)]
        if len(primary) > 1:
            yield primary[1].problem("primary_double", "primary", value=shown(primary[0].record.id))
        elif len(held) > 1 and not primary:
            yield held[1].problem("primary_missing", "primary", value=shown(held[1].record.id))


def _unfollowed(tables: Mapping[type, list[PlacedRule]]) -> Iterator[Problem]:
    """What a policy may say of a threshold by its form, but what no verdict on social return would follow."""
    for entry in tables.get(Threshold, []):
        record = entry.record
        if not isinstance(record, Threshold):
            continue
        if _is_policy(record):
            limits = {
                "authority_kind": record.authority_kind is not None,
                "cpv": bool(record.cpv),
                "regime": record.regime != "general",
            }
            yield from (entry.problem("threshold_limit", key, value=key) for key, is_set in limits.items() if is_set)
        elif Obligation in tables:
            yield entry.problem("threshold_estimate", "basis", value=record.basis)


def _norms(table: list[PlacedRule]) -> Iterator[Problem]:
    """Two percentages at once, both the norm or both an ambition."""
    percentages = [e for e in table if isinstance(e.record, Obligation) and e.record.kind == "percentage"]
    for first, other in combinations(percentages, 2):
        ambitions = {isinstance(e.record, Obligation) and e.record.level == "ambition" for e in (first, other)}
        if len(ambitions) == 1 and first.record.id != other.record.id and _overlap(first.record, other.record):
            yield other.problem("obligation_double", "percent", value=shown(first.record.id))


def _bounds(table: list[PlacedRule]) -> Iterator[Problem]:
    """Two limits at once that bound the same for the same blocks, or both for all."""
    for first, other in combinations(table, 2):
        a, b = first.record, other.record
        if not isinstance(a, Limit) or not isinstance(b, Limit) or a.bounds is None or a.bounds != b.bounds:
            continue
        if (set(a.blocks) & set(b.blocks) or not (a.blocks or b.blocks)) and a.id != b.id and _overlap(a, b):
            yield other.problem("bound_double", "bounds", value=shown(a.id))


def _unknown_blocks(tables: Mapping[type, list[PlacedRule]]) -> Iterator[Problem]:
    """Limits and bonuses for a block that the file does not hold."""
    blocks = {entry.record.id for entry in tables.get(Block, [])}
    for entry in (*tables.get(Bonus, []), *tables.get(Limit, [])):
        if isinstance(entry.record, Bonus | Limit):
            for name in entry.record.blocks:
                if name not in blocks:
                    yield entry.problem("block_of_none", "blocks", value=shown(name), near=nearest(name, blocks))


def _is_policy(threshold: Threshold) -> bool:
    return threshold.basis != "estimated_value"


def _is_primary(entry: PlacedRule) -> bool:
    return isinstance(entry.record, Threshold) and entry.record.primary


def _overlap(first: Record, other: Record) -> bool:
    latest_start = max(first.since or date.min, other.since or date.min)
    return latest_start <= min(first.until or date.max, other.until or date.max)
