"""How the cells of each column that is read become values: decided once per column, not per cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import NamedTuple

from srtool.readers.excel import from_words, words_of_terms
from srtool.readers.excel.cells import (
    Converter,
    Noted,
    NotRead,
    as_text,
    contract_number,
    converter,
    filled,
    supplier,
    supplier_number,
    text_converter,
)
from srtool.readers.excel.completion import APPROVED_AMOUNT, beside_key
from srtool.readers.excel.from_words import ColumnProof, DayOrder, texts_in, texts_in_columns
from srtool.readers.excel.grid import Grid
from srtool.readers.excel.header import APPROVED, REALISED
from srtool.readers.excel.prices import in_its_column
from srtool.readers.excel.shares import Shares, shares_of
from srtool.readers.excel.sheets import TableSheet
from srtool.readers.excel.thousands import FACTOR, in_euro
from srtool.readers.excel.words_of_terms import unit_in
from srtool.readers.values.amounts import amount_of
from srtool.readers.values.demands import demand_of
from srtool.readers.values.reading import Read
from srtool.readers.vocabulary import plain
from srtool.register.columns import FieldInfo, infos
from srtool.register.fields import FALSE_WORDS, TRUE_WORDS

MIXED = ("social_return.asked", "social_return.percent", "social_return.amount")
"""Fields whose column often says yes or no, a percentage and an amount, each where it applies."""


Meanings = Mapping[str, Mapping[str, str]]
"""What the words in a column mean in those of the register, by its heading; under an empty heading in every column."""


class ColumnPlan(NamedTuple):
    """A column and what becomes of its cells; None for a converter saves a call for most of them."""

    column: int
    """Counted from 0."""
    parent: str
    leaf: str
    convert: Converter | None
    convert_text: Converter | None


def plans(sheet: TableSheet, grid: Grid, meanings: Meanings) -> Iterator[ColumnPlan]:
    """One for each column that is read."""
    general = meanings.get("", {})
    of_columns = {plain(heading): words for heading, words in meanings.items() if heading}
    fields = infos(sheet.table)
    days = [index for index, key in sheet.fields.items() if fields[key].sort == "day"]
    order = DayOrder(lambda: texts_in_columns(islice(grid.rows(), sheet.header_row, None), days))
    for index, written in sheet.fields.items():
        is_amount = written == APPROVED and _holds_amounts(grid, sheet.header_row, index)
        key = REALISED if is_amount else written
        parent, _, leaf = key.rpartition(".")
        convert, convert_text = _converters(sheet, grid, index, fields[key], order)
        factor = FACTOR if index in sheet.thousands else sheet.factor if fields[key].sort == "amount" else 1
        if factor != 1:
            convert, convert_text = in_euro(convert, factor), in_euro(convert_text, factor)
        words = {**general, **of_columns.get(plain(sheet.headings.get(index, "")), {})}
        if words and fields[key].sort not in {"text", "texts", "kvk", "cpv"}:
            convert_text = _by_meaning({_word(word): meaning for word, meaning in words.items()}, convert_text)
        yield ColumnPlan(index, parent, APPROVED_AMOUNT if is_amount else leaf, convert, convert_text)
    for index, kind in sheet.beside.items():
        read_words = partial(_BESIDE[kind], unit=unit_in(sheet.headings.get(index, "")))
        yield ColumnPlan(index, "", beside_key(kind), read_words, partial(_unless_blank, read_words))


def _holds_amounts(grid: Grid, header_row: int, index: int) -> bool:
    """Whether the column of what was approved holds amounts, and not only yes and no."""
    cells = (row[index] for row in islice(grid.rows(), header_row, None) if index < len(row))
    return any(_is_amount(cell) for cell in cells)


def _is_amount(cell: object) -> bool:
    if isinstance(cell, str):
        return isinstance(_yes_no(cell), NotRead) and isinstance(amount_of(cell), Read)
    return isinstance(cell, int | float) and not isinstance(cell, bool) and cell not in {0, 1}


def _word(text: str) -> str:
    """A word as it is compared; a sign such as a tick is compared as it is."""
    return plain(text) or text.strip()


def _by_meaning(meanings: Mapping[str, str], convert: Converter | None) -> Converter:
    """The converter of a column in which the user has said what some words mean."""

    def converted(value: object) -> object:
        meaning = meanings.get(_word(str(value)))
        if meaning is None:
            return value if convert is None else convert(value)
        if not meaning:
            return None
        taken = meaning if convert is None else convert(meaning)
        return (
            taken if taken is None or isinstance(taken, Noted | NotRead) else Noted(taken, "value_by_settings", value)
        )

    return converted


def _converters(
    sheet: TableSheet, grid: Grid, index: int, info: FieldInfo, order: DayOrder
) -> tuple[Converter | None, Converter | None]:
    """For what is no text, and for text."""
    if sheet.table == "contracts" and info.key in MIXED:
        if info.key == "social_return.percent":
            return None, partial(_percent_text, shares_of(grid, sheet.header_row, index))
        return _MIXED[info.key]
    match info.sort:
        case "percent":
            return None, shares_of(grid, sheet.header_row, index).text
        case "amount":
            proof = ColumnProof(lambda: texts_in(islice(grid.rows(), sheet.header_row, None), index))
            return None, partial(_unless_blank, partial(from_words.amount, key=info.key, proof=proof))
        case "day":
            read_day = partial(from_words.day, key=info.key, order=order)
            return read_day, partial(_unless_blank, read_day)
        case "yes_no":
            return _yes_no, partial(_unless_blank, _yes_no)
        case "months":
            return None, partial(_unless_blank, words_of_terms.months)
    if sheet.table == "contracts" and info.key == "id":
        return contract_number, None
    if sheet.table == "contracts" and info.key in REFERENCES:
        return REFERENCES[info.key], REFERENCES[info.key]
    return converter(info), text_converter(info)


def _lot(value: object, unit: str | None) -> object:
    del unit
    return as_text(value)


_BESIDE: dict[str, Callable[..., object]] = {
    "term": words_of_terms.term,
    "options": words_of_terms.options,
    "lot": _lot,
}


def _parent(value: object) -> object:
    """The number of a framework; yes or no says that this is one itself, or is none."""
    word = str(as_text(value)).strip().casefold()
    if word in TRUE_WORDS:
        return Noted(None, "is_framework", value)
    return None if word in FALSE_WORDS or filled(str(value)) is None else as_text(value)


REFERENCES: Mapping[str, Converter] = {"part_of": _parent, "supplier": supplier, "supplier_id": supplier_number}
"""How a contract's cells are read that name another contract or a supplier."""


