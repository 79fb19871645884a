"""TenderNed's table as CSV and as a workbook, in the headings of its editions; everything in it is invented."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook

HEADINGS = (
    "ID publicatie",
    "TenderNed kenmerk",
    "Publicatiedatum",
    "Publicatie soort",
    "Officiële naam Aanbestedende dienst",
    "Naam aanbesteding",
    "Type opdracht",
    "Procedure",
    "CPV-codes",
    "Naam perceel",
    "Aanvang opdracht",
    "Termijn voltooiing opdracht",
    "Tijdseenheid periode voltooiing opdracht",
    "Datum besluit gunning",
    "Officiële benaming",
    "ON kvknummer",
    "Waarde - bedrag",
    "Waarde - valuta",
)
ROW: dict[str, object] = {
    "ID publicatie": 301234,
    "TenderNed kenmerk": 401234,
    "Publicatiedatum": "2026-05-11",
    "Publicatie soort": "Aankondiging van een gegunde opdracht",
    "Officiële naam Aanbestedende dienst": "Gemeente Voorbeeld",
    "Naam aanbesteding": "Schoonmaak van kantoren",
    "Type opdracht": "Diensten",
    "Procedure": "Niet-openbaar",
    "CPV-codes": "90919200-4 Schoonmaken van kantoren",
    "Aanvang opdracht": "2026-06-01",
    "Termijn voltooiing opdracht": "24",
    "Tijdseenheid periode voltooiing opdracht": "Maanden",
    "Datum besluit gunning": "06-05-2026",
    "Officiële benaming": "Voorbeeld Schoonmaak B.V.",
    "ON kvknummer": "10000003",
    "Waarde - bedrag": 250000,
    "Waarde - valuta": "EUR",
}


def as_csv(
    rows: Sequence[dict[str, object]],
    headings: Sequence[str] = HEADINGS,
    encoding: str = "utf-8-sig",
    delimiter: str = ";",
) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow(headings)
    writer.writerows([one.get(heading, "") for heading in headings] for one in rows)
    return text.getvalue().encode(encoding)


def write_workbook(
    path: Path,
    rows: Iterable[dict[str, object]],
    headings: Sequence[str] = HEADINGS,
    sheet: str = "OpenData sheet",
) -> None:
    """A workbook with a sheet to read first and the table on another."""
    workbook = Workbook(write_only=True)
    workbook.create_sheet("Leeswijzer").append(["Over deze dataset"])
    table = workbook.create_sheet(sheet)
    table.append(list(headings))
    for one in rows:
        table.append([one.get(heading) for heading in headings])
    workbook.save(path)
