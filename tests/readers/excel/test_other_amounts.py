"""Amounts with VAT or for a year are never the total, and what was realised may be approved by its heading."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from srtool.readers import register
from srtool.register.model import RegisterFile


def read(
    folder: Path, heading: str, *cells: object, above: str = "", own: dict[str, str] | None = None
) -> RegisterFile:
    lines = "".join(f"C-{n};Schoonmaak;1-1-2026;{cell}\n" for n, cell in enumerate(cells, start=1))
    path = folder / "Contracten.csv"
    path.write_text(f"{above}Contractnummer;Omschrijving;Ingangsdatum;{heading}\n{lines}", encoding="utf-8")
    return register.read(path, own)


@pytest.mark.parametrize(
    "heading",
    [
        "Contractwaarde incl. btw",
        "Waarde (incl. btw)",
        "Opdrachtwaarde inclusief BTW",
        "Raming incl 21% btw",
        "Bedrag met btw",
        "Waarde per jaar incl. btw",
        "Contract value incl. VAT",
        "Value including VAT",
    ],
)
def test_an_amount_with_vat_is_named_and_not_read(tmp_path: Path, heading: str) -> None:
    register_file = read(tmp_path, heading, 121000)
    (remark,) = register_file.remarks
    assert (remark.code, remark.values["headings"]) == ("columns_with_vat", (heading,))
    contract = register_file.register.contracts[0]
    assert (contract.contract_value, contract.estimated_value, contract.value_per_year) == (None, None, None)


@pytest.mark.parametrize("heading", ["Opdrachtsom (per jaar)", "Omzet per jaar", "Bedrag p.j.", "Spend per annum"])
def test_an_amount_for_a_year_is_named_and_not_the_total(tmp_path: Path, heading: str) -> None:
    register_file = read(tmp_path, heading, 30000)
    (remark,) = register_file.remarks
    assert (remark.code, remark.values["headings"]) == ("columns_per_year", (heading,))
    assert register_file.register.contracts[0].contract_value is None


def test_a_value_per_year_has_a_field_of_its_own(tmp_path: Path) -> None:
    register_file = read(tmp_path, "Waarde per jaar", 30000)
    assert register_file.register.contracts[0].value_per_year == 30_000
    assert not register_file.remarks


@pytest.mark.parametrize("heading", ["Overleggen per jaar", "Contract per p.j."])
def test_what_is_no_amount_is_only_unknown(tmp_path: Path, heading: str) -> None:
    assert [remark.code for remark in read(tmp_path, heading, 4).remarks] == ["columns_unknown"]


@pytest.mark.parametrize(
    ("heading", "value"), [("Contractwaarde", None), ("Contractwaarde excl. btw", 121_000), ("Opdrachtsom", None)]
)
def test_a_note_above_the_headings_that_says_so_holds_unless_the_heading_says_otherwise(
    tmp_path: Path, heading: str, value: int | None
) -> None:
    register_file = read(tmp_path, heading, 121000, above="Alle bedragen incl. btw;;;\n")
    assert register_file.register.contracts[0].contract_value == (None if value is None else Decimal(value))
    assert [remark.code for remark in register_file.remarks] == (["columns_with_vat"] if value is None else [])


def test_what_the_user_assigns_is_read(tmp_path: Path) -> None:
    register_file = read(tmp_path, "Waarde incl. btw", 121000, own={"Waarde incl. btw": "contract_value"})
    assert register_file.register.contracts[0].contract_value == 121_000
    assert not register_file.remarks


@pytest.mark.parametrize(
    "heading",
    [
        "SROI gerealiseerd (goedgekeurd)",
        "Goedgekeurde realisatie",
        "Social return gerealiseerd - akkoord",
        "Gerealiseerd goedgekeurd",
        "Realisatie akkoord",
        "Amount realised (approved)",
        "Approved realised amount",
    ],
)
def test_a_heading_that_says_approved_makes_the_amount_approved(tmp_path: Path, heading: str) -> None:
    register_file = read(tmp_path, heading, 4000, "", 0, "€ 2.500,50")
    standings = [contract.social_return for contract in register_file.register.contracts]
    assert [one.realised for one in standings] == [4_000, None, 0, Decimal("2500.50")]
    assert [one.realised_approved for one in standings] == [True, None, True, True]
    assert not register_file.remarks
    assert register_file.rows["contracts"][0].at("social_return.realised").column == "D"


@pytest.mark.parametrize("heading", ["Realisatie goedgekeurd", "SROI gerealiseerd akkoord"])
def test_yes_and_no_under_such_a_heading_stay_that(tmp_path: Path, heading: str) -> None:
    standings = [contract.social_return for contract in read(tmp_path, heading, "ja", "nee", "").register.contracts]
    assert [one.realised_approved for one in standings] == [True, False, None]
    assert {one.realised for one in standings} == {None}


@pytest.mark.parametrize("heading", ["SROI gerealiseerd (niet goedgekeurd)", "Gerealiseerd, nog niet akkoord"])
def test_what_was_not_approved_is_not_taken_for_it(tmp_path: Path, heading: str) -> None:
    standing = read(tmp_path, heading, 4000).register.contracts[0].social_return
    assert standing.realised_approved is None


def test_an_approved_amount_goes_before_a_claimed_one_and_counts_in_thousands(tmp_path: Path) -> None:
    heading = "Gerealiseerd;Gerealiseerd goedgekeurd (x 1.000)"
    standing = read(tmp_path, heading, "5000;4").register.contracts[0].social_return
    assert (standing.realised, standing.realised_approved) == (Decimal(4_000), True)
