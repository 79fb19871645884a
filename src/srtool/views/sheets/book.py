"""The workbook itself: its styles, its sheets in their order, and what it says of itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName

from srtool.lazy_dataclass import dataclass
from srtool.portfolio.changes import LAYOUT, REPORT, SEEN_ON
from srtool.texts import Lang, sentence, words
from srtool.views.sheets import splice
from srtool.views.sheets.cell_writers import CellWriters
from srtool.views.sheets.page_setup import on_paper
from srtool.views.sheets.properties import describe
from srtool.views.sheets.streamed_sheet import StreamedSheet

SHEETS = (
    "simulated",
    "simulated_categories",
    "simulated_units",
    "simulated_contracts",
    "overview",
    "changes",
    "attention",
    "contracts",
    "findings",
    "unread",
    "notices",
    "bundles",
    "realisation",
    "suppliers",
    "causes",
    "pilots",
    "chances",
    "reasoning",
    "what_if",
    "chart_numbers",
    "receipt",
)
"""The sheets in their order; one without content is left out."""


@dataclass(frozen=True, slots=True)
class Fits:
    """How wide a column must be for the amounts and for the numbers of contracts of this register."""

    amount: float
    contract: float

    @classmethod
    def of(cls, most: Decimal, longest: int) -> Fits:
        """For no larger amount, and no longer number of a contract as long as that is no text."""
        return cls(len(f"€ {most:,.2f}") * 0.92 + 1.5, min(longest * 1.2 + 2, 44))


class Book:
    """A workbook that is written row by row, so that its length costs no memory."""

    def __init__(
        self, lang: Lang, title: str, on: date, step: Callable[[], None], fits: Fits, *, layout: str = LAYOUT
    ) -> None:
        """`layout` tells another command what was made: no register, and only a report can be an earlier one.

        `fits` may be set anew, before the tables that it is for are opened or refitted.
        """
        self.lang, self.step, self.fits = lang, step, fits
        self.excel = _excel(title, lang)
        for name, value in ((REPORT, layout), (SEEN_ON, on.isoformat())):
            self.excel.custom_doc_props.append(StringProperty(name=name, value=value))
        bare = self.excel.active
        self.excel.remove(bare)
        self.writers = CellWriters(bare, lang)
        self._sheets: dict[str, StreamedSheet] = {}
        self._order: dict[str, tuple[int, int]] = {}

    def sheet(self, key: str, widths: Sequence[float], *, part: int = 1, pages: int = 1) -> StreamedSheet:
        """A new sheet, landscape and so many pages wide; `part` counts the sheets that one table goes on over."""
        layout: Any = self.excel.create_sheet(self.title(key, part))
        self._order[layout.title] = (SHEETS.index(key), part)
        layout.sheet_view.showGridLines = False
        on_paper(layout)
        lay_out(layout, widths, pages)
        margins = layout.page_margins
        margins.left = margins.right = 0.4
        margins.top, margins.bottom = 0.7, 0.7
        margins.header = margins.footer = 0.3  # nearer to the edge than the table, or they cover each other
        footer = layout.HeaderFooter.oddFooter
        footer.left.text, footer.center.text = "srtool", "&A"
        self._sheets[layout.title] = StreamedSheet(layout, len(widths), self.writers)
        return self._sheets[layout.title]

    def name(self, name: str, sheet: str, place: str) -> None:
        """Gives a cell, such as `$C$5`, a name that formulas elsewhere can use."""
        self.excel.defined_names[name] = DefinedName(name, attr_text=f"{quote_sheetname(sheet)}!{place}")

    def title(self, key: str, part: int = 1) -> str:
        """What the sheet is called; `part` counts the sheets that one table goes on over."""
        name: str = words(self.lang, "report.sheets")[key]
        return name if part == 1 else sentence(self.lang, "report.table.part").format(name=name, n=part)

    def save(self, stream: BinaryIO) -> None:
        """Writes the whole workbook, its sheets in the order of SHEETS."""
        for place, title in enumerate(sorted(self._order, key=self._order.__getitem__)):
            self.excel.move_sheet(title, place - self.excel.sheetnames.index(title))
        self.excel.active = 0
        splice.save(self.excel, self._sheets, stream)

    def close(self) -> None:
        """Lets go of the rows, whether they were saved or not."""
        for sheet in self._sheets.values():
            sheet.close()


def lay_out(layout: Any, widths: Sequence[float], pages: int) -> None:  # noqa: ANN401 - openpyxl's own
    """Makes the columns of a sheet so many characters wide, and it so many pages."""
    layout.page_setup.fitToWidth = pages
    for place, width in enumerate(widths, start=1):
        layout.column_dimensions[get_column_letter(place)].width = width


def _excel(title: str, lang: Lang) -> Any:  # noqa: ANN401 - openpyxl's own, of which the types know too little
    excel: Any = Workbook()
    describe(excel, title, lang)
    excel.calculation.fullCalcOnLoad = True
    return excel
