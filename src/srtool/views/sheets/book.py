"""The workbook itself: its styles, its sheets in their order, and what it says of itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.packaging.custom import StringProperty
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.hyperlink import Hyperlink

from srtool.lazy_dataclass import dataclass
from srtool.portfolio.changes import LAYOUT, REPORT, SEEN_ON
from srtool.texts import Lang, sentence, words
from srtool.views.shared.table import Formula, Link, Toned, Value
from srtool.views.sheets.cells import put, readable, shortened
from srtool.views.sheets.looks import Look, dress
from srtool.views.sheets.page_setup import on_paper
from srtool.views.sheets.properties import describe

SHEETS = (
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
    "pilots",
    "reasoning",
    "what_if",
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

    def __init__(self, lang: Lang, title: str, on: date, step: Callable[[], None], fits: Fits) -> None:
        self.lang, self.step, self.fits = lang, step, fits
        self.excel = _excel(title, lang)
        for name, value in ((REPORT, LAYOUT), (SEEN_ON, on.isoformat())):
            self.excel.custom_doc_props.append(StringProperty(name=name, value=value))
        self._styles: dict[tuple[Look, bool], Any] = {}
        self._order: dict[str, tuple[int, int]] = {}

    def sheet(self, key: str, widths: Sequence[float], *, part: int = 1, pages: int = 1) -> Any:  # noqa: ANN401 - openpyxl's own
        """A new sheet, landscape and so many pages wide; `part` counts the sheets that one table goes on over."""
        sheet: Any = self.excel.create_sheet(self.title(key, part))
        self._order[sheet.title] = (SHEETS.index(key), part)
        for place, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(place)].width = width
        sheet.sheet_view.showGridLines = False
        on_paper(sheet, wide=pages)
        margins = sheet.page_margins
        margins.left = margins.right = 0.4
        margins.top, margins.bottom = 0.7, 0.7
        margins.header = margins.footer = 0.3  # nearer to the edge than the table, or they cover each other
        footer = sheet.HeaderFooter.oddFooter
        footer.left.text, footer.center.text = "srtool", "&A"
        return sheet

    def cell(self, sheet: Any, value: Value, look: Look) -> Any:  # noqa: ANN401 - openpyxl's own
        """A cell of the sheet; what comes from the register is written as text, whatever it starts with."""
        cell: Any = WriteOnlyCell(sheet)
        match value:
            case Formula():
                cell.value = value.text
            case Link(text, to):
                self._put(cell, text)
                if to is not None:
                    look = replace(look, linked=True)
                    cell.hyperlink = Hyperlink(ref="", location=to, display=cell.value)
            case Toned(text, tone):
                self._put(cell, text)
                look = replace(look, tone=tone)
            case str():
                self._put(cell, value)
            case Decimal() if look.kind == "percent":
                cell.value = value.scaleb(-2)
            case _:
                cell.value = value
        cell._style = self._style(cell, look, quoted=bool(cell.quotePrefix))  # noqa: SLF001 - the only way to share one
        return cell

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
        self.excel.save(stream)

    def abandon(self) -> None:
        """Ends what was begun, for what openpyxl leaves open complains when the program ends."""
        for sheet in self.excel.worksheets:
            with suppress(Exception):  # whatever stopped the work may stop this too
                sheet.close()

    def _put(self, cell: Any, text: str) -> None:  # noqa: ANN401 - openpyxl's own
        put(cell, shortened(readable(text), sentence(self.lang, "report.table.cut")))

    def _style(self, cell: Any, look: Look, *, quoted: bool) -> Any:  # noqa: ANN401 - idem
        style = self._styles.get((look, quoted))
        if style is None:
            dress(cell, look, self.lang)
            style = self._styles[look, quoted] = cell._style  # noqa: SLF001 - idem
        return style


def _excel(title: str, lang: Lang) -> Any:  # noqa: ANN401 - openpyxl's own, of which the types know too little
    excel: Any = Workbook(write_only=True)
    describe(excel, title, lang)
    excel.calculation.fullCalcOnLoad = True
    return excel
