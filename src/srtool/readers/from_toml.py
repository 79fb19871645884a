"""A register in TOML as raw tables: its shape is judged here, its values later, all mistakes together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from srtool.errors import InputError, Problem
from srtool.place import Place, Row, Where
from srtool.readers import citizen_numbers
from srtool.readers.privacy import is_watched, names_bsn, names_person, passes_eleven_test, without_numbers
from srtool.readers.problems import shown, unknown_key
from srtool.readers.raw import BareNumber, RawRegister, RawTable, named
from srtool.readers.settings import KEYS as SETTINGS
from srtool.readers.toml_file import parse
from srtool.readers.vocabulary import choice_of, is_unexpressed
from srtool.register.columns import LISTS, FieldInfo, columns, table_types

_Record = dict[str, object]


def read(data: bytes, name: str) -> RawRegister:
    """The tables of a TOML register; a file that is no TOML at all has one problem and no tables."""
    raw = RawRegister()
    try:
        document = parse(data, name)
    except InputError as error:
        raw.problems += error.problems
        return raw
    if not document:
        raw.problems.append(Problem("file_empty", Place(name)))
    types = table_types()
    if document and document.keys() <= frozenset(SETTINGS):
        raw.problems.append(Problem("file_is_settings", Place(name)))
        return raw
    for key, value in document.items():
        if key not in types:
            raw.problems.append(_unknown(key, name, types))
        elif _is_list_of_tables(value):
            raw.tables[key] = _table(key, value, name)
        else:
            raw.problems.append(Problem("table_not_list", Place(name, key), {"table": key}))
    contracts = {record.get("id") for record in raw.tables.get("contracts", RawTable()).records if _is_id(record)}
    for key, table in raw.tables.items():
        raw.problems += _private(key, table, types[key], contracts, raw.taken)
        raw.remarks += _unexpressed(table, types[key])
        _translate(table.records, types[key])
    return raw


def _is_id(record: _Record) -> bool:
    return isinstance(record.get("id"), str | int)


def _unknown(key: str, name: str, types: Mapping[str, type]) -> Problem:
    if names_bsn(key):
        return Problem("person_key", Place(name, without_numbers(key)), {"key": without_numbers(key)})
    key = without_numbers(key)
    return unknown_key(Place(name, key), key, types)


def _is_list_of_tables(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(record, dict) for record in value)


def _table(key: str, records: list[_Record], name: str) -> RawTable:
    if key == "merges":  # a text that is still to be written stands there as ""
        records = [{field: value for field, value in record.items() if value != ""} for record in records]
    rows = [Row(name, key, n) for n in range(len(records))]
    return RawTable(records, rows)


def _private(
    table: str, raw: RawTable, record_type: type, contracts: set[object], taken: set[Where]
) -> Iterator[Problem]:
    """What identifies a person: reported without its value, and taken out so that nothing can show it."""
    fields = {info.key.split(".")[0] for info in columns(record_type)}
    present = dict.fromkeys(key for record in raw.records for key in record)
    for key in present:
        if key not in fields and _says_who(key, table):
            where = next(row for record, row in zip(raw.records, raw.rows, strict=True) if key in record)
            yield Problem("person_key", where.at(without_numbers(key)), {"key": without_numbers(key)})
            _drop(key, raw.records)
    for key in present:
        if is_watched(table, key if key in fields else None):
            yield from _citizen_numbers(table, key, raw, contracts, taken)
    for problem in citizen_numbers.taken_out(table, raw):
        taken.add(problem.place)
        yield problem


def _citizen_numbers(
    table: str, key: str, raw: RawTable, contracts: set[object], taken: set[Where]
) -> Iterator[Problem]:
    values = [record.get(key) for record in raw.records if isinstance(record.get(key), str | int)]
    if _are_citizen_numbers(values) and not (key == "contract" and contracts.issuperset(values)):
        column = {"column": without_numbers(key)}
        yield Problem("person_bsn_column", Place(raw.rows[0].file, table), column)
        taken.update(row.at(key) for record, row in zip(raw.records, raw.rows, strict=True) if key in record)
        _drop(key, raw.records)


def _says_who(key: str, table: str) -> bool:
    """Whether a key that is no field asks who somebody is; a name or address only counts beside an effort."""
    return names_bsn(key) or (table == "efforts" and (names_person(key) or names_person(key.replace("_", " "))))


def _are_citizen_numbers(values: Iterable[object]) -> bool:
    """Whether more than half of the different values, and at least three, pass the eleven test.

    Different ones, because one contract number that happens to pass may stand in every row.
    """
    different = {value for value in values if isinstance(value, str | int)}
    passing = sum(map(passes_eleven_test, different))
    return passing >= 3 and passing * 2 > len(different)


def _drop(key: str, records: list[_Record]) -> None:
    for record in records:
        record.pop(key, None)


def _unexpressed(table: RawTable, record_type: type) -> Iterator[Problem]:
    """One remark per field on known values for which the register has no word; they are taken out."""
    for info in columns(record_type):
        if info.sort != "choice" or "." in info.key:
            continue
        places: list[Place] = []
        first: object = None
        for record, row in zip(table.records, table.rows, strict=True):
            value = record.get(info.key)
            if isinstance(value, str) and choice_of(info.choices, value) is None and is_unexpressed(info.key, value):
                first = first or value
                places.append(row.at(info.key))
                del record[info.key]
        if places:
            cells = named([place.inside for place in places], len(places))
            values = {"value": shown(first), "count": len(places), "cells": cells}
            yield Problem("procedure_unexpressed", places[0], values)


def _translate(records: list[_Record], record_type: type) -> None:
    """Dutch values become the identifiers of the model, amounts keep the decimals they were written with."""
    for info in columns(record_type):
        if info.sort == "choice":
            _choose(info, records)
        elif info.sort == "amount":
            _keep_decimals(info.key, records)
    for path in LISTS:
        _keep_decimals("amount", [part for record in records for part in _parts(record, path)])


def _holders(key: str, records: list[_Record]) -> Iterator[tuple[_Record, str, Any]]:
    """Each table in which the (dotted) key has a value, with that value."""
    head, dot, rest = key.partition(".")
    for record in records:
        value = record.get(head)
        if value is None:
            continue
        if not dot:
            yield record, head, value
        elif isinstance(value, dict) and rest in value:
            yield value, rest, value[rest]


def _choose(info: FieldInfo, records: list[_Record]) -> None:
    for holder, key, value in _holders(info.key, records):
        if value in info.choices or isinstance(value, bool) or not isinstance(value, str | int):
            continue
        text = str(value)
        holder[key] = text if text in info.choices else choice_of(info.choices, text) or value


def _keep_decimals(key: str, records: list[_Record]) -> None:
    """An amount with three decimals goes on as text: `250.000` is to be questioned, not read as 250 euro."""
    for holder, last, value in _holders(key, records):
        if isinstance(value, Decimal) and value.is_finite() and int(value.as_tuple().exponent) < -2:
            holder[last] = BareNumber(format(value, "f")) if int(value.as_tuple().exponent) > -20 else value


def _parts(record: _Record, path: str) -> list[_Record]:
    head, _, last = path.partition(".")
    outer = record.get(head)
    parts = outer.get(last) if isinstance(outer, dict) else None
    return [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []
