"""A register as TOML: what is filled in, table after table, in the order of the model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
    text = f"[[{table}]]\n" + pairs({key: value for key, value in values.items() if "." not in key})
    for parent in dict.fromkeys(key.partition(".")[0] for key in values if "." in key):
        inner = {key.removeprefix(f"{parent}."): value for key, value in values.items() if key.startswith(f"{parent}.")}
        text += f"\n[{table}.{parent}]\n" + pairs(inner)
    return text


def pairs(values: Mapping[str, Any]) -> str:
    """The keys of one table with their values; a list of tables stays within it, however long its entries are.

    tomli_w gives a list a table of its own, `[[growth]]`, as soon as one entry is longer than a line: at the top level
    of the file, where it is no longer part of its contract.
    """
    listed = {key: value for key, value in values.items() if _is_of_tables(value)}
    rest = {key: value for key, value in values.items() if key not in listed}
    # In a text over several lines a line break of two characters would become one.
    over_lines = not any("\r" in value for value in rest.values() if isinstance(value, str))
    text = tomli_w.dumps(rest, multiline_strings=over_lines)
    return text + "".join(f"{key} = {_inline(entries)}\n" for key, entries in listed.items())


def _is_of_tables(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(entry, dict) for entry in value)


def _inline(entries: Iterable[Mapping[str, Any]]) -> str:
    """A list of tables between brackets, an entry on each line."""
    lines = (", ".join(_pair(key, value) for key, value in entry.items()) for entry in entries)
    return "[\n" + "".join(f"    {{ {line} }},\n" for line in lines) + "]"


def _pair(key: str, value: object) -> str:
    return tomli_w.dumps({key: value}, multiline_strings=False).removesuffix("\n")


def _plain(table: str, record: Mapping[str, Any]) -> dict[str, Any]:
    """Numbers as one writes them: `5`, not `5.0`; amounts keep their cents."""
    fields = infos(table)
    return {key: _number(value, fields[key].sort) if key in fields else value for key, value in record.items()}


def _number(value: object, sort: str) -> object:
    if isinstance(value, Decimal) and sort != "amount" and value == value.to_integral_value():
        return int(value)
    return value
