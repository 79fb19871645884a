"""TenderNed's own table of notices, of every edition: a row per publication, lot and winner, read as it comes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from srtool.notice.amounts import amount
from srtool.notice.contracts import PLACEHOLDER_DAY
from srtool.notice.period import Duration
from srtool.notice.published import PublishedContract, Stage, Winner
from srtool.notice.stated import Stated
from srtool.readers.notices.table_rows import Columns, Row, Table, plain
from srtool.readers.notices.table_values import cpv_of, day_of, duration_of, number_of, text_of

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "publication": ("ID publicatie", "Publicatie ID"),
    "reference": ("TenderNed kenmerk",),
    "published_on": ("Publicatiedatum", "Datum publicatie"),
    "notice_kind": ("Publicatie soort", "Type publicatie", "Soort publicatie"),
    "authority": ("Officiële naam Aanbestedende dienst", "Naam Aanbestedende dienst", "Naam organisatie"),
    "title": ("Naam aanbesteding", "Naam opdracht"),
    "description": ("Korte beschrijving opdracht", "Korte beschrijving aanbesteding", "Omschrijving aanbesteding"),
    "lot": ("Perceelnummer", "Nummer perceel", "Perceel nummer", "Perceel"),
    "lot_title": ("Naam perceel", "Titel perceel"),
    "kind": ("Type opdracht", "Aard opdracht"),
    "procedure": ("Procedure", "Soort procedure"),
    "cpv": ("CPV-codes", "CPV code", "Hoofd CPV", "Hoofd CPV-code"),
    "start": ("Aanvang opdracht",),
    "end": ("Voltooiing opdracht",),
    "term": ("Termijn voltooiing opdracht",),
    "term_unit": ("Tijdseenheid periode voltooiing opdracht",),
    "awarded_on": ("Datum besluit gunning", "Datum gunning", "Datum wanneer winnaar is gekozen"),
    "winner": ("Officiële benaming", "Naam gegunde onderneming", "Naam gegunde ondernemer"),
    "winner_number": ("ON kvknummer", "Kvknummer"),
    "winner_country": ("ON land",),
    "value": ("Waarde - bedrag", "Waarde bedrag"),
    "currency": ("Waarde - valuta", "Waarde valuta"),
    "estimate": ("Oorspronkelijk geraamde waarde - bedrag", "Geraamde waarde in EUR", "Geraamde waarde"),
    "estimate_currency": ("Oorspronkelijk geraamde waarde - valuta",),
}
ALIASES: dict[str, str] = {plain(heading): field for field, names in _HEADINGS.items() for heading in names}
"""Headings of the editions from 2016 on; where a table has two of one field, the first of these is read."""
NEEDED = frozenset({"publication", "authority"})
ONLY = NEEDED | {"published_on", "notice_kind"}
"""A table with these is TenderNed's, and no register that an organisation keeps for itself."""
_KINDS = {"leveringen": "supplies", "diensten": "services", "werken": "works"}
_PROCEDURES = {"openbaar": "open", "openbareprocedure": "open", "nietopenbaar": "restricted"}
_PROCEDURES |= {"nietopenbareprocedure": "restricted"}
_HOME = frozenset({"nederland", "nl", "nld", "the netherlands"})

Facts = dict[str, Stated[Any]]


def read(table: Table, file: str) -> Iterator[PublishedContract]:
    """The contracts of the table: the rows of one lot with one value are one contract with several winners.

    Rows of one publication stand together; what comes back later is told apart by its number.
    """
    seen: set[str] = set()
    columns = Columns(table, file)
    for publication, rows in groupby(table.rows, lambda row: text_of(columns.get(row, "publication"))):
        if publication is not None:
            yield from _publication(publication, list(rows), columns, seen)


def _publication(publication: str, rows: list[Row], columns: Columns, seen: set[str]) -> Iterator[PublishedContract]:
    lots: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        lot = text_of(columns.get(row, "lot")) or text_of(columns.get(row, "lot_title")) or ""
        lots.setdefault((lot, str(columns.get(row, "value"))), []).append(row)
    for (lot, _), of_lot in lots.items():
        number = wanted = f"{publication}/{lot}" if lot else publication
        count = 1
        while number in seen:
            count += 1
            number = f"{wanted}/{count}"
        seen.add(number)
        yield _contract(number, publication, lot, of_lot, columns)


