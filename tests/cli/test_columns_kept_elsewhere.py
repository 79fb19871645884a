"""What a whole register nowhere says is not said of its contracts: neither that it is so, nor that it is not."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from srtool.readers.word.draft_file import read_draft
from tests.support.program import printed

ON = ("--on", "2026-11-22", "--quiet")
_BARE: Mapping[str, object] = {
    "Nummer": "A-1",
    "Titel": "Schoonmaak",
    "Opdrachtnemer": "Firma X",
    "Soort": "diensten",
    "Loonsom": 400000,
    "Begin": "2025-01-01",
    "Einde": "2028-12-31",
    "Verplichting %": 5,
    "Grondslag": "loonsom",
}
_AGREED: Mapping[str, object] = {"Afspraak bij tekort": "Eerst een gesprek", "Plan van aanpak uiterlijk": "2025-03-01"}
_KEPT: Mapping[str, object] = {"Gerealiseerd": 9000, "Gerealiseerd per": "2026-11-01", "Gerealiseerd goedgekeurd": "ja"}
_ENDED: Mapping[str, object] = {"Einde": "2026-06-30", "Status": "afgelopen"}
_NOT_AGREED = {
    "nl": ("geen plan afgesproken", "geen rapportageritme afgesproken", "geen gevolg bij tekort afgesproken"),
    "en": ("no plan agreed", "no reporting rhythm agreed", "no consequence of a shortfall agreed"),
}


def _register(folder: Path, *contracts: Mapping[str, object]) -> str:
    """A workbook with one sheet, a row for each contract."""
    book = Workbook()
    book.remove(book["Sheet"])
    sheet = book.create_sheet("Contracten")
    headings = list(dict.fromkeys(heading for contract in contracts for heading in contract))
    sheet.append(headings)
    for contract in contracts:
        sheet.append([contract.get(heading) for heading in headings])
    book.save(folder / "register.xlsx")
    return str(folder / "register.xlsx")


def _several(folder: Path, first: Mapping[str, object], **second: object) -> str:
    return _register(folder, first, {**_BARE, "Nummer": "A-2", "Titel": "Groen", **second})


def _sheet(folder: Path, register: str, *kind: str, lang: str = "nl") -> str:
    out = folder / "sheet.docx"
    run = printed(["meeting", register, "--contract", "A-1", *kind, "--out", str(out), "--force", "--lang", lang, *ON])
    assert run.code == 0, run.stderr
    return "\n".join(passage.text for passage in read_draft(out).passages)


def _monitor(register: str, *options: str, lang: str = "nl") -> str:
    run = printed(["monitor", register, "--lang", lang, *options, *ON])
    assert run.code in {0, 1}, run.stderr
    return " ".join(run.stdout.split())


def _json(register: str) -> dict[str, object]:
    run = printed(["monitor", register, "--format", "json", *ON])
    contracts = json.loads(run.stdout)["progress"]
    return next(contract for contract in contracts if contract["contract"] == "A-1")


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("kind", [(), ("--letter",), ("--handover",), ("--client",)])
@pytest.mark.parametrize("make", [_several, _register])
def test_no_sheet_says_that_nothing_was_agreed(make: object, kind: tuple[str, ...], lang: str, tmp_path: Path) -> None:
    assert callable(make)
    text = _sheet(tmp_path, make(tmp_path, _BARE), *kind, lang=lang)
    for sentence in _NOT_AGREED[lang]:
        assert sentence not in text.lower()
    for certain in (
        "Niets met een datum",
        "Er valt nu niets",
        "heeft niets gevraagd",
        "Nothing with",
        "nothing to sign",
    ):
        assert certain not in text


@pytest.mark.parametrize("kind", [(), ("--handover",)])
def test_an_internal_sheet_says_what_is_not_in_the_register(kind: tuple[str, ...], tmp_path: Path) -> None:
    text = _sheet(tmp_path, _several(tmp_path, _BARE), *kind)
    assert "Niet in het register: plan, rapportageritme, gevolg bij tekort." in text
    assert "Niet in het register, dus niet te zeggen of er iets openstaat: plan, rapportage" in text


def test_what_others_have_was_left_open_on_this_one(tmp_path: Path) -> None:
    text = _sheet(tmp_path, _several(tmp_path, _BARE, **_AGREED))
    assert "Geen plan afgesproken; geen gevolg bij tekort afgesproken; niet in het register: rapportageritme." in text


@pytest.mark.parametrize("more", [{}, _AGREED])
def test_a_letter_admits_nothing(more: Mapping[str, object], tmp_path: Path) -> None:
    text = _sheet(tmp_path, _several(tmp_path, _BARE, **more), "--letter")
    assert "A-1: 5% van de loonsom." in text
    for word in ("gevolg", "rapportageritme", "Niet in het register", "Wat nog open staat"):
        assert word not in text


def test_an_unread_consequence_is_not_called_absent(tmp_path: Path) -> None:
    text = _sheet(tmp_path, _several(tmp_path, {**_BARE, "Plan van aanpak uiterlijk": "eind vorig jaar"}))
    assert "niet gelezen: plan" in text
    assert "geen plan afgesproken" not in text.lower()


@pytest.mark.parametrize("basis", ["", "loonsom"])
def test_a_percentage_says_of_what(basis: str, tmp_path: Path) -> None:
    text = _sheet(tmp_path, _several(tmp_path, {**_BARE, "Grondslag": basis or None}))
    wanted = "5% van de loonsom" if basis else "5% (waarvan, staat niet in het register)"
    assert f"A-1: {wanted}" in text


def test_the_agenda_does_not_say_that_no_consequence_was_agreed(tmp_path: Path) -> None:
    ended = {**_BARE, **_KEPT, **_ENDED}
    text = _monitor(_several(tmp_path, ended), "--agenda")
    assert "of er een gevolg is afgesproken, staat niet in het register" in text
    assert "geen gevolg afgesproken" in _monitor(_several(tmp_path, ended, **_AGREED), "--agenda")
    for lang, sentence in (("nl", "geen gevolg afgesproken"), ("en", "no consequence agreed")):
        assert sentence not in _monitor(_several(tmp_path, ended), lang=lang)
        assert sentence not in _monitor(_several(tmp_path, ended), "--contract", "A-1", lang=lang)


@pytest.mark.parametrize("more", [{"Gerealiseerd goedgekeurd": None}, {"Gerealiseerd goedgekeurd": "nee"}])
def test_what_is_not_approved_is_not_called_short(more: Mapping[str, object], tmp_path: Path) -> None:
    register = _several(tmp_path, {**_BARE, **_KEPT, **_ENDED, **more})
    assert "niet ingevuld bij het einde" not in _monitor(register, "--agenda")
    assert "€ 9.000,00" in _monitor(register, "--contract", "A-1")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_one_contract_in_a_sheet_keeps_no_more_than_one_of_several(lang: str, tmp_path: Path) -> None:
    one, several = _json(_register(tmp_path, _BARE)), _json(_several(tmp_path, _BARE))
    for key in ("state", "rule", "confirmed", "claimed", "open", "forecast", "gap", "life"):
        assert one[key] == several[key]
    text = _monitor(_register(tmp_path, _BARE), lang=lang)
    for certain in ("niets vernomen", "goedgekeurd € 0,00", "not heard", "approved € 0.00"):
        assert certain not in text


def test_a_standing_alone_tells_no_forecast(tmp_path: Path) -> None:
    register = _several(tmp_path, {**_BARE, **_KEPT})
    record = _json(register)
    assert record["confirmed"] == "9000.00"
    assert record["open"] == "11000.00"
    assert record["gap"] is None
    assert record["claimed"] is None
    assert record["forecast"] == {"worst": "9000.00", "expected": None, "best": None, "pace_per_year": None}
    text = _monitor(register, "--contract", "A-1", "--why")
    assert "Tempo: €" not in text
    assert "goedgekeurd: € 9.000,00 [berekend: stand volgens register]" in text
    assert "som(inspanningen)" not in text


def test_a_standing_that_fills_it_leaves_no_gap(tmp_path: Path) -> None:
    record = _json(_several(tmp_path, {**_BARE, **_KEPT, "Gerealiseerd": 20000}))
    assert (record["state"], record["gap"]) == ("met", "0.00")


def test_what_was_realised_stands_on_the_page_of_a_contract_without_an_amount(tmp_path: Path) -> None:
    without = {**_BARE, **_KEPT, "Loonsom": None, "Gerealiseerd goedgekeurd": None}
    assert "Stand volgens register € 9.000,00" in _monitor(_several(tmp_path, without), "--contract", "A-1")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_percentage_without_an_amount_is_asked_all_the_same(lang: str, tmp_path: Path) -> None:
    register = _several(tmp_path, {**_BARE, "Loonsom": None})
    asked = {"nl": "evraagd is 5% van de loonsom: het bedrag is niet bekend", "en": "sked is 5% of the wage sum"}[lang]
    assert asked in _monitor(register, lang=lang)
    assert _monitor(register, "--contract", "A-1", lang=lang).count(asked) == 2
    text = _sheet(tmp_path, register, lang=lang)
    assert asked in text
    assert {"nl": "Wat is de loonsom van dit contract", "en": "What is the wage sum of this contract"}[lang] in text


@pytest.mark.parametrize(
    ("more", "advice"),
    [
        ({"Loonsom": None}, "Vul de loonsom of de arbeidscomponent in"),
        ({"Grondslag": None}, "Vul in waarvan het percentage is"),
        ({"Gerealiseerd": 9000}, "Leg vast of de stand"),
        ({"Gerealiseerd": None}, "Leg vast wat er is gedaan"),
        ({"Verplichting %": "veel"}, "Verbeter de cellen"),
    ],
)
def test_the_advice_is_what_would_make_it_known(more: Mapping[str, object], advice: str, tmp_path: Path) -> None:
    out = tmp_path / "o.xlsx"
    contract = {**_BARE, **more, "SROI": "ja"} if "Verplichting %" in more else {**_BARE, **more}
    run = printed(["report", _several(tmp_path, contract), "--out", str(out), "--lang", "nl", *ON])
    assert run.code == 0, run.stderr
    rows = list(load_workbook(out)["Aandacht"].iter_rows(values_only=True))
    told = next(" ".join(str(cell) for cell in row) for row in rows if "A-1" in row)
    assert advice in told


def test_an_amount_of_nobody_knows_how_many_people_is_passed_on_in_steps(tmp_path: Path) -> None:
    register = _several(tmp_path, {**_BARE, **_KEPT, "Gerealiseerd": 9123, "Status": "lopend"})
    told = [
        _monitor(register, "--discreet"),
        _monitor(register, "--discreet", "--contract", "A-1", "--why"),
        printed(["monitor", register, "--discreet", "--format", "json", *ON]).stdout,
        printed(["monitor", register, "--discreet", "--format", "csv", *ON]).stdout,
        _sheet(tmp_path, register, "--client"),
        _sheet(tmp_path, register, "--handover"),
    ]
    for text in told:
        assert "9.123" not in text
        assert "9123" not in text
        assert "10.877" not in text
    assert all("of een onbekend aantal" in text for text in told[:2])
    assert "goedgekeurd € 5.000,00" in told[1]
    assert "van een onbekend aantal" in told[4]
    assert "€ 5.000,00" in told[4]


def test_no_cell_of_a_discreet_overview_holds_a_running_total(tmp_path: Path) -> None:
    out = tmp_path / "o.xlsx"
    register = _several(tmp_path, {**_BARE, **_KEPT, "Gerealiseerd": 9123})
    run = printed(["report", register, "--discreet", "--out", str(out), "--lang", "nl", *ON])
    assert run.code == 0, run.stderr
    cells = [cell for page in load_workbook(out) for row in page.iter_rows(values_only=True) for cell in row]
    assert not [cell for cell in cells if cell in {9123, 10877} or "9.123" in str(cell) or "10.877" in str(cell)]
    assert 5000 in cells


def test_how_long_nothing_was_heard_is_not_said_where_nobody_keeps_it(tmp_path: Path) -> None:
    register = _several(tmp_path, {**_BARE, **_KEPT})
    life = _json(register)["life"]
    assert isinstance(life, dict)
    assert life["silent_days"] is None
    table = printed(["monitor", register, "--format", "csv", "--lang", "nl", *ON]).stdout
    heading, row, *_ = csv.reader(table.splitlines(), delimiter=";")
    assert row[heading.index("Dagen sinds laatste teken")] == ""
    text = _monitor(register, "--contract", "A-1", "--why")
    assert "niets vernomen: 0" not in text
    assert "verlaagd bij besluit € 0,00, " not in text


@pytest.mark.parametrize("make", [_several, _register])
def test_no_decision_is_no_reduction_of_zero(make: object, tmp_path: Path) -> None:
    assert callable(make)
    out = tmp_path / "o.xlsx"
    run = printed(["report", make(tmp_path, _BARE), "--out", str(out), "--lang", "nl", *ON])
    assert run.code == 0, run.stderr
    rows = list(load_workbook(out)["Overzicht"].iter_rows(values_only=True))
    (told,) = [row[row.index("Verlaagd bij besluit") + 2] for row in rows if "Verlaagd bij besluit" in row]
    assert told == "niet bekend"
