"""The fields of a table as readers and views need them, derived from the record types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from keyword import iskeyword
from operator import attrgetter
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from srtool.lazy_dataclass import dataclass
from srtool.register.fields import Sort
from srtool.register.model import Growth, Instalment, Register


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """One field of a table as readers and views need it; `key` is dotted for what is nested."""

    key: str
    sort: str
    choices: tuple[str, ...] = ()
    required: bool = False


LISTS: Mapping[str, type] = {"social_return.growth": Growth, "social_return.schedule": Instalment}
"""The lists inside a contract, which in Excel are sheets of their own."""
SHEETS = (
    "contracts",
    "growth",
    "schedule",
    "suppliers",
    "efforts",
    "contacts",
    "adjustments",
    "exemptions",
    "targets",
    "merges",
)
"""The tables in the order in which a workbook shows them."""


@cache
def columns(record: type, prefix: str = "") -> tuple[FieldInfo, ...]:
    """The flat fields of a record type, nested ones dotted; lists of records (LISTS) are not among them."""
    return tuple(_columns(record, prefix))


@cache
def infos(table: str) -> Mapping[str, FieldInfo]:
    """The fields of a table by key; those of growth and schedule begin with the contract they belong to."""
    nested = {key.rpartition(".")[2]: record for key, record in LISTS.items()}
    if table in nested:
        own = (FieldInfo("contract", "text", required=True), *columns(nested[table]))
    else:
        own = columns(table_types()[table])
    return {info.key: info for info in own}


def lines(register: Register, table: str) -> Iterator[dict[str, Any]]:
    """What is filled in of each record, by (dotted) key; of growth and schedule each line with its contract."""
    for record in getattr(register, table, ()):
        yield _filled(record, table)
    for key in LISTS:
        if key.rpartition(".")[2] == table:
            entries = attrgetter(key)
            for contract in register.contracts:
                for entry in entries(contract):
                    yield {"contract": contract.id, **_filled(entry, table)}


def _filled(record: object, table: str) -> dict[str, Any]:
    return {key: value for key, get in _getters(table) if (value := get(record)) is not None and value != ()}


@cache
def _getters(table: str) -> tuple[tuple[str, attrgetter[Any]], ...]:
    own = [key for key in infos(table) if table in table_types() or key != "contract"]
    return tuple((key, attrgetter(f"{key}_" if iskeyword(key) else key)) for key in own)


@cache
def table_types() -> Mapping[str, type]:
    """Record type per table of the register."""
    hints = get_type_hints(Register, include_extras=True)
    return {f.name: get_args(hints[f.name])[0] for f in fields(Register)}


def _columns(record: type, prefix: str) -> Iterator[FieldInfo]:
    hints = get_type_hints(record, include_extras=True)
    for f in fields(record):
        hint = _without_none(hints[f.name])
        key = prefix + f.name.removesuffix("_")
        if is_dataclass(hint) and isinstance(hint, type):
            yield from _columns(hint, key + ".")
        elif key not in LISTS:
            required = f.default is f.default_factory  # both MISSING
            yield FieldInfo(key, _sort(hint), _choices(hint), required)


def _without_none(hint: Any) -> Any:  # noqa: ANN401 - a type annotation has no narrower type
    if get_origin(hint) in {Union, UnionType}:
        return next(part for part in get_args(hint) if part is not type(None))
    return hint


def _sort(hint: Any) -> str:  # noqa: ANN401 - idem
    if get_origin(hint) is Literal:
        return "choice"
    return next(
        mark.name
        for part in (hint, *get_args(hint))
        for mark in getattr(part, "__metadata__", ())
        if isinstance(mark, Sort)
    )


def _choices(hint: Any) -> tuple[str, ...]:  # noqa: ANN401 - idem
    return get_args(hint) if get_origin(hint) is Literal else ()
