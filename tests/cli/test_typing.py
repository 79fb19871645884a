"""What people type is met halfway: capitals, parts of names, the words of their own language."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from srtool.cli import output
from srtool.errors import OutputError
from tests.support.paths import EXAMPLES
from tests.support.program import Printed, printed

PORTFOLIO = str(EXAMPLES / "portfolio.xlsx")
ON = ("--on", "22-11-2026")


def _nl(*arguments: str) -> Printed:
    return printed([*arguments, "--lang", "NL"])


@pytest.mark.parametrize("command", ["check", "monitor"])
@pytest.mark.parametrize("typed", ["sch-2301", "glasbewassing", " Sch-2301 "])
def test_a_contract_by_its_number_in_any_capitals_or_by_its_title(command: str, typed: str) -> None:
    assert "SCH-2301  Glasbewassing" in _nl(command, PORTFOLIO, "--contract", typed, *ON).stdout


def test_of_several_contracts_ten_at_most_are_listed() -> None:
    told = _nl("monitor", PORTFOLIO, "--contract", "2", *ON)
    assert told.code == 2
    assert len(re.findall(r"[A-Z]+-\d{4} \(", told.stderr)) == 10


def test_ids_of_rule_sets_in_any_capitals() -> None:
    assert "rijk-classic" in _nl("check", PORTFOLIO, "--rule-set", "Rijk-Classic", *ON).stdout
    assert _nl("rulesets", "show", "HAAGLANDEN").code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["305"], "SR305  "),
        (["sr305"], "SR305  "),
        (["loonsom"], "SR101  Loonsom"),
        (["splitsing"], "SR403"),
    ],
)
def test_explain_searches(arguments: list[str], told: str) -> None:
    shown = _nl("explain", *arguments)
    assert shown.code == 0
    assert told in shown.stdout


def test_explain_says_that_nothing_has_a_word() -> None:
    assert "xyzzy" in _nl("explain", "xyzzy").stderr
    assert "Bedoelt u: SR" in _nl("explain", "SR999").stderr
    assert len(re.findall(r"SR\d{3}", _nl("explain", "contract").stdout)) == 10


@pytest.mark.parametrize(
    ("typed", "field"),
    [("leverancier", "supplier"), ("Opdrachtnemer", "supplier"), ("afdeling", "unit"), ("categorie", "category")],
)
def test_by_in_dutch(typed: str, field: str) -> None:
    assert _nl("bundle", PORTFOLIO, "--by", typed, *ON).stdout == _nl("bundle", PORTFOLIO, "--by", field, *ON).stdout


def test_blocks_by_what_they_are_called() -> None:
    hours = ("--hours", "24", "--months", "6", "--rule-set", "haaglanden")
    assert "Participatiewet" in _nl("value", "bijstand", *hours).stdout
    several = _nl("value", "stagiair", *hours)
    assert several.code == 2
    assert "intern-mbo-hbo (stagiair mbo/hbo), intern-vso-pro (stagiair vso/PrO)" in several.stderr
    assert "stage mbo 1-2 of stagiair" in _nl("value", "stagiair", "--all", "--months", "6").stdout


def test_what_looks_like_it_is_ten_at_most() -> None:
    for arguments in (["value", "xyz", "--all"], ["check", PORTFOLIO, "--select", "SR5122"]):
        listed = re.search(r"(?:Misschien|Bedoelt u): ([^.?]*)", _nl(*arguments).stderr)
        assert listed is not None
        assert len(listed[1].split(", ")) == 11
        assert listed[1].endswith("…")


def test_a_path_that_the_shell_has_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mijn register.toml").write_bytes((EXAMPLES / "tender.toml").read_bytes())
    result = _nl("check", "mijn", "register.toml")
    assert result.code == 2
    assert 'tussen aanhalingstekens: "mijn register.toml"' in result.stderr
    assert "tussen aanhalingstekens" in _nl("monitor", "mijn", "register.toml").stderr
    assert "is er niet" in _nl("check", "geen", "register.toml").stderr


def test_report_proposes_the_name() -> None:
    told = _nl("report", "mijn register.xlsx").stderr
    assert 'srtool report "mijn register.xlsx" --out "mijn register-overzicht.xlsx"' in told


def test_an_output_that_is_open_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "overzicht.xlsx"
    file.write_bytes(b"open")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError) as error:
        output.write_whole(output.File(file, force=True), [b"new"])
    assert [problem.code for problem in error.value.problems] == ["out_open"]
    assert file.read_bytes() == b"open"


def test_a_rule_set_as_json() -> None:
    answer = json.loads(printed(["rulesets", "show", "haaglanden", "--format", "json", *ON]).stdout)
    assert (answer["command"], answer["id"], answer["in_force"]) == ("rulesets show", "haaglanden", True)
    block = next(block for block in answer["block"] if block["id"] == "wia")
    assert block["amount"].endswith(".00")
    assert block["said"]
    assert {source["id"] for source in answer["source"]} >= set(block["source"])


def test_the_agenda_until_a_day() -> None:
    whole = _nl("monitor", PORTFOLIO, "--agenda", *ON).stdout
    part = _nl("monitor", PORTFOLIO, "--agenda", "--until", "1-12-2026", *ON).stdout
    assert whole.startswith(part.rstrip("\n"))
    assert "1 december 2026" in part
    assert "4 december 2026" not in part
    assert "--agenda" in _nl("monitor", PORTFOLIO, "--until", "1-12-2026", *ON).stderr


def test_choices_in_dutch_and_in_capitals() -> None:
    assert json.loads(_nl("check", PORTFOLIO, "--format", "JSON", *ON).stdout)["command"] == "check"
    assert _nl("check", PORTFOLIO, "--fail-on", "fout", *ON).code == 1
    assert _nl("check", PORTFOLIO, "--fail-on", "nooit", *ON).code == 0


@pytest.mark.parametrize("command", ["check", "monitor", "bundle"])
def test_a_part_says_of_how_many_contracts_it_is(command: str) -> None:
    head = _nl(command, PORTFOLIO, "--unit", "facilitaire", *ON).stdout.splitlines()[0]
    assert re.search(r"portfolio\.xlsx \(\d+ van de \d+ contracten\)", head)


def test_monitor_of_a_role_shows_the_contracts_on_which_it_must_act() -> None:
    whole = json.loads(_nl("monitor", PORTFOLIO, "--format", "json", *ON).stdout)
    part = json.loads(_nl("monitor", PORTFOLIO, "--format", "json", "--owner", "Inkoper", *ON).stdout)
    kept = {entry["contract"] for entry in part["progress"]}
    assert kept < {entry["contract"] for entry in whole["progress"]}
    assert {finding["owner"] for finding in part["findings"]} == {"buyer"}
    assert _nl("monitor", PORTFOLIO, "--owner", "adviseur", *ON).code == 0
    assert _nl("monitor", PORTFOLIO, "--owner", "koper", *ON).code == 2


def test_figures_about_people_of_a_part_are_not_passed_on_beside_those_of_the_whole(tmp_path: Path) -> None:
    part = json.loads(_nl("monitor", PORTFOLIO, "--format", "json", "--unit", "facilitaire", *ON).stdout)
    assert part["portfolio"]["people"]["placed"] is None
    assert _nl("report", PORTFOLIO, "--unit", "facilitaire", "--out", str(tmp_path / "deel.xlsx"), *ON).code == 0
    workbook = load_workbook(tmp_path / "deel.xlsx")
    contracts = [str(row[0].value) for row in workbook["Contracten"].iter_rows(min_row=2)]
    assert "SCH-2201" in contracts
    assert "WRK-2202" not in contracts
    assert any("van de 66 contracten" in str(cell.value) for row in workbook.worksheets[0] for cell in row)