def _unless_blank(convert: Converter, value: object) -> object:
    text = filled(value)
    return None if text is None else convert(text)


def _yes_no(value: object) -> object:
    if isinstance(value, int | float) and value in {0, 1}:
        return bool(value)
    word = str(as_text(value)).strip().casefold()
    if word in TRUE_WORDS:
        return True
    return False if word in FALSE_WORDS else NotRead(value, "yes_no_type")


def _asked(value: object) -> object:
    return from_words.demand(value)


def _asked_text(value: object) -> object:
    word = str(value).strip().casefold()
    if word in TRUE_WORDS:
        return True
    return False if word in FALSE_WORDS else from_words.demand(value)


def _percent_text(shares: Shares, value: object) -> object:
    text = str(value).strip()
    is_figure = text.removesuffix("%").strip().replace(",", ".", 1).replace(".", "", 1).isdecimal()
    return shares.text(text) if is_figure else _other(text)


def _other(text: str) -> object:
    return None if filled(text) is None and not isinstance(demand_of(text), Read) else from_words.demand(text)


def _amount_text(value: object) -> object:
    """An amount; else what the cell says of social return without one."""
    text = str(value)
    reading = amount_of(text)
    if isinstance(reading, Read):
        return reading.value
    if isinstance(demand_of(text), Read):
        return from_words.demand(text)
    if filled(text) is None:
        return None
    return in_its_column(NotRead(value, reading.why, reading.proposed), "social_return.amount")


_MIXED: dict[str, tuple[Converter | None, Converter | None]] = {
    "social_return.asked": (_asked, _asked_text),
    "social_return.amount": (None, _amount_text),
}
