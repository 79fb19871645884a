"""A parsed TOML file as typed rules, with everything that is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cache, partial
from itertools import chain
from typing import Any, get_args, get_type_hints

from pydantic_core import ValidationError

from srtool.errors import Problem
from srtool.place import Place, Row
from srtool.readers.problems import Loc, for_rules, key_of, translate
from srtool.readers.rules.rule_mistakes import (
    PlacedRule,
    double_sources,
    languages,
    mistakes,
    unfit_id,
    unknown_sources,
    within,
)
from srtool.register.validation import Validator
from srtool.rules.record import Record
from srtool.rules.ruleset import RuleSet
from srtool.texts import LANGUAGES

_TABLES = ("source", "threshold", "obligation", "block", "bonus", "limit", "reduction", "process", "check")
_WRONG = object()
_LABELLED = ("block", "bonus", "reduction", "process")


def judged(data: dict[str, Any], file: str) -> tuple[RuleSet, list[Problem]]:
    """The rules, and every mistake; what is malformed is left out so that the rest is judged as well."""
    data = _in_both_languages(data)
    problems: list[Problem] = []
    broken: set[Loc] = set()
    unread: set[Loc] = set()
    try:
        rules = _adapter().validate(data)
    except ValidationError as error:
        problems += translate(error, partial(_place, file), _known)
        details = error.errors(include_url=False)
        broken = {detail["loc"][:2] for detail in details}
        unread = {detail["loc"][:3] for detail in details}
        rules = _adapter().validate(_sound(data, broken))
    sources = _sources(data, file)
    problems += chain.from_iterable(within(*record) for record in _malformed(data, unread, file))
    problems += _heads(data, file)
    problems += mistakes(_entries(rules, data, broken, file))
    problems += unknown_sources(_cited(data, file), set(sources.values()))
    problems += double_sources(sources)
    problems += chain.from_iterable(languages(*text) for text in _texts(rules, data, broken, file))
    return rules, [for_rules(problem) for problem in problems]


@cache
def _adapter() -> Validator[RuleSet]:
    return Validator(RuleSet)


def _place(file: str, loc: Loc) -> Place:
    """`rules.toml: threshold[1].amount`."""
    match loc:
        case (table, int(number), *keys):
            return Place(file, str(table), number, key_of(keys))
        case (table, *keys):
            return Place(file, str(table), key=key_of(keys))
    return Place(file)


def _known(loc: Loc) -> tuple[str, ...]:
    hints = get_type_hints(RuleSet)
    record = get_args(hints[str(loc[0])])[0] if len(loc) > 1 else RuleSet
    return tuple(f.name for f in fields(record))


def _in_both_languages(data: dict[str, Any]) -> dict[str, Any]:
    """A note or label in one language serves for both; only the title of a file must be given in each."""
    filled = _filled(data, "note")
    for table in _LABELLED:
        if isinstance(data.get(table), list):
            filled[table] = [
                _filled(_filled(r, "label"), "condition") if isinstance(r, dict) else r for r in data[table]
            ]
    return filled


def _filled(record: dict[str, Any], key: str) -> dict[str, Any]:
    texts = record.get(key)
    if not isinstance(texts, dict):
        return dict(record)
    given = [texts[lang] for lang in LANGUAGES if lang in texts]
    return record | {key: dict.fromkeys(LANGUAGES, given[0]) | texts} if given else dict(record)


def _numbers(data: Mapping[str, Any], table: str, broken: set[Loc]) -> list[int]:
    """Which records of a table are well-formed, by their place in the file."""
    records = data.get(table)
    if not isinstance(records, list):
        return []
    return [number for number in range(len(records)) if (table, number) not in broken]


def _sound(data: Mapping[str, Any], broken: set[Loc]) -> dict[str, Any]:
    heads = {loc[0] for loc in broken}
    texts = {key: data[key] for key in ("title", "note") if key in data and key not in heads}
    tables = {table: [data[table][n] for n in _numbers(data, table, broken)] for table in _TABLES}
    return {"id": "-", "title": {}} | texts | tables


def _entries(rules: RuleSet, data: Mapping[str, Any], broken: set[Loc], file: str) -> Iterator[PlacedRule]:
    for table in _TABLES[1:]:
        numbers = _numbers(data, table, broken)
        for number, record in zip(numbers, getattr(rules, table), strict=True):
            yield PlacedRule(Row(file, table, number), record)


def _malformed(
    data: Mapping[str, Any], unread: set[Loc], file: str
) -> Iterator[tuple[Row, type[Record], Mapping[str, object]]]:
    """The records with a field that cannot be read: their other fields may be wrong as well."""
    hints = get_type_hints(RuleSet)
    wrong: dict[tuple[str, int], dict[str, object]] = {}
    for loc in unread:
        if loc[0] in _TABLES[1:] and len(loc) > 2:
            wrong.setdefault((str(loc[0]), int(loc[1])), {})[str(loc[2])] = _WRONG
    for (table, number), keys in sorted(wrong.items()):
        # A field that is there and cannot be read is not missing too.
        yield Row(file, table, number), get_args(hints[table])[0], data[table][number] | keys


def _heads(data: Mapping[str, Any], file: str) -> Iterator[Problem]:
    """The id of the file, and the id and title of each source."""
    if isinstance(data.get("id"), str):
        yield from unfit_id(Place(file, "id"), data["id"])
    for number, source in enumerate(data["source"] if isinstance(data.get("source"), list) else []):
        row = Row(file, "source", number)
        for key in ("id", "title"):
            if isinstance(source, dict) and isinstance(text := source.get(key), str):
                if not text.strip():
                    yield Problem("text_empty_needed", row.at(key), {"value": ""})
                elif key == "id":
                    yield from unfit_id(row.at(key), text)


def _cited(data: Mapping[str, Any], file: str) -> Iterator[tuple[Place, str]]:
    """Each source a record names, with its place; also of a record with something else wrong."""
    for table in _TABLES[1:]:
        for number, record in enumerate(data[table] if isinstance(data.get(table), list) else []):
            names = record.get("source") if isinstance(record, dict) else None
            names = names.split(";") if isinstance(names, str) else names
            for name in names if isinstance(names, list) else []:
                if isinstance(name, str) and name.strip():
                    yield Row(file, table, number).at("source"), name.strip()


def _sources(data: Mapping[str, Any], file: str) -> dict[Place, str]:
    """The id of each source by its place, also of a source with something else wrong."""
    records = data["source"] if isinstance(data.get("source"), list) else []
    return {
        Row(file, "source", number).at("id"): record["id"]
        for number, record in enumerate(records)
        if isinstance(record, dict) and isinstance(record.get("id"), str)
    }


def _texts(
    rules: RuleSet, data: Mapping[str, Any], broken: set[Loc], file: str
) -> Iterator[tuple[Place, Mapping[str, str]]]:
    heads = {loc[0] for loc in broken}
    if "title" not in heads:
        yield Place(file, "title"), rules.title
    if rules.note:
        yield Place(file, "note"), rules.note
    for table in _LABELLED:
        numbers = _numbers(data, table, broken)
        for number, record in zip(numbers, getattr(rules, table), strict=True):
            yield Place(file, table, number, "label"), record.label
            if condition := getattr(record, "condition", None):
                yield Place(file, table, number, "condition"), condition
