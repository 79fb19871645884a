"""The open contract register of the Rijk: a CSV file without names of suppliers, whose KvK numbers lost zeros."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from srtool.notice.amounts import amount
from srtool.notice.published import PublishedContract, Stage, Winner
from srtool.notice.stated import Stated
from srtool.readers.notices.table_rows import Columns, Row, Table, plain
from srtool.readers.notices.table_values import cpv_of, day_of, number_of, text_of

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "id": ("Contractnummer", "Contract nr", "Contract ID", "Nummer"),
    "title": ("Contractnaam", "Naam contract", "Titel", "Contract titel", "Omschrijving contract", "Omschrijving"),
    "supplier_number": ("Kvk Nr Leverancier", "KvK nummer leverancier"),
    "participants": ("Aantal Unieke Deelnemers",),
    "authority": ("Organisatie", "Ministerie", "Departement", "Contracterende organisatie"),
    "category": ("Categorie", "Inkoopcategorie"),
    "cpv": ("CPV-code", "CPV"),
    "start": ("Startdatum", "Ingangsdatum", "Begindatum", "Startdatum contract"),
    "end": ("Einddatum", "Einddatum contract", "Expiratiedatum"),
    "end_latest": ("Uiterste einddatum", "Einddatum inclusief verlenging", "Maximale einddatum"),
    "value": ("Contractwaarde", "Waarde"),
}
ALIASES: dict[str, str] = {plain(heading): field for field, names in _HEADINGS.items() for heading in names}
NEEDED = frozenset({"supplier_number", "title"})
ONLY = NEEDED | {"participants"}
"""A table with these is the open register of the Rijk, and none that an organisation keeps for itself."""


def read(table: Table, file: str) -> Iterator[PublishedContract]:
    """The contracts of the register; without a number of its own each goes by that of its row."""
    columns = Columns(table, file)
    seen: set[str] = set()
    for row in table.rows:
        title = text_of(columns.get(row, "title"))
        if title is None:
            continue
        number = text_of(columns.get(row, "id")) or f"rij {row[0]}"
        if number in seen:
            number = f"{number}/{row[0]}"
        seen.add(number)
        supplier = text_of(columns.get(row, "supplier_number"))
        yield PublishedContract(
            number=number,
            publication=number,
            source=columns.source,
            stage=Stage.AWARDED,
            facts=columns.facts(dict(_facts(row, columns))),
            references=(number,),
            winners=(Winner(None, columns.stated(supplier, row, "supplier_number")),) if supplier else (),
        )


def _facts(row: Row, columns: Columns) -> Iterator[tuple[str, Stated[Any]]]:
    for key, value in (
        ("title", text_of(columns.get(row, "title"))),
        ("authority", text_of(columns.get(row, "authority"))),
        ("category", text_of(columns.get(row, "category"))),
        ("cpv", cpv_of(columns.get(row, "cpv"))),
        ("start", day_of(columns.get(row, "start"))),
        ("end", day_of(columns.get(row, "end"))),
        ("end_latest", day_of(columns.get(row, "end_latest"))),
    ):
        if value is not None:
            yield key, columns.stated(value, row, key)
    if text_of(columns.get(row, "value")) is not None:
        yield "contract_value", columns.stated(amount(number_of(columns.get(row, "value")), "EUR"), row, "value")
