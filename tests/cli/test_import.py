"""What a supplier sent back: added behind a register that stays whole, or refused by its cell."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty

from srtool.cli import output
from srtool.cli.program import run
from srtool.register.model import Effort
from srtool.views.register.records_toml import appended
from tests.support.two_suppliers import REGISTER

ON = ("--on", "2026-11-22")
HEADINGS = (
    *("Nummer", "Contractnummer", "Soort inspanning", "Bouwblok", "Pseudoniem", "Begindatum", "Einddatum"),
    *("Uren per week", "Bedrag", "Status", "Bevestigd op", "Corrigeert"),
)
Row = Mapping[str, object]
NEW: Row = {
    "Nummer": "N1",
    "Contractnummer": "SCH-1",
    "Soort inspanning": "plaatsing",
    "Pseudoniem": "P7",
    "Begindatum": date(2026, 9, 1),
    "Uren per week": 24,
    "Bedrag": 5000.5,
}
KNOWN: Row = {"Nummer": "E1", "Contractnummer": "SCH-1", "Soort inspanning": "plaatsing", "Uren per week": 24}


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "register.toml").write_bytes(REGISTER.encode())


def filled(
    *rows: Row,
    name: str = "in.xlsx",
    supplier: str | None = "23456789",
    extra: Sequence[str] = (),
    register: str = "register.toml",
) -> str:
    """A workbook as it comes back, with these rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Inspanningen"
    headings = (*HEADINGS, *extra)
    sheet.append(headings)
    for row in rows:
        sheet.append([row.get(heading) for heading in headings])
    marks = {"srtool supplier": supplier, "srtool register": register}
    for mark, value in marks.items():
        if value is not None:
            book.custom_doc_props.append(StringProperty(name=mark, value=value))  # type: ignore[attr-defined]  # the stubs lack it
    book.save(name)
    return name


def imported(path: str, *options: str, lang: str = "nl") -> int:
    return run(["import", path, "--into", "register.toml", "--lang", lang, *ON, *options])


def efforts() -> dict[str, dict[str, object]]:
    return {one["id"]: one for one in tomllib.loads(Path("register.toml").read_text())["efforts"]}


def test_new_efforts_stand_claimed_behind_a_register_that_is_not_touched(capsys: pytest.CaptureFixture[str]) -> None:
    path = filled({**NEW, "Status": "betwist"}, KNOWN, {"Nummer": "N2"})
    assert imported(path, "--force") == 0
    after = Path("register.toml").read_bytes().decode()
    assert after == REGISTER + (
        '\n\n[[efforts]]\nid = "N1"\ncontract = "SCH-1"\nkind = "placement"\nperson = "P7"\nstart = 2026-09-01\n'
        'hours_per_week = 24\namount = 5000.50\nstatus = "claimed"\nclaimed_on = 2026-11-22\n'
    )
    assert capsys.readouterr().err == "Nieuw: 1. Stond er al: 1.\n  SCH-1: 1 nieuw, 1 stond er al\n"


def test_importing_twice_changes_nothing_also_when_the_officer_has_confirmed() -> None:
    path = filled(NEW)
    assert imported(path, "--force") == 0
    once = Path("register.toml").read_bytes()
    assert imported(path, "--force", "--on", "2027-01-01") == 0
    assert Path("register.toml").read_bytes() == once
    confirmed = once.replace(b'status = "claimed"', b'status = "confirmed"\nevidence = "gezien"')
    Path("register.toml").write_bytes(confirmed)
    assert imported(path, "--force") == 0
    assert Path("register.toml").read_bytes() == confirmed
    assert imported(path, "--out", "same.toml") == 0
    assert Path("same.toml").read_bytes() == confirmed


