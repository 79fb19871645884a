from __future__ import annotations

import pytest

from srtool.register.model import Contract, Register, Supplier
from srtool.register.supplier_names import SpellingTable, supplier_name
from srtool.register.suppliers import Suppliers


@pytest.mark.parametrize(
    "written",
    [
        "De Glans B.V.",
        "DE GLANS BV",
        "de glans b.v.",
        "De  Glans, B. V.",
        "De Glans (B.V.)",
        "DeGlans bv",
        " De Glans BV ",
    ],
)
def test_capitals_spaces_dots_and_the_spelling_of_the_form_are_no_identity(written: str) -> None:
    assert supplier_name(written) == ("deglans", "bv")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("De Glans V.O.F.", ("deglans", "vof")),
        ("Stichting De Glans", ("deglans", "stichting")),
        ("N.V. De Glans", ("deglans", "nv")),
        ("De Glans", ("deglans", None)),
        ("BV", ("bv", None)),
        ("B.V.", ("bv", None)),
        ("Glansbv", ("glansbv", None)),
        ("...", ("...", None)),
    ],
)
def test_the_legal_form_stands_apart(written: str, name: tuple[str, str | None]) -> None:
    assert supplier_name(written) == name


def test_a_missing_form_is_likely_and_two_forms_are_a_question() -> None:
    table = SpellingTable(("Glans", "Glans B.V.", "GLANS BV"))
    assert table.likely("Glans") == ("Glans B.V.", "GLANS BV")
    assert table.likely("GLANS BV") == ("Glans",)
    assert table.other_forms("Glans") == ()
    three = SpellingTable(("Glans", "Glans B.V.", "Glans VOF"))
    assert three.likely("Glans") == three.likely("Glans VOF") == ()
    assert three.other_forms("Glans") == ("Glans B.V.", "Glans VOF")
    assert three.other_forms("Glans VOF") == ("Glans B.V.",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jansen Schoonmaak", "Janssen Schoonmaak"),
        ("Schoonmaak De Dweil", "Schoonmaak De-Dweil"),
        ("Coöperatie Werk", "Cooperatie Werk"),
        ("Vis & Zoon", "Vis en Zoon"),
        ("Bakkerij Zon B.V.", "Bakkerij-Zon"),
        ("Veenstra Groen", "Veenstro Groen"),
    ],
)
def test_names_that_are_close_are_alike(one: str, other: str) -> None:
    table = SpellingTable((one, other))
    assert table.alike(one) == (other,)
    assert table.alike(other) == (one,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bedrijf A", "Bedrijf B"),
        ("Leverancier 12", "Leverancier 13"),
        ("Bouw BV", "Bouw VOF"),
        ("Glans", "Glas"),
        ("GLANS", "glans"),
        ("Jansen Schoonmaak", "Pietersen Schoonmaak"),
    ],
)
def test_names_that_are_numbered_short_or_the_same_are_not(one: str, other: str) -> None:
    assert SpellingTable((one, other)).alike(one) == ()


def _suppliers(*written: str, table: tuple[Supplier, ...] = ()) -> Suppliers:
    contracts = tuple(Contract(str(n), "t", supplier=name) for n, name in enumerate(written))
    return Suppliers(Register(contracts=contracts, suppliers=table))


def test_all_spellings_go_by_the_first_or_by_the_number_of_the_table() -> None:
    assert {_suppliers("Glans BV", "GLANS B.V.").number(name) for name in ("Glans BV", "GLANS B.V.")} == {"Glans BV"}
    known = _suppliers("Glans BV", table=(Supplier("12345678", "Glans B.V."),))
    assert known.number("Glans BV") == "12345678"
    assert known.of_contracts == {"0": "12345678"}


def test_a_likely_match_is_one_for_sums_and_groups_and_not_for_who_gets_what() -> None:
    who = _suppliers("Glans", "Glans B.V.")
    assert {who.likely_number(name) for name in ("Glans", "Glans B.V.")} == {"Glans B.V."}
    assert who.of_contracts == {"0": "Glans", "1": "Glans B.V."}
    assert who.doubt("Glans") == ("likely", ("Glans B.V.",))
    assert who.doubt("Glans B.V.") is None  # which is taken for no other


def test_two_forms_or_two_numbers_stay_two() -> None:
    two = _suppliers("Glans VOF", "Glans B.V.", "Glans")
    assert {two.likely_number(name) for name in ("Glans VOF", "Glans B.V.", "Glans")} == {
        "Glans VOF",
        "Glans B.V.",
        "Glans",
    }
    known = _suppliers("GLANS BV", table=(Supplier("12345678", "Glans B.V."), Supplier("87654321", "Glans BV")))
    assert known.number("GLANS BV") == "GLANS BV"
    assert two.doubt("Glans VOF") == ("forms", ("Glans B.V.",))
    assert _suppliers("Glans BV", "glans b.v.", "Ander").doubt("Glans BV") is None


def test_numbers_on_both_sides_settle_what_looks_alike() -> None:
    table = (Supplier("12345678", "Glans B.V."), Supplier("87654321", "Glans VOF"))
    assert _suppliers("Glans B.V.", "Glans VOF", table=table).doubt("Glans VOF") is None
    assert _suppliers("Glans B.V.", "Glans VOF", table=table[:1]).doubt("Glans VOF") == ("forms", ("Glans B.V.",))


def test_what_is_typed_is_found_in_any_spelling() -> None:
    assert _suppliers("Glans B.V.", "Anders").meant_by("glans bv") == "Glans B.V."


def test_a_number_beside_the_name_decides() -> None:
    contracts = (
        Contract("A", "t", supplier="Glans", supplier_id="12345678"),
        Contract("B", "t", supplier="De Spiegel VOF", supplier_id="12345678"),
        Contract("C", "t", supplier="glans"),
        Contract("D", "t", supplier="Glans", supplier_id="87654321"),
        Contract("E", "t", supplier_id="12345678"),
    )
    who = Suppliers(Register(contracts=contracts))
    assert who.of_contracts == {"A": "12345678", "B": "12345678", "C": "glans", "D": "87654321", "E": "12345678"}
    who = Suppliers(Register(contracts=contracts[:3]))
    assert who.of_contracts["C"] == "12345678"
    assert who.display_names["12345678"] == "Glans"
    assert who.doubles == {}
