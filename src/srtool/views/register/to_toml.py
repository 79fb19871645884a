"""A register as TOML: what is filled in, table after table, in the order of the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import tomli_w

from srtool.register.columns import LISTS, infos, lines, table_types
from srtool.register.model import Contract, Register


def pieces(register: Register) -> Iterator[str]:
    """The text, a record at a time."""
    between = ""
    for table in table_types():
        for record, own in zip(lines(register, table), getattr(register, table), strict=True):
            whole = record | dict(_lists(own)) if isinstance(own, Contract) else record
            yield between + _table(table, whole)
            between = "\n"


def _lists(contract: Contract) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The growth path and the instalments of a contract, each entry without the number of its contract."""
    alone = Register(contracts=(contract,))
    for key in LISTS:
        name = key.rpartition(".")[2]
        if entries := [_plain(name, entry) for entry in lines(alone, name)]:
            yield key, [{field: value for field, value in entry.items() if field != "contract"} for entry in entries]


def _table(table: str, record: Mapping[str, Any]) -> str:
    """`[[contracts]]` with its fields, and below it `[contracts.social_return]` with those of the dotted keys."""
    values = _plain(table, record)
    text = f"[[{table}]]\n" + _pairs({key: value for key, value in values.items() if "." not in key})
    for parent in dict.fromkeys(key.partition(".")[0] for key in values if "." in key):
        inner = {key.removeprefix(f"{parent}."): value for key, value in values.items() if key.startswith(f"{parent}.")}
        text += f"\n[{table}.{parent}]\n" + _pairs(inner)
    return text


def _pairs(values: Mapping[str, object]) -> str:
    # In a text over several lines a line break of two characters would become one.
    over_lines = not any("\r" in value for value in values.values() if isinstance(value, str))
    return tomli_w.dumps(values, multiline_strings=over_lines)


def _plain(table: str, record: Mapping[str, Any]) -> dict[str, Any]:
    """Numbers as one writes them: `5`, not `5.0`; amounts keep their cents."""
    fields = infos(table)
    return {key: _number(value, fields[key].sort) if key in fields else value for key, value in record.items()}


def _number(value: object, sort: str) -> object:
    if isinstance(value, Decimal) and sort != "amount" and value == value.to_integral_value():
        return int(value)
    return value
