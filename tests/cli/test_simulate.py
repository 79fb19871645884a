"""srtool simulate: the grid beside the rules of today, in every format."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from srtool.texts import LANGUAGES
from tests.support.paths import EXAMPLES
from tests.support.program import Printed, printed

PORTFOLIO = str(EXAMPLES / "portfolio.xlsx")


def _simulated(*options: str, columns: int = 100) -> Printed:
    return printed(["simulate", PORTFOLIO, "--on", "2026-11-22", "--quiet", *options], columns)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_answer_fits_a_screen_and_says_what_is_not_weighed(lang: str) -> None:
    run = _simulated("--lang", lang)
    lines = run.stdout.splitlines()
    assert (run.code, run.stderr) == (0, "")
    assert len(lines) <= 40
    assert max(map(len, lines)) <= 100
    assert ("Niet gewogen" if lang == "nl" else "Not weighed") in run.stdout
    assert sum("█" in line for line in lines) == 10


def test_what_is_not_asked_stays_as_today() -> None:
    schemes = json.loads(_simulated("--format", "json", "--threshold", "150.000").stdout)["schemes"]
    assert [scheme["today"] for scheme in schemes] == [True, False, False, False]
    assert {scheme["threshold"] for scheme in schemes[1:]} == {"150000.00"}
    assert [scheme["norm_percent"] for scheme in schemes[1:]] == ["5", "7.5", "10"]
    assert {(scheme["min_months"], scheme["basis"], tuple(scheme["kinds"])) for scheme in schemes[1:]} == {
        (6, "wage_sum", ("works", "services"))
    }
    assert schemes[0]["in_scope"] == 38
    assert set(schemes[1]["enters"]) <= set(schemes[1]["in_scope_contracts"])


@pytest.mark.parametrize(
    ("typed", "norms"), [("5,7.5", ["5", "7.5"]), ("5;7,5", ["5", "7.5"]), ("7,5", ["7", "5"]), ("10%", ["10"])]
)
def test_percentages_between_commas_or_semicolons(typed: str, norms: list[str]) -> None:
    schemes = json.loads(_simulated("--format", "json", "--threshold", "150000", "--norm", typed).stdout)["schemes"]
    assert [scheme["norm_percent"] for scheme in schemes[1:]] == norms


def test_words_of_either_language_for_basis_and_kinds() -> None:
    run = _simulated("--format", "json", "--threshold", "250000", "--norm", "5", "--basis", "Loonsom,contract_value")
    assert [scheme["basis"] for scheme in json.loads(run.stdout)["schemes"][1:]] == ["wage_sum", "contract_value"]
    run = _simulated("--format", "json", "--threshold", "250000", "--norm", "5", "--kinds", "diensten,leveringen")
    assert json.loads(run.stdout)["schemes"][1]["kinds"] == ["services", "supplies"]


def test_jobs_stand_beside_it_only_for_a_price_that_was_given() -> None:
    assert "Banen" not in _simulated("--lang", "nl").stdout
    run = _simulated("--lang", "nl", "--job-price", "30.000")
    assert "gedeeld door € 30.000 per baan over die" in run.stdout
    rows = list(
        csv.DictReader(_simulated("--format", "csv", "--job-price", "30000").stdout.lstrip("\ufeff").splitlines())
    )
    assert rows[0]["Jobs"] == "117.81"  # 3,534,250 by 30,000
    assert {row["Norm, highest"] == "" for row in rows if row["Without highest"] != "0"} == {True}


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (("--threshold", "150"), "1.000"),
        (("--threshold", "100,000"), "1.000"),
        (("--threshold", "veel"), "veel"),
        (("--norm", "0"), "'0'"),
        (("--norm", "101"), "'101'"),
        (("--min-months", "half"), "'half'"),
        (("--basis", "omzet"), "wage_sum"),
        (("--kinds", "alles"), "works"),
        (("--job-price", "1"), "1.000"),
        (("--threshold", ",".join(str(1000 * n) for n in range(1, 40))), "117"),
    ],
)
def test_a_mistake_is_one_sentence(options: tuple[str, ...], word: str) -> None:
    run = _simulated("--lang", "nl", *options)
    assert (run.code, run.stdout) == (2, "")
    assert word in run.stderr


def test_a_narrow_terminal_gets_lines() -> None:
    run = _simulated("--lang", "nl", "--threshold", "150000", "--norm", "5", columns=60)
    assert max(map(len, run.stdout.splitlines())) <= 60
    assert "boven € 150.000, 5%: 42 – 43 contracten" in run.stdout  # noqa: RUF001 - as it is printed


def _rows(workbook: openpyxl.Workbook, sheet: str) -> list[tuple[object, ...]]:
    rows = workbook[sheet].iter_rows(min_row=5, values_only=True)
    return [row for row in rows if row[0] is not None]


def test_a_workbook_by_its_name_holds_what_json_holds(tmp_path: Path) -> None:
    out = tmp_path / "raster.xlsx"
    asked = ("--threshold", "100000,1000000", "--norm", "5")
    run = _simulated(*asked, "--out", str(out), "--lang", "nl")
    assert (run.code, run.stdout) == (0, "")
    schemes = json.loads(_simulated(*asked, "--format", "json").stdout)["schemes"]
    workbook = openpyxl.load_workbook(out)
    assert workbook.sheetnames == ["Raster", "Per categorie", "Per afdeling", "Contracten per combinatie"]
    grid = _rows(workbook, "Raster")
    assert [row[5] for row in grid] == [scheme["in_scope"] for scheme in schemes]
    assert [Decimal(str(row[10])) for row in grid] == [Decimal(scheme["norm_low"]) for scheme in schemes]
    assert [row[11] for row in grid] == [scheme["norm_high"] and Decimal(scheme["norm_high"]) for scheme in schemes]
    for sheet, key in (("Per categorie", "by_category"), ("Per afdeling", "by_unit")):
        told = [row[2] for row in _rows(workbook, sheet)]
        assert told == [part["in_scope"] for scheme in schemes for part in scheme[key]]
    contracts = _rows(workbook, "Contracten per combinatie")
    for standing, key in (("komt erbij", "enters"), ("gaat eraf", "leaves"), ("niet te zeggen", "possible_contracts")):
        wanted = [contract for scheme in schemes for contract in scheme[key]]
        assert [row[1] for row in contracts if row[2] == standing] == wanted
    assert any(scheme["leaves"] for scheme in schemes)


def test_a_workbook_with_another_format_or_over_an_input_is_refused(tmp_path: Path) -> None:
    out = tmp_path / "raster.xlsx"
    assert _simulated("--out", str(out), "--format", "json").code == 2
    assert not out.exists()
    assert _simulated("--out", PORTFOLIO, "--force").code == 2


def test_the_workbook_is_no_register(tmp_path: Path) -> None:
    out = tmp_path / "raster.xlsx"
    assert _simulated("--threshold", "100000", "--norm", "5", "--out", str(out)).code == 0
    assert printed(["check", str(out)]).code == 3
    assert printed(["report", PORTFOLIO, "--previous", str(out), "--out", str(tmp_path / "o.xlsx")]).code == 3


def test_several_registers_come_together(tmp_path: Path) -> None:
    other = str(EXAMPLES / "running.toml")
    asked = ("--threshold", "100000", "--norm", "5", "--format", "json")
    both = json.loads(_simulated(other, *asked).stdout)
    day = ("--on", "2026-11-22")
    apart = [json.loads(printed(["simulate", path, *day, "--quiet", *asked]).stdout) for path in (PORTFOLIO, other)]
    assert both["summary"]["contracts"] == sum(one["summary"]["contracts"] for one in apart)
    for place in (0, 1):
        wanted = sum(Decimal(one["schemes"][place]["norm_low"]) for one in apart)
        assert Decimal(both["schemes"][place]["norm_low"]) == wanted
    assert len(both["receipt"]["inputs"]) == 2
    ideas = json.loads(printed(["ideas", PORTFOLIO, other, "--format", "json", "--quiet"]).stdout)
    assert len(ideas["receipt"]["inputs"]) == 2
    sheets = tmp_path / "sheets"
    assert printed(["meeting", PORTFOLIO, other, "--all", "--out", str(sheets), "--on", "2026-11-22"]).code == 0
    (followed, *_) = json.loads(printed(["monitor", other, "--format", "json", *day]).stdout)["progress"]
    assert any(followed["contract"] in path.name for path in sheets.iterdir())
