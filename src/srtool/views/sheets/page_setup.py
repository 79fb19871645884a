"""How a sheet prints: on A4, as wide as it is said, with its name and its pages below."""

from __future__ import annotations

from typing import Any

_A4 = 9


def on_paper(sheet: Any, *, orientation: str = "landscape", wide: int = 1, deep: int = 0) -> None:  # noqa: ANN401 - openpyxl's own
    """Fits the sheet on so many pages beside each other and, unless it is 0, below each other."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = orientation, _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = wide, deep
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.HeaderFooter.oddFooter.left.text = "&A"
    sheet.HeaderFooter.oddFooter.right.text = "&P / &N"
