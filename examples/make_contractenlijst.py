"""Makes examples/contractenlijst.xlsx: an invented list of contracts as a facility department keeps it.

python examples/make_contractenlijst.py [OUT]
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

OUT = Path(__file__).with_name("contractenlijst.xlsx")
TITLE = "Contracten Facilitair, Ministerie van Voorbeelden (verzonnen)"
NOTE = "bijgewerkt door team contractbeheer; bedragen excl. btw"
HEADINGS = (
    *("Zaaknr", "Omschrijving", "Leverancier", "CPV", "Bedrag ex", "Arbeid %", "Ingangsdatum", "Einde", "Opties"),
    *("Fase", "SROI", "Opdrachtgever", "Contractmanager", "Bijzonderheden"),
)
Cell = str | int | float | date | None
ROWS: tuple[tuple[Cell, ...], ...] = (
    ("Lopend",),
    (
        *("FB-2301", "Schoonmaak kantoren west", "Glanswerk B.V.", "90910000", 1_850_000, 0.8),
        *(date(2023, 4, 1), date(2027, 3, 31), "2x1 jaar", "lopend", "5%"),
        *("Directeur Bedrijfsvoering", "M. Voorbeeld", None),
    ),
    (
        *("FB-2302", "Catering hoofdgebouw", "Kruim en Korst", "55500000", 920_000, None),
        *(date(2023, 9, 1), date(2026, 8, 31), "1 jaar", "Verlengd", "5%"),
        *("Directeur Bedrijfsvoering", "M. Voorbeeld", None),
    ),
    (
        *("FB-2401", "Beveiliging en receptie", "Waakzaam BV", "79710000", 1_240_000, 0.9),
        *(date(2024, 1, 1), date(2027, 12, 31), "2x1 jaar", "lopend", "5%"),
        *("Directeur Bedrijfsvoering", "n.n.b.", None),
    ),
    (
        *("FB-2402", "Groenonderhoud terreinen", "Groenrijk", "77310000", 310_000, None),
        *(date(2024, 3, 1), date(2028, 2, 29), None, "lopend", "nee"),
        *("Hoofd Facilitair", "T. Voorbeeld", "bij verlenging opnieuw bezien"),
    ),
    (
        *("FB-2403", "Multifunctionals", "Printhuis", "30120000", 480_000, None),
        *(date(2024, 6, 1), date(2028, 5, 31), "1 jaar", "lopend", "nee"),
        *("Hoofd Facilitair", "T. Voorbeeld", "levering met onderhoud"),
    ),
    ("In voorbereiding",),
    (
        *("FB-2701", "Glasbewassing en gevels", None, "90911300", 540_000, 0.85),
        *(date(2027, 6, 1), date(2031, 5, 31), "2x1 jaar", "concept", "5%", "Hoofd Facilitair", None, None),
    ),
    (
        *("FB-2702", "Verhuizingen", None, "98392000", "ca. 400.000", None),
        *(date(2027, 9, 1), date(2030, 8, 31), None, "concept", "v"),
        *("Hoofd Facilitair", None, "marktconsultatie in januari"),
    ),
    (
        *("FB-2703", "Afvalinzameling", None, "90511000", 265_000, 0.6),
        *(date(2027, 7, 1), date(2031, 6, 30), "2x1 jaar", "concept", None, None, None, None),
    ),
)


def main() -> None:
    """Write the list to the path that was given, else to its place in this folder."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError
    sheet.title = "Facilitair"
    for row in ((TITLE,), (NOTE,), (), HEADINGS, *ROWS):
        sheet.append(row)
    _make_readable(sheet)
    book.save(out)


def _make_readable(sheet: Worksheet) -> None:
    """Bold headings, days and amounts as the department shows them."""
    sheet["A1"].font = Font(bold=True, size=14)
    for cell in sheet[4]:
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="1F4E79")
    for row in sheet.iter_rows(min_row=5):
        if row[1].value is None:
            row[0].font = Font(bold=True)
        row[4].number_format = "#,##0"
        row[5].number_format = "0%"
        row[6].number_format = row[7].number_format = "dd-mm-yyyy"
    for letter, width in zip("ABCDEFGHIJKLMN", (10, 28, 18, 11, 13, 10, 14, 14, 10, 11, 7, 26, 17, 30), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A5"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


if __name__ == "__main__":
    main()
