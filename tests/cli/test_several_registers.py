"""Several registers at once: files, a folder or a pattern; each judged by itself, and what each comes to."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.support.paths import EXAMPLES
from tests.support.program import Printed, printed

REGISTERS = Path(__file__).parents[1] / "readers" / "registers"
ON = ("--on", "2026-11-22")
HEAD = "Contractnummer;Omschrijving;Leverancier;Soort;Loonsom;SROI %;Grondslag;Ingangsdatum;Einddatum;Laatste contact\n"
LINE = "{};{};Firma {};diensten;{};5;loonsom;1-1-2025;31-12-2027;{}\n"


def register(path: Path, *lines: tuple[str, str, int, str]) -> None:
    """A register of (number, title, wage sum, last contact)."""
    path.write_text(HEAD + "".join(LINE.format(number, *rest[:1], *rest) for number, *rest in lines), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two registers with one number in common, and what else lies in a folder."""
    departments = tmp_path / "registers"
    departments.mkdir()
    register(departments / "facilitair.csv", ("C-1", "Schoonmaak", 400_000, "1-11-2026"), ("C-2", "Post", 90_000, ""))
    register(departments / "ict.csv", ("C-1", "Beheer", 600_000, ""), ("C-3", "Helpdesk", 300_000, ""))
    (departments / "srtool.toml").write_text('rule_set = "rijk-classic"\n', encoding="utf-8")
    (departments / "regels.toml").write_text('id = "x"\n', encoding="utf-8")
    (departments / "~$ict.xlsx").write_bytes(b"lock")
    (departments / "prijzen.csv").write_text("Artikel;Prijs\nPen;1,20\nPapier;3,00\n", encoding="utf-8")
    copy(EXAMPLES / "aanbestedingsleidraad.docx", departments)
    copy(EXAMPLES / "bekendmakingen" / "gunning-schoonmaak.xml", departments)
    return departments


def document(run: Printed) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(run.stdout)
    return parsed


def test_a_folder_is_its_registers(folder: Path) -> None:
    run = printed(["check", str(folder), *ON, "--format", "json", "--fail-on", "never"])
    checked = document(run)
    assert [one["name"] for one in checked["receipt"]["inputs"]] == ["facilitair.csv", "ict.csv"]
    ids = [one["id"] for one in checked["contracts"]]
    assert ids == ["facilitair.csv: C-1", "C-2", "ict.csv: C-1", "C-3"]
    assert [(one["name"], one["contracts"], one["in_scope"]) for one in checked["files"]] == [
        ("facilitair.csv", 2, 1),
        ("ict.csv", 2, 2),
    ]
    assert sum(one["undecided"] for one in checked["files"]) == checked["summary"]["undecided"]
    sums = [one["norm_obligation"] for one in checked["files"]]
    assert (sums, checked["summary"]["norm_obligation"]) == (["20000.00", "45000.00"], "65000.00")


def test_a_folder_in_the_folder_is_named(folder: Path) -> None:
    (folder / "2024").mkdir()
    (folder / ".git").mkdir()
    told = printed(["check", str(folder), *ON, "--fail-on", "never"]).stderr
    assert "2024/" in told
    assert ".git" not in told


def test_what_is_no_register_is_passed_over_and_said_once(folder: Path) -> None:
    told = printed(["check", str(folder), *ON, "--fail-on", "never"]).stderr
    assert told.count("passed over") == 2
    for name in ("srtool.toml", "regels.toml", "aanbestedingsleidraad.docx", "gunning-schoonmaak.xml"):
        assert name in told
    assert "no table of contracts was found in it: prijzen.csv" in told
    assert "~$" not in told


