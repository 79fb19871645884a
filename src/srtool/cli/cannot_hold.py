"""What a workbook cannot hold: each value that would not come back from it as it is, with what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from srtool.errors import Problem
from srtool.money import NotANumber, amount_from_float
from srtool.place import Place, Row
from srtool.readers.excel.cells import DASHES, ERRORS, Converter, text_converter
from srtool.readers.excel.column_plan import MIXED, REFERENCES
from srtool.readers.vocabulary import example_marks
from srtool.register.columns import LISTS, SHEETS, infos, lines
from srtool.register.model import Register, RegisterFile
from srtool.views.sheets.cells import MOST_ROWS, fits, readable

_TEXTS = frozenset({"text", "texts", "kvk", "cpv"})


def not_held(register_file: RegisterFile) -> Iterator[Problem]:
    """Each place whose value a workbook would lose or change, and each table that is too long for a sheet."""
    for table in SHEETS:
        asked = _questions(table)
        count = 0
        for count, (line, place) in enumerate(placed(register_file, table), start=1):  # noqa: B007 - the last one counts
            for key, value in line.items():
                if (ask := asked.get(key)) is not None and (code := ask(value)) is not None:
                    yield Problem(code, place(key))
        if count >= MOST_ROWS:  # the headings take one
            name = register_file.file.name
            yield Problem("held_rows", Place(name, table), {"count": count, "most": MOST_ROWS - 1})


def placed(register_file: RegisterFile, table: str) -> Iterator[tuple[dict[str, Any], Callable[[str], Place]]]:
    """The lines of a table, each with what tells where one of its fields stands in the file."""
    places = _of_lists(register_file, table) if table not in register_file.rows else _of_rows(register_file.rows[table])
    return zip(lines(register_file.register, table), places, strict=True)


def _of_rows(rows: tuple[Row, ...]) -> Iterator[Callable[[str], Place]]:
    return (row.at for row in rows)


def _of_lists(register_file: RegisterFile, table: str) -> Iterator[Callable[[str], Place]]:
    path = next((key for key in LISTS if key.rpartition(".")[2] == table), "")
    contracts, rows = register_file.register.contracts, register_file.rows.get("contracts", ())
    for contract, row in zip(contracts, rows, strict=True):
        alone = Register(contracts=(contract,))
        for number, _ in enumerate(lines(alone, table)):
            yield _in_list(row, f"{path}[{number}]")


def _in_list(row: Row, entry: str) -> Callable[[str], Place]:
    return lambda key: row.at("id" if key == "contract" else f"{entry}.{key}")


_Question = Callable[[Any], str | None]


@cache
def _questions(table: str) -> Mapping[str, _Question]:
    """Per field what tells the code of why a value cannot be held; fields that can hold anything are absent."""
    fields = infos(table)
    first = next(key for key, info in fields.items() if info.required)
    found: dict[str, _Question] = {}
    for key, info in fields.items():
        if info.sort in _TEXTS:
            read = REFERENCES[key] if table == "contracts" and key in REFERENCES else text_converter(info)
            found[key] = _of_text(key, read, marks=key == first)
        elif info.sort == "number":
            found[key] = _of_number
        elif info.sort == "amount":
            found[key] = _of_demand if key in MIXED else _of_amount
    return found


def _of_number(value: Decimal) -> str | None:
    """A workbook holds some fifteen digits of a number."""
    return None if Decimal(repr(float(value))) == value else "held_digits"


def _of_amount(value: Decimal) -> str | None:
    """Cents included: what comes back from the cell is held against the same bound."""
    try:
        return None if amount_from_float(float(value)) == value else "held_digits"
    except NotANumber:
        return "held_digits"


def _of_demand(value: Decimal) -> str | None:
    """Less than a euro, where a percentage may stand as well, is taken for a share."""
    return "held_share" if 0 < value < 1 else _of_amount(value)


def _of_text(key: str, read: Converter | None, *, marks: bool) -> _Question:
    changed = "held_parent" if key == "part_of" else "held_changed"

    def question(value: str | tuple[str, ...]) -> str | None:
        if isinstance(value, tuple):
            if any(";" in item for item in value):
                return "held_list"
            value = "; ".join(value)
        return "held_example" if marks and value in example_marks() else _why_not(value, read, changed)

    return question


def _why_not(text: str, read: Converter | None, changed: str) -> str | None:
    if text in DASHES:
        return "held_empty"
    if text in ERRORS:
        return "held_error"
    if not fits(text):
        return "held_long"
    if readable(text) != text:
        return "held_signs"
    return None if read is None or read(text) == text else changed
