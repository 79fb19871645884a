"""Published notices as a register: a file, a folder or a zip, by the commands that read one."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from srtool.cli.program import run
from srtool.readers import register
from tests.support.notices.eforms_maker import Lot, Made, Project, a_result, lot_result
from tests.support.notices.ocds_maker import a_release
from tests.support.paths import EXAMPLES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    notices = tmp_path / "notices"
    notices.mkdir()
    (notices / "award.xml").write_bytes(a_result(lots=[Lot(project=Project(estimate=300_000))]).bytes())
    return notices


def _zipped(folder: Path) -> Path:
    path = folder.parent / "notices.zip"
    with ZipFile(path, "w") as archive:
        for file in folder.iterdir():
            archive.write(file, file.name)
    return path


@pytest.mark.parametrize("kind", ["file", "folder", "zip"])
def test_what_is_published_is_a_register(folder: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = {"file": folder / "award.xml", "folder": folder, "zip": _zipped(folder)}[kind]
    assert run(["check", str(path), "--on", "2026-11-28", "--fail-on", "never"]) == 0
    assert "00054321-2026/CON-0001" in capsys.readouterr().out


@pytest.mark.parametrize("ending", [".toml", ".xlsx"])
def test_a_register_is_made_of_notices(folder: Path, ending: str, capsys: pytest.CaptureFixture[str]) -> None:
    target = folder.parent / f"register{ending}"
    assert run(["convert", str(folder), str(target)]) == 0
    capsys.readouterr()
    assert register.read(target).register == register.read(folder).register


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_bad_notice_costs_only_itself(folder: Path, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "broken.xml").write_text("<Nothing", encoding="utf-8")
    assert run(["check", str(folder), "--on", "2026-11-28", "--fail-on", "never", "--lang", lang]) == 0
    printed = capsys.readouterr()
    assert "00054321-2026/CON-0001" in printed.out
    assert "broken.xml" in printed.err
    assert "award.xml" not in printed.err


def test_a_folder_without_notices_is_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "register.toml").write_text("", encoding="utf-8")
    assert run(["check", str(tmp_path), "--lang", "en"]) == 2
    assert "there is no register here" in capsys.readouterr().err


def test_the_receipt_knows_a_folder_by_all_that_is_in_it(folder: Path) -> None:
    before = register.read(folder).file.sha256
    (folder / "second.xml").write_bytes((folder / "award.xml").read_bytes())
    assert register.read(folder).file.sha256 != before


REGISTER = """
[[contracts]]
id = "00054321-2026"
title = "Schoonmaak"
kind = "services"
status = "awarded"
supplier = "Ander B.V."
contract_value = 240000

[contracts.social_return]
asked = true
percent = 5
basis = "wage_sum"

