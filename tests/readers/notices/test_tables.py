"""TenderNed's table in every edition, and the open contract register of the Rijk."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from srtool.notice.amounts import Flaw
from srtool.notice.published import PublishedContract, Stage
from srtool.readers.notices import files
from srtool.readers.notices.kvk import Kvk, kvk_of
from srtool.readers.notices.table_values import cpv_of, day_of, duration_of
from srtool.readers.notices.to_register import records
from srtool.texts.say import problem
from tests.support.notices.table_maker import HEADINGS, ROW, as_csv, write_workbook


def _csv(tmp_path: Path, *rows: dict[str, object], **how: Any) -> list[PublishedContract]:  # noqa: ANN401
    path = tmp_path / "tenderned.csv"
    path.write_bytes(as_csv(rows or (ROW,), **how))
    return files.read(path).published


def _stated(published: PublishedContract) -> dict[str, object]:
    return {key: stated.value for key, stated in published.facts.items() if key != "contract_value"}


EXPECTED = {
    "authority": "Gemeente Voorbeeld",
    "title": "Schoonmaak van kantoren",
    "kind": "services",
    "procedure": "restricted",
    "cpv": "90919200",
    "start": date(2026, 6, 1),
    "end": date(2028, 5, 31),
    "awarded_on": date(2026, 5, 6),
}


def test_a_row_gives_its_facts(tmp_path: Path) -> None:
    (published,) = _csv(tmp_path)
    assert _stated(published) == EXPECTED
    assert published.facts["contract_value"].value.euro == 250_000
    assert published.references == ("301234", "401234")
    assert str(published.facts["awarded_on"].place) == "tenderned.csv: tenderned!N2"


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_csv_in_any_encoding_and_separator(tmp_path: Path, encoding: str, delimiter: str) -> None:
    (published,) = _csv(tmp_path, encoding=encoding, delimiter=delimiter)
    assert _stated(published) == EXPECTED


def test_headings_of_an_older_edition(tmp_path: Path) -> None:
    older = {
        "ID publicatie": "Id publicatie",
        "Officiële naam Aanbestedende dienst": "Naam Aanbestedende dienst",
        "Datum besluit gunning": "Datum gunning",
        "Officiële benaming": "Naam gegunde onderneming",
        "ON kvknummer": "Kvknummer",
    }
    headings = [older.get(heading, heading) for heading in HEADINGS]
    row = {older.get(heading, heading): value for heading, value in ROW.items()}
    (published,) = _csv(tmp_path, {**row, "Publicatiedatum": "11-05-2026"}, headings=headings)
    assert _stated(published) == EXPECTED
    assert published.published_on == date(2026, 5, 11)


def test_a_workbook_is_known_by_its_headings_not_by_its_sheet(tmp_path: Path) -> None:
    for sheet in ("OpenData sheet", "Dataset 2016-2024", "Herzien"):
        path = tmp_path / "tenderned.xlsx"
        write_workbook(path, [ROW], sheet=sheet)
        (published,) = files.read(path).published
        assert _stated(published) == EXPECTED
        assert str(published.facts["title"].place) == f"tenderned.xlsx: {sheet}!F2"


def test_a_publication_is_repeated_per_lot_and_winner(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {**ROW, "Naam perceel": "Noord"},
        {**ROW, "Naam perceel": "Noord", "Officiële benaming": "Ander Voorbeeld B.V.", "ON kvknummer": "1000004"},
        {**ROW, "Naam perceel": "Zuid", "Waarde - bedrag": 90_000},
        {**ROW, "ID publicatie": 301235},
    ]
    north, south, other = _csv(tmp_path, *rows)  # not four contracts, and not 500,000 for the north
    assert (north.number, len(north.winners)) == ("301234/Noord", 2)
    assert north.facts["contract_value"].value.euro == 250_000
    assert south.facts["contract_value"].value.euro == 90_000
    assert other.number == "301235"


def test_a_publication_that_comes_back_later_keeps_its_own_number(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [ROW, {**ROW, "ID publicatie": 301235}, ROW]
    assert [one.number for one in _csv(tmp_path, *rows)] == ["301234", "301235", "301234/2"]


def test_an_award_takes_the_place_of_its_call_in_one_table(tmp_path: Path) -> None:
    nobody = {"Officiële benaming": "", "ON kvknummer": "", "Waarde - bedrag": ""}
    call = {**ROW, **nobody, "ID publicatie": 300001, "Publicatie soort": "Aankondiging van een opdracht"}
    records_of = records(_csv(tmp_path, call, ROW), "t.csv").tables["contracts"].records
    assert [(one["id"], one["status"]) for one in records_of] == [("301234", "awarded")]  # not two contracts


@pytest.mark.parametrize(
    ("cell", "currency", "flaw"),
    [
        ("Onbekend", "EUR", Flaw.UNREADABLE),
        ("30%", "EUR", Flaw.UNREADABLE),
        ("1", "EUR", Flaw.PLACEHOLDER),
        ("250000", "GBP", Flaw.CURRENCY),
        ("250.000,00", "EUR", None),
    ],
)
def test_text_in_an_amount(tmp_path: Path, cell: str, currency: str, flaw: Flaw | None) -> None:
    (published,) = _csv(tmp_path, {**ROW, "Waarde - bedrag": cell, "Waarde - valuta": currency})
    assert published.facts["contract_value"].value.flaw is flaw


def test_an_empty_amount_is_no_amount(tmp_path: Path) -> None:
    (published,) = _csv(tmp_path, {**ROW, "Waarde - bedrag": ""})
    assert "contract_value" not in published.facts


@pytest.mark.parametrize("name", ["zie bijlage", "n.v.t.", "diverse", ""])
def test_what_is_no_name_is_no_winner(tmp_path: Path, name: str) -> None:
    row = {**ROW, "Officiële benaming": name, "ON kvknummer": "", "Publicatie soort": "Aankondiging van een opdracht"}
    (published,) = _csv(tmp_path, row)
    assert (published.winners, published.stage) == ((), Stage.TENDERED)


@pytest.mark.parametrize(
    ("number", "unit", "expected"),
    [
        ("12", "Maanden", (12, "MONTH")),
        ("12 Maanden", None, (12, "MONTH")),
        (2.0, "Jaren", (2, "YEAR")),
        ("90", "Dagen", (90, "DAY")),
        ("4", "Weken", (4, "WEEK")),
        ("veel", "Maanden", None),
        ("0", "Jaar", None),
    ],
)
def test_a_term_is_a_number_and_a_word(number: object, unit: object, expected: tuple[int, str] | None) -> None:
    duration = duration_of(number, unit)
    assert (None if duration is None else (duration.number, duration.unit)) == expected


def test_values_in_cells() -> None:
    assert day_of("2026-03-02T00:00:00Z") == day_of("02-03-2026") == day_of("2-3-2026") == date(2026, 3, 2)
    assert day_of("31-02-2026") is None
    assert cpv_of(3120000) == "03120000"  # a number lost its first zero
    assert cpv_of("45233130.0") == "45233130"


RIJK = (
    "Contractnaam;Kvk Nr Leverancier;Aantal Unieke Deelnemers;Startdatum;Einddatum\r\n"
    "Koffie en thee voor cafés;9155985;12;01-01-2025;31-12-2028\r\n"
    "Beveiliging;10000003;3;2025-01-01;\r\n"
    "Advies;;1;;\r\n"
)


def test_the_register_of_the_rijk_has_zeros_restored_and_said(tmp_path: Path) -> None:
    path = tmp_path / "rijk.csv"
    path.write_bytes(RIJK.encode("cp1252"))
    published = files.read(path).published
    assert [one.facts["title"].value for one in published] == ["Koffie en thee voor cafés", "Beveiliging", "Advies"]
    register = records(published, "rijk.csv")
    assert [one.get("supplier") for one in register.tables["contracts"].records] == ["09155985", "10000003", None]
    (remark,) = register.remarks
    assert problem("en", remark).startswith("rijk.csv: a KvK number of seven digits")
    assert "rij 2 (09155985; rijk!B2)" in problem("en", remark)
    assert published[0].facts["end"].value == date(2028, 12, 31)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10000003", Kvk("10000003")),
        ("1000.0003", Kvk("10000003")),
        ("KVK 10000003", Kvk("10000003")),
        ("NL-KVK-10000003", Kvk("10000003")),
        ("9155985", Kvk("09155985", is_restored=True)),
        ("00000000", None),
        ("0243.405.860", None),  # a Belgian number
        ("BE001", None),
        ("915598", None),
        ("Voorbeeld B.V.", None),
        ("²0000003", None),
    ],
)
def test_numbers_of_the_kvk(text: str, expected: Kvk | None) -> None:
    assert kvk_of(text) == expected