def test_without_a_place_to_write_it_says_what_would_be_added(capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(filled(NEW)) == 2
    said = capsys.readouterr().err
    assert said.startswith("Nieuw: 1. Stond er al: 0.")
    assert "--out" in said
    assert "--force" in said
    assert Path("register.toml").read_bytes().decode() == REGISTER
    assert imported(filled(KNOWN)) == 0


def test_to_another_file_the_register_stays_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    path = filled(NEW)
    assert imported(path, "--out", "new.toml", "--quiet") == 0
    assert Path("register.toml").read_bytes().decode() == REGISTER
    assert "N1" in Path("new.toml").read_text()
    assert capsys.readouterr().err == ""
    assert imported(path, "--out", "new.toml") == 2
    assert imported(path, "--out", "-") == 0
    assert capsys.readouterr().out == Path("new.toml").read_text()


def refused(capsys: pytest.CaptureFixture[str], *rows: Row, **how: object) -> list[str]:
    """The cells that are refused, after the register was seen to be untouched."""
    assert imported(filled(*rows, **how), "--force") == 3  # type: ignore[arg-type]  # options of `filled`
    assert Path("register.toml").read_bytes().decode() == REGISTER
    said = capsys.readouterr().err
    assert "Traceback" not in said
    return re.findall(r"^in\.xlsx(?:: Inspanningen!([A-Z]+\d+))?: ", said, re.MULTILINE)


@pytest.mark.parametrize(
    ("wrong", "cell"),
    [
        ({"Contractnummer": "XX"}, "B2"),
        ({"Contractnummer": "CAT-1"}, "B2"),
        ({"Bouwblok": "onzin"}, "D2"),
        ({"Begindatum": "31-02-2026"}, "F2"),
        ({"Einddatum": date(2026, 8, 1)}, "G2"),
        ({"Uren per week": "veel"}, "H2"),
        ({"Bedrag": "1.234"}, "I2"),
        ({"Status": "bevestigd"}, "J2"),
        ({"Bevestigd op": date(2026, 10, 1)}, "K2"),
        ({"Corrigeert": "E99"}, "L2"),
        ({"Corrigeert": "K1"}, "L2"),
        ({"Soort inspanning": "iets"}, "C2"),
        ({"Nummer": None}, "A2"),
        ({"Nummer": "E1"}, "E2"),
    ],
)
def test_what_is_wrong_is_refused_by_its_cell(capsys: pytest.CaptureFixture[str], wrong: Row, cell: str) -> None:
    assert cell in refused(capsys, {**NEW, **wrong})


@pytest.mark.parametrize(
    ("telling", "cell"),
    [
        ({"Pseudoniem": "111222333"}, "E2"),
        ({"Pseudoniem": "Jan 111222333"}, "E2"),
        ({"Pseudoniem": "J. Voorbeeld"}, "E2"),
        ({"Pseudoniem": "Jan Voorbeeld 01-02-1980"}, "E2"),
        ({"Pseudoniem": "Kandidaat A"}, "E2"),
        ({"Nummer": "111222333"}, "A2"),
    ],
)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_cell_that_tells_who_somebody_is_costs_its_row_only(
    capsys: pytest.CaptureFixture[str], telling: Row, cell: str, lang: str
) -> None:
    path = filled({**NEW, "Nummer": "N8", **telling}, {**NEW, "Nummer": "N9"})
    assert imported(path, "--force", "--quiet", lang=lang) == 0
    said = capsys.readouterr().err
    assert f"in.xlsx: Inspanningen!{cell}: " in said
    assert not any(str(value) in said for value in telling.values())
    assert "N9" in efforts()
    assert "N8" not in efforts()
    assert not any(str(value) in Path("register.toml").read_text() for value in telling.values())


@pytest.mark.parametrize(("code", "taken"), [("Kandidaat A", True), ("J. Voorbeeld", False), ("1-2-1980", False)])
def test_accepted_codes_are_words_with_capitals_only(code: str, taken: bool) -> None:  # noqa: FBT001 - a column of the cases
    assert imported(filled({**NEW, "Nummer": "N8", "Pseudoniem": code}), "--force", "--accept-codes") == 0
    assert ("N8" in efforts()) is taken


@pytest.mark.parametrize("code", ["K-001", "p12", "9f86d081884c7d65"])
def test_a_code_is_taken_over(code: str) -> None:
    assert imported(filled({**NEW, "Nummer": "N8", "Pseudoniem": code}), "--force") == 0
    assert efforts()["N8"]["person"] == code


def test_all_that_is_wrong_is_said_at_once_from_top_to_bottom(capsys: pytest.CaptureFixture[str]) -> None:
    rows = (
        {**NEW, "Contractnummer": "CAT-1"},
        {**NEW, "Uren per week": "veel"},
        {**NEW, "Nummer": "N3", "Status": "bevestigd", "Bouwblok": "onzin"},
        {**KNOWN, "Uren per week": 30},
    )
    assert refused(capsys, *rows) == ["B2", "A3", "H3", "D4", "J4", "H5"]


@pytest.mark.parametrize("hours", [168.5, 200, "1000"])
def test_a_week_has_no_more_hours_than_there_are(capsys: pytest.CaptureFixture[str], hours: object) -> None:
    assert imported(filled({**NEW, "Uren per week": hours}), "--out", "uit.toml") == 3
    told = capsys.readouterr().err
    assert "Inspanningen!H2: een week heeft 168 uur." in told
    assert "‘Uren totaal’" in told  # noqa: RUF001 - as it is printed
    assert str(hours) not in told


@pytest.mark.parametrize(("hours", "is_asked"), [(60, False), (61, True), (168, True)])
def test_many_hours_a_week_are_asked_about(capsys: pytest.CaptureFixture[str], hours: int, *, is_asked: bool) -> None:
    assert imported(filled({**NEW, "Uren per week": hours}), "--out", "uit.toml") == 0
    assert ("meer dan 60 uur per week" in capsys.readouterr().err) is is_asked


@pytest.mark.parametrize(("lang", "label"), [("nl", "Leer- of werkplek voor"), ("en", "Learning or work place for")])
def test_a_block_is_named_as_in_the_list_to_choose_from(
    capsys: pytest.CaptureFixture[str], lang: str, label: str
) -> None:
    assert imported(filled({**NEW, "Bouwblok": "zwevend"}), "--out", "uit.toml", lang=lang) == 3
    told = capsys.readouterr().err
    assert f"; {label}" in told
    assert "early-school-leaver" not in told


def test_a_block_is_looked_at_under_a_wrong_number_too(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [NEW, {**NEW, "Nummer": "N2", "Contractnummer": "SCH-9", "Bouwblok": "zwevend"}]
    assert imported(filled(*rows), "--out", "uit.toml") == 3
    told = capsys.readouterr().err
    assert "Inspanningen!B3" in told
    assert "Inspanningen!D3" in told


def test_a_block_is_of_the_rule_set_of_its_contract(capsys: pytest.CaptureFixture[str]) -> None:
    of_utrecht = {**NEW, "Bouwblok": "mbo bbl niveau 2-4"}
    assert refused(capsys, of_utrecht) == ["D2"]
    assert imported(filled({**of_utrecht, "Contractnummer": "SCH-2"}), "--force") == 0
    assert efforts()["N1"]["block"] == "bbl-2-4"


def test_a_confirmation_by_the_supplier_of_what_is_only_claimed_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    purchase = {"Nummer": "K1", "Contractnummer": "CAT-1", "Soort inspanning": "inkoop", "Bedrag": 6000}
    path = filled({**purchase, "Status": "bevestigd"}, supplier="34567890")
    assert imported(path, "--force") == 3
    assert "Inspanningen!J2" in capsys.readouterr().err
    assert imported(filled({**KNOWN, "Status": "bevestigd"}), "--force") == 0


def test_a_column_about_a_person_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(capsys, {**NEW, "BSN": "123456782"}, extra=["BSN"]) == ["M1"]
    assert refused(capsys, {**NEW, "Geboortedatum": "1990"}, extra=["Geboortedatum"]) == ["M1"]


def test_a_workbook_of_an_unknown_supplier(capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(capsys, NEW, supplier="99999999") == [""]


def test_a_workbook_that_does_not_say_for_whom_may_be_of_one_supplier_only(capsys: pytest.CaptureFixture[str]) -> None:
    of_other = {**NEW, "Nummer": "N2", "Contractnummer": "CAT-1"}
    assert refused(capsys, NEW, of_other, supplier=None) == ["B3"]
    assert imported(filled(NEW, supplier=None), "--force") == 0
    assert "zegt niet voor welke opdrachtnemer" in capsys.readouterr().err


def test_a_call_off_without_a_supplier_is_of_that_of_its_parent() -> None:
    call_off = '\n[[contracts]]\nid = "SCH-1a"\ntitle = "Afroep"\npart_of = "SCH-1"\n'
    Path("register.toml").write_text(REGISTER + call_off)
    assert imported(filled({**NEW, "Contractnummer": "SCH-1a"}), "--force") == 0


def test_a_workbook_made_from_a_register_of_another_name_is_remarked_upon(capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(filled(NEW, register="old.toml"), "--force") == 0
    assert "in.xlsx: deze werkmap is gemaakt uit old.toml" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such rights on a file")
def test_who_may_read_the_register_stays_the_same() -> None:
    Path("register.toml").chmod(0o600)
    assert imported(filled(NEW), "--force") == 0
    assert Path("register.toml").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("path", ["absent.xlsx", "register.toml", "-", ""])
def test_what_is_no_workbook(path: str) -> None:
    assert imported(path, "--force") == 2


def test_a_workbook_without_efforts(capsys: pytest.CaptureFixture[str]) -> None:
    book = Workbook()
    book.save("in.xlsx")
    assert imported("in.xlsx", "--force") == 3
    assert "Inspanningen" in capsys.readouterr().err


@pytest.mark.parametrize("into", ["register.ods", "register.txt", "", "-"])
def test_only_a_register_in_toml_or_excel_is_written(into: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = filled(NEW)
    assert run(["import", path, "--into", into, "--lang", "nl"]) == 2
    assert ("op als .xlsx" in capsys.readouterr().err) == (into == "register.ods")
    assert run(["import", path, "--lang", "nl"]) == 2
    assert "--into" in capsys.readouterr().err


@pytest.mark.parametrize(
    "written",
    [
        REGISTER.replace("\n", "\r\n"),
        "\ufeff" + REGISTER,
        REGISTER + "\n",
        REGISTER[: REGISTER.index("[[efforts]]")],
    ],
    ids=["CRLF", "BOM", "last line ended", "no efforts yet"],
)
def test_bytes_of_the_register_stay_and_the_line_ends_are_its_own(written: str) -> None:
    Path("register.toml").write_bytes(written.encode())
    assert imported(filled(NEW), "--force") == 0
    after = Path("register.toml").read_bytes()
    assert after.startswith(written.encode())
    assert (b"\r\n" in after) == ("\r\n" in written)
    assert after.count(b"\n") == after.count(b"\r\n") or "\r\n" not in written


def test_efforts_in_one_list_are_refused_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    start, stop = REGISTER.index("[[efforts]]"), REGISTER.index("[[contacts]]")
    written = 'efforts = [{id = "E1", contract = "SCH-1", kind = "placement"}]\n' + REGISTER[:start] + REGISTER[stop:]
    Path("register.toml").write_text(written)
    assert imported(filled(NEW), "--force") == 3
    assert "[[efforts]]" in capsys.readouterr().err
    assert Path("register.toml").read_text() == written


_WORDS = st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda one: one.strip())


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    st.lists(
        st.builds(
            Effort,
            id=_WORDS,
            contract=st.just("SCH-1"),
            kind=st.sampled_from(["placement", "purchase"]),
            person=st.none() | _WORDS,
            evidence=st.none() | _WORDS,
            bonuses=st.lists(_WORDS, max_size=2).map(tuple),
            amount=st.none() | st.decimals(0, 10**9, places=2),
            hours=st.none() | st.decimals(0, 999, places=1),
            full_time=st.none() | st.booleans(),
            start=st.none() | st.dates(),
        )
    ),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)
def test_whatever_is_added_nothing_else_changes(added: list[Effort], ends: str, closed: bool) -> None:  # noqa: FBT001
    """The text before it stays, every other table is equal, and what is read back is what was added."""
    before = (REGISTER + ("\n" if closed else "")).replace("\n", ends).encode()
    after = appended(before, added)
    assert after.startswith(before)
    old, new = tomllib.loads(before.decode()), tomllib.loads(after.decode(), parse_float=str)
    assert {key: value for key, value in new.items() if key != "efforts"} == {
        key: value for key, value in old.items() if key != "efforts"
    }
    assert new["efforts"][: len(old["efforts"])] == old["efforts"]
    read = new["efforts"][len(old["efforts"]) :]
    assert [one["id"] for one in read] == [one.id for one in added]
    assert [one.get("evidence") for one in read] == [one.evidence for one in added]
    assert [one.get("start") for one in read] == [one.start for one in added]


def test_a_bonus_is_one_of_the_rule_set_and_comes_in_by_its_id(capsys: pytest.CaptureFixture[str]) -> None:
    own = {**NEW, "Contractnummer": "SCH-2"}
    path = filled(
        {**NEW, "Bonussen": "vast contract"},
        {**own, "Nummer": "N2", "Bonussen": "vast contract; zomaar"},
        extra=["Bonussen"],
    )
    assert imported(path, "--force") == 3
    said = capsys.readouterr().err
    assert "in.xlsx: Inspanningen!M2: de regeling van het contract kent geen bonussen." in said
    assert "in.xlsx: Inspanningen!M3: de regeling van het contract kent deze bonus niet." in said
    assert "zomaar" not in said
    good = filled({**own, "Bonussen": "vast contract"}, extra=["Bonussen"])
    assert imported(good, "--force") == 0
    assert efforts()["N1"]["bonuses"] == ["permanent"]
    capsys.readouterr()
    assert imported(good, "--force") == 0
    assert "Nieuw: 0. Stond er al: 1." in capsys.readouterr().err


def test_what_is_missing_is_told_without_the_words_of_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    row = {key: value for key, value in NEW.items() if key not in {"Nummer", "Soort inspanning"}}
    assert imported(filled(row, {**NEW, "Soort inspanning": "feest"})) == 3
    said = capsys.readouterr().err.splitlines()
    assert said[1:3] == [
        "in.xlsx: Inspanningen!A2: deze cel is leeg, maar dit gegeven is nodig. Vul het in.",
        "in.xlsx: Inspanningen!C2: deze cel is leeg, maar dit gegeven is nodig. Vul het in.",
    ]
    assert len(said) == 4, "what was refused is not missing too"


def test_a_column_too_many_is_told_without_advice_about_settings(capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(filled({**NEW, "Kleur": "rood"}, extra=["Kleur"]), "--force") == 0
    said = capsys.readouterr().err
    assert "niet gelezen, want ze horen niet bij een inspanning: Kleur." in said
    assert "srtool.toml" not in said


@pytest.mark.parametrize("name", ["new.xlsx", "new.csv", "new"])
def test_what_comes_out_is_a_register_in_toml(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(filled(NEW), "--out", name) == 2
    assert f"{name}: Dit soort bestand kan hier niet. Wat kan: .toml." in capsys.readouterr().err
    assert not Path(name).exists()


def test_of_two_imports_at_once_the_second_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other one writes between our reading and our replacing: neither effort is lost without a word."""
    first = filled(NEW)
    second = filled({**NEW, "Nummer": "N2", "Pseudoniem": "P8"}, name="second.xlsx")
    write_whole, waiting = output.write_whole, [second]

    def write(file: output.File, data: Sequence[bytes]) -> None:
        if waiting:
            assert imported(waiting.pop(), "--force") == 0
        write_whole(file, data)

    monkeypatch.setattr(output, "write_whole", write)
    assert imported(first, "--force") == 2
    assert "is niet meer zoals het gelezen is" in capsys.readouterr().err
    assert "N2" in efforts()
    assert "N1" not in efforts()
    assert imported(first, "--force") == 0
    assert {"N1", "N2"} <= set(efforts())