[[contracts]]
id = "C-7"
title = "Groenonderhoud"
kind = "services"
status = "tendered"
"""
DAY = ("--on", "2026-11-28", "--fail-on", "never")


@pytest.fixture
def registered(folder: Path) -> Path:
    path = folder.parent / "register.toml"
    path.write_text(REGISTER, encoding="utf-8")
    other = a_result(publication="00077777-2026", folder="44444444-4444-4444-8444-444444444444")
    (folder / "other.xml").write_bytes(other.bytes())
    return path


def _json(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert run([*arguments, *DAY, "--format", "json"]) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_a_register_is_held_against_notices(registered: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = _json(["check", str(registered), "--notices", str(folder), "--select", "SR7"], capsys)
    open_ = [one for one in answer["findings"] if one["outcome"] in {"not_met", "undecided"}]
    assert [(one["code"], one["contract"], one["outcome"]) for one in open_] == [
        ("SR703", "00054321-2026", "not_met"),
        ("SR703", "00054321-2026", "not_met"),
        ("SR704", "00054321-2026", "undecided"),
        ("SR702", "C-7", "undecided"),
        ("SR701", None, "not_met"),
    ]
    assert [one["name"] for one in answer["receipt"]["inputs"]] == ["register.toml", "notices"]


def test_without_notices_the_five_checks_do_not_exist(registered: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes = {one["code"] for one in _json(["check", str(registered)], capsys)["findings"]}
    assert codes
    assert not any(code.startswith("SR7") for code in codes)
    assert run(["check", str(registered), "--select", "SR7", "--lang", "en"]) == 2
    assert "No check is called: SR7" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("nl", ("00077777-2026/CON-0001", "is bekendgemaakt en staat niet in het register", "Is dit contract bekend")),
        ("en", ("00077777-2026/CON-0001", "was published and is not in the register", "Was this contract published?")),
    ],
)
def test_what_differs_is_told(
    registered: Path, folder: Path, lang: str, told: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(registered), "--notices", str(folder), "--full", "--lang", lang, *DAY]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert all(part in out for part in told)


def test_of_one_contract_no_other_publication_is_told(
    registered: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["check", str(registered), "--notices", str(folder), "--select", "SR7"]
    assert {one["contract"] for one in _json([*arguments, "--contract", "C-7"], capsys)["findings"]} == {"C-7"}
    assert None in {one["contract"] for one in _json([*arguments, "--level", "warning"], capsys)["findings"]}


@pytest.mark.parametrize("ending", [".toml", ".xlsx"])
def test_a_register_made_of_notices_agrees_with_them(
    folder: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = folder.parent / f"register{ending}"
    assert run(["convert", str(folder), str(target)]) == 0
    capsys.readouterr()
    answer = _json(["check", str(target), "--notices", str(folder), "--select", "SR7"], capsys)
    outcomes = {one["code"]: one["outcome"] for one in answer["findings"]}
    assert outcomes == {"SR701": "met", "SR702": "met", "SR703": "met", "SR704": "met", "SR705": "not_applicable"}


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_on_one_screen_many_absent_contracts_take_one_line(
    registered: Path, folder: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for n in range(60):
        other = a_result(publication=f"000{80000 + n}-2026", folder=f"44444444-4444-4444-8444-4444444444{n:02}")
        (folder / f"{n}.xml").write_bytes(other.bytes())
    assert run(["check", str(registered), "--notices", str(folder), "--lang", lang, *DAY]) == 0
    out = capsys.readouterr().out
    assert out.count("SR701") == 1
    assert {"nl": "en 60 andere", "en": "and 60 others"}[lang] in " ".join(out.split())
    assert len(out.splitlines()) <= 41


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_notice_that_cannot_be_read_is_said_and_the_others_are_compared(
    registered: Path, folder: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "broken.xml").write_text("<Nothing", encoding="utf-8")
    arguments = ["check", str(registered), "--notices", str(folder), "--lang", lang, *DAY]
    assert run(arguments) == 0
    printed = capsys.readouterr()
    assert "broken.xml" in printed.err
    assert "SR703" in printed.out
    assert run([*arguments, "--quiet"]) == 0
    assert "broken.xml" not in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_notices_that_are_not_there_are_a_mistake(
    registered: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for path, code in (("nowhere", 2), ("", 2), (str(registered), 3)):
        assert run(["check", str(registered), "--notices", path, "--lang", lang]) == code
        assert capsys.readouterr().err


def test_a_draft_is_not_held_against_notices(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "leidraad.md"
    draft.write_text("# Social return\n", encoding="utf-8")
    assert run(["check", str(draft), "--notices", str(tmp_path), "--lang", "en"]) == 2
    assert "--notices: This option is for a register" in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_where_every_lot_was_closed_that_is_said(tmp_path: Path, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.xml").write_bytes(a_result(lot_result("LOT-0001")).bytes())
    assert run(["convert", str(tmp_path), str(tmp_path / "x.toml"), "--lang", lang]) == 3
    told = capsys.readouterr().err
    assert "00054321-2026/LOT-0001" in told
    assert "[[contracts]]" not in told  # which no notice has


@pytest.mark.parametrize(("lang", "told"), [("nl", "Hier staan bekendmakingen in"), ("en", "This holds notices")])
def test_a_notice_beside_a_draft_is_called_a_notice(
    folder: Path, lang: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = folder / "readme.txt"
    draft.write_text("x", encoding="utf-8")
    assert run(["check", str(draft), str(folder / "award.xml"), "--lang", lang]) == 2
    assert told in capsys.readouterr().err


def _converted(folder: Path, *options: str) -> int:
    return run(["convert", str(folder), str(folder.parent / "register.toml"), "--force", "--lang", "en", *options])


@pytest.mark.parametrize(
    ("options", "exit_code"),
    [
        (["--status", "awarded"], 0),
        (["--status", "tendered, awarded"], 0),
        (["--status", "tendered"], 3),
        (["--since", "2026-05-06"], 0),  # the day of the award itself
        (["--since", "2026-05-07"], 3),
        (["--status", "gone"], 2),
    ],
)
def test_only_the_contracts_asked_for_come_into_the_register(folder: Path, options: list[str], exit_code: int) -> None:
    assert _converted(folder, *options) == exit_code


def test_of_another_register_no_part_is_chosen(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _converted(folder) == 0
    source, target = folder.parent / "register.toml", folder.parent / "other.toml"
    assert run(["convert", str(source), str(target), "--status", "awarded", "--lang", "en"]) == 2
    assert "--status: this is for notices only" in capsys.readouterr().err


def test_the_example_becomes_a_register() -> None:
    register_file = register.read(EXAMPLES / "bekendmakingen")
    (contract,) = register_file.register.contracts
    assert (contract.contract_value, contract.estimated_value) == (Decimal("1150000.00"), Decimal("1200000.00"))
    assert contract.social_return.form == "performance_condition"


def test_the_overview_has_a_sheet_of_notices(registered: Path, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "overzicht.xlsx"
    arguments = ["report", str(registered), "--out", str(out), "--on", "2026-11-28", "--lang", "nl", "--quiet"]
    assert run([*arguments, "--notices", str(folder)]) == 0
    workbook = load_workbook(out)
    rows = list(workbook["Bekendmakingen"].iter_rows(min_row=5, values_only=True))
    assert [(row[0], row[1], row[7], row[8], row[9]) for row in rows] == [
        ("00054321-2026", "00054321-2026/CON-0001", 250_000, "Ja", "Opdrachtwaarde, Opdrachtnemer"),
        (None, "00077777-2026/CON-0001", 250_000, "Niet in het register", None),
        ("C-7", None, None, "Niet gevonden in deze bekendmakingen", None),
    ]
    codes = {row[3] for row in workbook["Bevindingen"].iter_rows(min_row=5, values_only=True)}
    assert {"SR701", "SR702", "SR703", "SR704"} <= codes
    inputs = [cell for row in workbook["Bronnen en verantwoording"].iter_rows(values_only=True) for cell in row]
    assert "notices" in inputs
    assert run([*arguments, "--force"]) == 0  # without notices there is nothing to show
    assert "Bekendmakingen" not in load_workbook(out).sheetnames


def test_the_overview_of_a_part_has_only_its_notices(registered: Path, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "overzicht.xlsx"
    arguments = ["report", str(registered), "--out", str(out), "--on", "2026-11-28", "--lang", "nl", "--quiet"]
    assert run([*arguments, "--notices", str(folder), "--contract", "C-7"]) == 0
    workbook = load_workbook(out)
    (row,) = workbook["Bekendmakingen"].iter_rows(min_row=5, values_only=True)
    assert (row[0], row[8]) == ("C-7", "Niet gevonden in deze bekendmakingen")
    codes = {row[3] for row in workbook["Bevindingen"].iter_rows(min_row=5, values_only=True)}
    assert ("SR702" in codes, "SR701" in codes) == (True, False)
    inputs = {cell for row in workbook["Bronnen en verantwoording"].iter_rows(values_only=True) for cell in row}
    assert "notices" in inputs


def test_a_match_by_title_is_a_question_on_the_sheet(folder: Path, tmp_path: Path) -> None:
    register_path, out = tmp_path / "register.toml", tmp_path / "overview.xlsx"
    contract = (
        '[[contracts]]\nid = "C-1"\ntitle = "Schoonmaak van kantoren"\nstatus = "awarded"\nsupplier = "Ander B.V."\n'
    )
    register_path.write_text(contract, encoding="utf-8")
    arguments = ["report", str(register_path), "--notices", str(folder), "--out", str(out), "--lang", "en", "--quiet"]
    assert run([*arguments, "--on", "2026-11-28"]) == 0
    (row,) = load_workbook(out)["Notices"].iter_rows(min_row=5, values_only=True)
    assert (row[0], row[1], row[8]) == ("C-1", "00054321-2026/CON-0001", "Perhaps: the same title")


@pytest.mark.parametrize("kind", ["broken", "currency"])
def test_strictly_an_unread_notice_counts(folder: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    select = ["--on", "2026-11-28", "--select", "SR903"]
    assert run(["check", str(folder), "--strict", *select]) == 0
    if kind == "broken":
        (folder / "broken.xml").write_text("<Nothing", encoding="utf-8")
    else:
        xml = a_result(publication="00077777-2026", folder="other").bytes()
        (folder / "pounds.xml").write_bytes(xml.replace(b'currencyID="EUR"', b'currencyID="GBP"'))
    assert run(["check", str(folder), *select]) == 0
    assert run(["check", str(folder), "--strict", *select]) == 1
    assert run(["check", str(folder), "--strict", "--fail-on", "never", *select]) == 0
    capsys.readouterr()


def test_strictly_an_unread_notice_beside_a_register_counts(
    registered: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [
        "check",
        str(registered),
        "--notices",
        str(folder),
        "--on",
        "2026-11-28",
        "--select",
        "SR903",
        "--strict",
    ]
    assert run(arguments) == 0
    (folder / "broken.xml").write_text("<Nothing", encoding="utf-8")
    assert run(arguments) == 1
    assert "broken.xml" in capsys.readouterr().err


def test_an_estimate_of_the_procedure_counts_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "lots.xml"
    path.write_bytes(Made(lots=[Lot("LOT-0001"), Lot("LOT-0002")], project=Project(estimate=150_000)).bytes())
    answer = _json(["check", str(path), "--select", "SR4"], capsys)
    outcomes = {(one["code"], one["outcome"]) for one in answer["findings"]}
    assert ("SR401", "met") in outcomes
    assert ("SR402", "not_applicable") in outcomes  # 150,000 for both lots: below the threshold of 2026
    assert ("SR404", "undecided") not in outcomes  # not 300,000 together
    steps = [step for one in answer["findings"] if one["code"] == "SR402" for step in one["steps"]]
    assert {step["value"] for step in steps if step["name"] == "estimated_value"} == {"150000.00"}
    assert "RequestedTenderTotal" in next(step["origin"]["place"] for step in steps)
    assert all(
        "it counts once" in one["message"] or one["code"] not in {"SR401", "SR402"} for one in answer["findings"]
    )


def test_the_estimate_of_the_procedure_reaches_the_threshold_for_each_lot(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "lots.xml"
    path.write_bytes(Made(lots=[Lot("LOT-0001"), Lot("LOT-0002")], project=Project(estimate=900_000)).bytes())
    findings = _json(["check", str(path), "--select", "SR402,SR404"], capsys)["findings"]
    assert [one["outcome"] for one in findings if one["code"] == "SR402"] == ["met", "met"]  # art. 2.18: all lots count
    assert not [one for one in findings if one["code"] == "SR404" and one["outcome"] == "undecided"]


def test_every_buyer_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "two.xml"
    path.write_bytes(Made(buyers=("ORG-0001", "ORG-0002")).bytes())
    run(["check", str(path), "--lang", "nl", *DAY])
    told = " ".join(capsys.readouterr().err.split())
    assert "00012345-2026 (Gemeente Voorbeeld, Rechtbank Voorbeeld)" in told
    package = tmp_path / "two.json"
    parties = [{"name": name, "roles": ["buyer"]} for name in ("Gemeente Voorbeeld", "Gemeente Anders")]
    package.write_text(json.dumps({"releases": [a_release(parties=[*parties, {"name": "Rechtbank", "roles": []}])]}))
    run(["check", str(package), "--lang", "nl", *DAY])
    told = " ".join(capsys.readouterr().err.split())
    assert (
        "aanbestedende dienst, waarvan de eerste is overgenomen: 301234 (Gemeente Voorbeeld, Gemeente Anders)." in told
    )
