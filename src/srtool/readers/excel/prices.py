"""Amounts for a year or a month in a cell, such as `2.500.000 p.j.`: never the value of a contract as they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from srtool.place import Row
from srtool.readers.excel.cells import Noted, NotRead
from srtool.register.model import Contract
from srtool.register.price_of_term import yearly_over_term
from srtool.register.unread import UnreadCell

_MONTHS = {"amount_per_year": 1, "amount_per_month": 12}
"""How often a year holds the period of an amount that is not read for this reason."""
PRICES = frozenset(_MONTHS)
_OWN = {"value_per_year": "amount_per_year", "value_per_month": "amount_per_month"}
_TOTALS = frozenset({"contract_value", "estimated_value"})


def in_its_column(taken: object, key: str) -> object:
    """What a cell was taken for under a field: there the price of a year is what is asked, elsewhere a part."""
    if not isinstance(taken, NotRead) or taken.why not in PRICES | {"amount_period"}:
        return taken
    if _OWN.get(key) == taken.why and isinstance(taken.proposed, Decimal):
        return Noted(taken.proposed, "value_derived", taken.seen)
    if key in _TOTALS and taken.why in PRICES:
        return taken
    return replace(taken, why="amount_other_period" if key in _OWN else "amount_period", proposed=None)


def over_the_term(cells: Iterable[UnreadCell], contracts: Sequence[tuple[Row, Contract]]) -> list[UnreadCell]:
    """The same cells; where one holds a price, what it comes to over the term is proposed, if that is known."""
    of_row: dict[tuple[str, int | None], Contract] = {(row.table, row.number): contract for row, contract in contracts}
    return [
        replace(cell, proposed=_total(cell, of_row.get((cell.place.table, cell.place.number))))
        if cell.table == "contracts" and cell.why in PRICES
        else cell
        for cell in cells
    ]


def _total(cell: UnreadCell, contract: Contract | None) -> Decimal | None:
    if contract is None or not isinstance(cell.proposed, Decimal):
        return None
    yearly: Any = replace(contract, value_per_year=cell.proposed * _MONTHS[cell.why])
    total = yearly_over_term(yearly)
    return None if total is None else total[0]
