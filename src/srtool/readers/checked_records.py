"""The records of one table as the model wants them: those that are sound, and every mistake with its field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from functools import cache, partial
from typing import Any, get_args, get_type_hints

from pydantic_core import ValidationError

from srtool.errors import Problem
from srtool.place import Place, Row, Where
from srtool.readers.privacy import discreet
from srtool.readers.problems import Loc, key_of, translate
from srtool.readers.raw import RawTable
from srtool.register.columns import columns, table_types
from srtool.register.validation import Validator


def records(table: str, raw: RawTable) -> tuple[list[tuple[Row, Any]], list[Problem]]:
    """The records, each with its row and as far as it could be read, and what is wrong with them."""
    good, wrong = checked(table, raw)
    return good, [problem for _, problem in wrong]


def checked(table: str, raw: RawTable) -> tuple[list[tuple[Row, Any]], list[tuple[str, Problem]]]:
    """The same, each mistake with the (dotted) key of its field."""
    if not raw.records:
        return [], []
    adapter = _adapter(table)
    try:
        return list(zip(raw.rows, adapter.validate(raw.records), strict=True)), []
    except ValidationError as error:
        wrong = translate(error, partial(_place, raw.rows), partial(_known, table), partial(_is_needed, table))
        details = error.errors(include_url=False, include_context=False, include_input=False)
    from srtool.readers.salvage import salvaged  # noqa: PLC0415 - most records are sound

    bad: dict[int, list[Loc]] = {}
    for detail in details:
        bad.setdefault(int(detail["loc"][0]), []).append(detail["loc"][1:])
    valid = iter(adapter.validate([record for n, record in enumerate(raw.records) if n not in bad]))
    every = [salvaged(table, record, bad[n]) if n in bad else next(valid) for n, record in enumerate(raw.records)]
    good = [(row, record) for row, record in zip(raw.rows, every, strict=True) if record is not None]
    keys: dict[Where, str] = {_place(raw.rows, detail["loc"]): key_of(detail["loc"][1:]) for detail in details}
    return good, [(keys.get(problem.place, ""), _in_a_cell(raw.rows[0], discreet(table, problem))) for problem in wrong]


def _in_a_cell(row: Row, problem: Problem) -> Problem:
    """The same for a sheet, where the cell says which key is meant: an officer knows only its heading."""
    return (
        replace(problem, code="cell_missing") if problem.code == "key_missing" and row.columns is not None else problem
    )


@cache
def _adapter(table: str) -> Validator[tuple[Any, ...]]:
    record: Any = table_types()[table]  # the checker cannot know a type that is looked up by name
    return Validator(tuple[record, ...])


def _place(rows: list[Row], loc: Loc) -> Place:
    return rows[int(loc[0])].at(key_of(loc[1:]))


def _is_needed(table: str, loc: Loc) -> bool:
    return len(loc) == 2 and any(info.required and info.key == loc[1] for info in columns(table_types()[table]))


def _known(table: str, loc: Loc) -> Iterable[str]:
    names = tuple(part for part in loc[1:-1] if isinstance(part, str))
    return _keys(table_types()[table], names)


@cache
def _keys(record: type, names: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of a record, or of the table inside it that the names lead to."""
    if not names:
        return tuple(f.name.removesuffix("_") for f in fields(record))
    hint = get_type_hints(record)[names[0]]
    inner = next(part for part in (hint, *get_args(hint)) if is_dataclass(part) and isinstance(part, type))
    return _keys(inner, names[1:])