@pytest.mark.parametrize("command", ["check", "bundle", "monitor"])
def test_a_pattern_and_the_files_themselves_say_the_same(
    folder: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    asked = (*ON, "--format", "json", "--fail-on", "never")
    by_pattern = printed([command, "[fi]*.csv", *asked])
    by_name = printed([command, "facilitair.csv", "ict.csv", *asked])
    by_folder = printed([command, ".", *asked])
    assert by_pattern.code == by_name.code == by_folder.code == 0, by_pattern.stderr
    assert document(by_pattern) == document(by_name) == document(by_folder)


def test_monitor_tells_what_each_file_comes_to(folder: Path) -> None:
    followed = document(printed(["monitor", str(folder), *ON, "--format", "json"]))
    owed = {one["name"]: one["owed"] for one in followed["files"]}
    assert owed == {"facilitair.csv": "24500.00", "ict.csv": "45000.00"}
    assert followed["summary"]["owed"] == "69500.00"
    lines = printed(["monitor", str(folder), *ON]).stdout
    assert "Per file" in lines
    assert "ict.csv: 2 contracts have an obligation" in lines
    assert "files" not in document(printed(["monitor", str(folder / "ict.csv"), *ON, "--format", "json"]))


def test_a_part_is_taken_from_all_of_them(folder: Path) -> None:
    checked = document(printed(["check", str(folder), "--contract", "c-3", *ON, "--format", "json"]))
    assert [one["id"] for one in checked["contracts"]] == ["C-3"]
    assert "files" not in checked


def test_a_unit_has_contracts_in_several(folder: Path) -> None:
    units = iter(["Zorg", "Groen", "Zorg", "Groen"])
    for path in sorted(folder.glob("[fi]*.csv")):
        head, *lines = path.read_text(encoding="utf-8").splitlines()
        path.write_text("\n".join([f"{head};Afdeling", *(f"{one};{next(units)}" for one in lines)]), encoding="utf-8")
    asked = ("--unit", "zorg", *ON, "--format", "json", "--fail-on", "never")
    zorg = {"facilitair.csv: C-1", "ict.csv: C-1"}
    checked, followed = (document(printed([command, str(folder), *asked])) for command in ("check", "monitor"))
    assert {one["id"] for one in checked["contracts"]} == zorg
    assert {one["contract"] for one in followed["progress"]} == zorg
    for answer in (checked, followed):
        assert [(one["name"], one["contracts"]) for one in answer["files"]] == [("facilitair.csv", 1), ("ict.csv", 1)]
    assert "(2 of 4 contracts)" in printed(["bundle", str(folder), "--unit", "zorg", *ON]).stdout


def test_a_number_that_stands_in_two_is_asked_which(folder: Path) -> None:
    run = printed(["monitor", str(folder), "--contract", "c-1", *ON])
    assert run.code == 2
    assert "facilitair.csv: C-1 (Schoonmaak); ict.csv: C-1 (Beheer)" in run.stderr
    story = printed(["monitor", str(folder), "--contract", "ict.csv: c-1", *ON])
    assert (story.code, "ict.csv: C-1  Beheer" in story.stdout) == (0, True)


def test_findings_are_put_in_one_register_at_a_time(folder: Path, tmp_path: Path) -> None:
    for paths in ([str(folder)], [str(folder / "ict.csv"), str(folder / "facilitair.csv")]):
        run = printed(["check", *paths, "--mark", str(tmp_path / "marked.xlsx"), *ON])
        assert (run.code, "One register at a time" in run.stderr) == (2, True)
    assert not (tmp_path / "marked.xlsx").exists()


def test_a_report_on_a_part_says_of_each_file_how_much(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "o.xlsx"
    assert printed(["report", str(folder), "--contract", "C-3", "--out", str(out), "--lang", "en", *ON]).code == 0
    book = load_workbook(out)
    rows = book["Sources and receipt"].iter_rows(values_only=True)
    read = {(row[1], row[3]) for row in rows if row[0] == "File"}
    assert read == {("facilitair.csv", "read (0 of 2 contracts)"), ("ict.csv", "read (1 of 2 contracts)")}
    assert "facilitair.csv (0 of 2 contracts), ict.csv (1 of 2 contracts)" in str(book["Overview"]["A2"].value)


def test_a_column_that_one_register_keeps_says_nothing_of_another(folder: Path) -> None:
    """Only facilitair.csv has a day of last contact: nobody may be called silent in ict.csv."""
    followed = document(printed(["monitor", str(folder), *ON, "--format", "json"]))
    silent = [one["contract"] for one in followed["findings"] if (one["code"], one["outcome"]) == ("SR501", "not_met")]
    assert silent == ["C-2"]


def test_a_report_and_a_first_look_take_a_folder(folder: Path, tmp_path: Path) -> None:
    assert printed(["report", str(folder), "--out", str(tmp_path / "o.xlsx"), *ON]).code == 0
    run = printed(["inspect", str(folder), *ON])
    assert (run.code, "C-1" in run.stderr) == (0, False)
    # The report lies beside the registers the next time, and is none.
    copy(tmp_path / "o.xlsx", folder)
    again = printed(["check", str(folder), *ON, "--fail-on", "never"])
    assert (again.code, "o.xlsx" in again.stderr) == (0, True)


def test_a_folder_becomes_one_register(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "all.toml"
    run = printed(["convert", str(folder), str(target)])
    assert run.code == 0, run.stderr
    checked = document(printed(["check", str(target), *ON, "--format", "json", "--fail-on", "never"]))
    assert [one["id"] for one in checked["contracts"]] == ["facilitair.csv: C-1", "C-2", "ict.csv: C-1", "C-3"]


@pytest.mark.parametrize("path", ["leeg", "leeg/*.xlsx", "weg/*.xlsx"])
def test_where_there_are_none_it_is_said(tmp_path: Path, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("leeg").mkdir()
    run = printed(["check", path])
    assert (run.code, "there is no register here" in run.stderr) == (2, True)


def test_a_register_that_is_broken_is_never_passed_over(folder: Path) -> None:
    (folder / "hr.xlsx").write_bytes((REGISTERS / "11-gewoon.xlsx").read_bytes()[:3000])
    run = printed(["check", str(folder), *ON])
    assert (run.code, "hr.xlsx" in run.stderr, run.stdout) == (3, True, "")


def test_the_result_is_not_written_over_a_register_of_the_folder(folder: Path) -> None:
    run = printed(["check", str(folder), "--format", "csv", "--out", str(folder / "ict.csv"), "--force", *ON])
    assert (run.code, "Firma Beheer" in (folder / "ict.csv").read_text(encoding="utf-8")) == (2, True)


def test_a_name_with_the_signs_of_a_pattern_is_that_file(tmp_path: Path) -> None:
    path = tmp_path / "register [2026].csv"
    register(path, ("C-1", "Schoonmaak", 400_000, ""))
    assert printed(["check", str(path), *ON, "--fail-on", "never"]).code == 0


def test_persons_of_two_files_are_two_people_and_suppliers_one(tmp_path: Path) -> None:
    toml = """
[[contracts]]
id = "{0}"
title = "t"
kind = "services"
supplier = "12345678"
wage_sum = 400000
start = 2025-01-01
end = 2027-12-31
social_return = {{ percent = 5, basis = "wage_sum" }}
[[suppliers]]
id = "12345678"
name = "Firma"
pso = "{1}"
[[efforts]]
id = "e1"
contract = "{0}"
kind = "placement"
person = "P01"
start = 2025-02-01
amount = 100
status = "confirmed"
"""
    for number, step in (("A", "1"), ("B", "2")):
        (tmp_path / f"{number}.toml").write_text(toml.format(number, step), encoding="utf-8")
    run = printed(["monitor", str(tmp_path), *ON, "--format", "json", "--internal"])
    followed = document(run)
    assert followed["portfolio"]["people"]["placed"] == 2
    assert "what the two disagree about counts as unknown" in run.stderr


@pytest.mark.parametrize("unit", ["thousands", "euro"])
def test_an_amount_is_multiplied_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unit: str) -> None:
    """A workbook of which the amounts were written in euro stays in euro, whatever the settings say of other files."""
    monkeypatch.chdir(tmp_path)
    Path("srtool.toml").write_text(f'[assume]\nunit = "{unit}"\n', encoding="utf-8")
    register(Path("a.csv"), ("C-1", "Schoonmaak", 400, ""), ("C-2", "Post", 90, ""), ("C-3", "Groen", 35, ""))
    for source, target in (("a.csv", "b.xlsx"), ("b.xlsx", "c.xlsx"), ("c.xlsx", "d.toml")):
        run = printed(["convert", source, target])
        assert run.code == 0, run.stderr
    sums = [
        document(printed(["check", name, *ON, "--format", "json", "--fail-on", "never"]))["contracts"][0]["wage_sum"]
        for name in ("a.csv", "b.xlsx", "c.xlsx", "d.toml")
    ]
    assert sums == [{"thousands": "400000.00", "euro": "400.00"}[unit]] * 4


def test_what_is_said_of_many_files_stays_on_a_screen(tmp_path: Path) -> None:
    for n in range(40):
        register(tmp_path / f"dienst-{n:02}.csv", (f"C-{n}", "Schoonmaak", 400_000, "ooit"))
    run = printed(["check", str(tmp_path), *ON, "--fail-on", "never"])
    assert len(run.stderr.splitlines()) <= 30
    assert "other remarks" in run.stderr
    assert len(run.stdout.splitlines()) <= 40
    assert "34 others" in run.stdout
    assert (
        len(document(printed(["check", str(tmp_path), *ON, "--format", "json", "--fail-on", "never"]))["files"]) == 40
    )


def test_the_first_page_of_a_report_gives_what_each_file_comes_to(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "o.xlsx"
    assert printed(["report", str(folder), "--out", str(out), "--lang", "en", *ON]).code == 0
    rows = [[cell.value for cell in row if cell.value is not None] for row in load_workbook(out)["Overview"].rows]
    first = next(n for n, row in enumerate(rows) if row and row[0] == "Per file")
    assert rows[first + 1 : first + 3] == [
        ["facilitair.csv", 2, 1, 0, 20000, 24500],
        ["ict.csv", 2, 2, 0, 45000, 45000],
    ]
    # No efforts are kept: that nobody was placed is not known.
    assert [row[-1] for row in rows if "People placed" in row] == ["not known"]
    assert printed(["report", str(folder / "ict.csv"), "--out", str(out), "--force", "--lang", "en", *ON]).code == 0
    assert all(row[:1] != ["Per file"] for row in [[c.value for c in r] for r in load_workbook(out)["Overview"].rows])


@pytest.mark.parametrize(
    ("share", "told"),
    [("schoonmaak", False), ("SCHOONMAAK ", False), ("schoonmak", True), ("ict", True), ("90", False)],
)
def test_a_labour_share_of_a_category_that_no_contract_has_is_said(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    share: str,
    told: bool,  # noqa: FBT001
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "srtool.toml").write_text(f'[labour_share]\n"{share}" = 40\n', encoding="utf-8")
    for name, category in (("a", "Schoonmaak"), ("b", "Post")):
        content = f"Contractnummer;Omschrijving;Categorie;Contractwaarde\n{name};Werk;{category};300000\n"
        (tmp_path / f"{name}.csv").write_text(content, encoding="utf-8")
    for lang, words in (("nl", "geen contract heeft de categorie"), ("en", "no contract has the category")):
        run = printed(["check", "a.csv", "b.csv", *ON, "--lang", lang, "--fail-on", "never"])
        assert (words in run.stderr) is told
