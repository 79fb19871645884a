"""What stands below a column: a formula that follows the filter, and what it comes to before anybody filters."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from srtool.views.shared.table import Formula, Value

_SUBTOTAL = {"sum": 109, "count": 103}


class Total:
    """The values of one column, added up as they are written."""

    def __init__(self, sort: Literal["sum", "count"]) -> None:
        self._sort = sort
        self._result: int | Decimal = 0
        self.has_numbers = False
        """Whether there is anything to add up: nothing known is no zero."""
        self.is_part = False
        """Whether an amount that there is was not known, or not all of it."""

    def add(self, value: Value) -> None:
        """One more value; text and empty cells count for nothing in a sum."""
        shown = value.result if isinstance(value, Formula) else value
        if self._sort == "count":
            self._result += value is not None
        elif isinstance(shown, int | Decimal):
            self._result += shown
            self.has_numbers = True

    def formula(self, span: str) -> Formula:
        """The formula over these cells, such as `C5:C90`."""
        return Formula(f"=SUBTOTAL({_SUBTOTAL[self._sort]},{span})", self._result)