def _contract(number: str, publication: str, lot: str, rows: list[Row], columns: Columns) -> PublishedContract:
    row = rows[0]
    reference = text_of(columns.get(row, "reference"))
    winners = tuple(_winners(rows, columns))
    return PublishedContract(
        number=number,
        publication=publication,
        source=columns.source,
        stage=_stage(text_of(columns.get(row, "notice_kind")), is_won=bool(winners)),
        facts=columns.facts(_facts(row, columns)),
        procedure=reference,
        published_on=day_of(columns.get(row, "published_on")),
        lots=(lot,) if lot else (),
        references=tuple(dict.fromkeys(filter(None, (number, publication, reference)))),
        winners=winners,
    )


def _stage(kind: str | None, *, is_won: bool) -> Stage:
    words = (kind or "").casefold()
    if is_won or "gegund" in words or "gunning" in words:
        return Stage.AWARDED
    if "beëindig" in words or "voortijdig" in words:
        return Stage.CLOSED
    return Stage.PLANNED if "vooraank" in words or "marktconsult" in words else Stage.TENDERED


def _winners(rows: list[Row], columns: Columns) -> Iterator[Winner]:
    """Each winner once; the first row of each is its place."""
    seen: set[tuple[str | None, str | None]] = set()
    for row in rows:
        name, number = text_of(columns.get(row, "winner")), text_of(columns.get(row, "winner_number"))
        if (name is None and number is None) or (name, number) in seen:
            continue
        seen.add((name, number))
        country = (text_of(columns.get(row, "winner_country")) or "").casefold()
        yield Winner(
            columns.stated(name, row, "winner") if name else None,
            columns.stated(number, row, "winner_number") if number else None,
            is_foreign=bool(country) and country not in _HOME,
        )


def _facts(row: Row, columns: Columns) -> Facts:
    facts: Facts = {}
    found: list[tuple[str, str, object]] = [
        ("authority", "authority", text_of(columns.get(row, "authority"))),
        ("title", "title", text_of(columns.get(row, "title"))),
        ("kind", "kind", _KINDS.get(plain(columns.get(row, "kind")))),
        ("procedure", "procedure", _PROCEDURES.get(plain(columns.get(row, "procedure")))),
        ("cpv", "cpv", cpv_of(columns.get(row, "cpv"))),
        ("start", "start", day_of(columns.get(row, "start"))),
        ("end", "end", day_of(columns.get(row, "end"))),
        ("awarded_on", "awarded_on", day_of(columns.get(row, "awarded_on"))),
    ]
    if found[1][2] is None:
        found[1] = ("title", "description", text_of(columns.get(row, "description")))
    lot_title = text_of(columns.get(row, "lot_title"))
    if lot_title is not None:
        found[1] = ("title", "lot_title", lot_title)
    facts.update({key: columns.stated(value, row, field) for key, field, value in found if value is not None})
    word = text_of(columns.get(row, "procedure"))
    if "procedure" not in facts and word is not None:
        facts["procedure_word"] = columns.stated(word, row, "procedure")
    if "awarded_on" in facts and facts["awarded_on"].value == PLACEHOLDER_DAY:
        del facts["awarded_on"]
    _add_term(facts, row, columns)
    for key, field, currency in (
        ("contract_value", "value", "currency"),
        ("estimated_value", "estimate", "estimate_currency"),
    ):
        cell = columns.get(row, field)
        if cell is not None and str(cell).strip():
            code = text_of(columns.get(row, currency)) or "EUR"
            facts[key] = columns.stated(amount(number_of(cell), code.upper()), row, field)
    return facts


def _add_term(facts: Facts, row: Row, columns: Columns) -> None:
    """The end that a number of months from the start comes to; the months alone when there is no start."""
    if "end" in facts:
        return
    duration: Duration | None = duration_of(columns.get(row, "term"), columns.get(row, "term_unit"))
    if duration is None:
        return
    if "start" in facts and (last := duration.last_day_from(facts["start"].value)) is not None:
        facts["end"] = columns.stated(last, row, "term")
    elif "start" not in facts and duration.months is not None:
        facts["term_months"] = columns.stated(duration.months, row, "term")
    elif duration.days is not None:
        facts["term_days"] = columns.stated(duration.days, row, "term")
