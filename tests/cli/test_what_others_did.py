"""What others did, beside a finding that nothing is asked, in the overview, and with a cause."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from tests.support.program import printed

ON = ["--on", "2026-11-22"]
DRAFT = """
[[contracts]]
id = "A"
title = "Schoonmaak van kantoren"
kind = "services"
cpv = "{cpv}"
wage_sum = {wage_sum}
start = 2027-01-01
end = 2028-12-31
"""
FOLLOWED = """
[[contracts]]
id = "B"
title = "Catering"
supplier = "Hap BV"
category = "Catering"
unit = "Facilitair"
wage_sum = 400000
start = 2026-01-01
end = 2027-12-31
[contracts.social_return]
amount = 20000
pilot = "Hap BV neemt koks aan."
lesson = "Met Hap ging het snel."
[[contacts]]
contract = "B"
on = 2026-06-01
kind = "visit"
cause = "selection"
"""


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _write(cpv: str = "90910000", wage_sum: int = 80_000, more: str = "") -> None:
    Path("a.toml").write_text(DRAFT.format(cpv=cpv, wage_sum=wage_sum) + more, encoding="utf-8")


@pytest.mark.parametrize(("code", "wage_sum"), [("SR105", 80_000), ("SR201", 400_000)])
@pytest.mark.parametrize(
    ("lang", "line"),
    [("nl", "Een voorbeeld bij schoonmaak: srtool ideas 9091"), ("en", "An example in cleaning: srtool ideas 9091")],
)
def test_a_finding_that_nothing_is_asked_names_the_nearest_category(
    code: str, wage_sum: int, lang: str, line: str
) -> None:
    _write(wage_sum=wage_sum)
    command = ["check", "a.toml", "--select", code, "--lang", lang, *ON]
    assert line in printed(command).stdout
    assert line in printed([*command, "--format", "csv"]).stdout
    assert "srtool ideas" not in printed([*command, "--format", "json"]).stdout
    assert printed(["ideas", "9091", "--lang", lang]).code == 0


def test_nothing_is_said_where_no_idea_fits_or_the_contract_asks() -> None:
    _write(cpv="75000000")
    Path("a.toml").write_text(Path("a.toml").read_text().replace("Schoonmaak van kantoren", "Xyz"), encoding="utf-8")
    assert "srtool ideas" not in printed(["check", "a.toml", *ON]).stdout
    _write(wage_sum=400_000, more="[contracts.social_return]\namount = 20000\n")
    assert "srtool ideas" not in printed(["check", "a.toml", *ON]).stdout


def _report(*more: str) -> openpyxl.Workbook:
    assert printed(["report", "a.toml", "--out", "o.xlsx", "--force", "--lang", "nl", *ON, *more]).code == 0
    return openpyxl.load_workbook("o.xlsx")


def _words(workbook: openpyxl.Workbook, sheet: str) -> str:
    return " ".join(
        str(cell) for row in workbook[sheet].iter_rows(values_only=True) for cell in row if cell is not None
    )


def test_the_overview_has_a_sheet_of_chances_only_where_there_are_any() -> None:
    _write(more=FOLLOWED)
    workbook = _report()
    (row,) = list(workbook["Kansen"].iter_rows(min_row=5, max_row=5, values_only=True))
    assert (row[0], row[4], row[7]) == ("A", "schoonmaak", "9091")
    assert row[5]
    assert row[8]
    assert row[9] in {"gelezen bij de bron", "uit de tweede hand"}
    Path("a.toml").write_text(FOLLOWED, encoding="utf-8")
    assert "Kansen" not in _report().sheetnames


def test_the_overview_for_others_names_no_supplier_with_a_cause_or_a_lesson() -> None:
    _write(more=FOLLOWED)
    workbook = _report()
    assert "Hap BV (1)" in _words(workbook, "Oorzaken")
    assert "Hap" in _words(workbook, "Proeftuinen en lessen")
    workbook = _report("--discreet")
    assert "Facilitair (1)" in _words(workbook, "Oorzaken")
    assert "Hap" not in _words(workbook, "Oorzaken") + _words(workbook, "Proeftuinen en lessen")
    assert "[opdrachtnemer] neemt koks aan." in _words(workbook, "Proeftuinen en lessen")


@pytest.mark.parametrize(
    ("more", "suppliers"), [((), [{"supplier": "Hap BV", "contracts": 1}]), (("--discreet",), None)]
)
def test_monitor_counts_causes_for_scripts(more: tuple[str, ...], suppliers: object) -> None:
    _write(more=FOLLOWED)
    told = json.loads(printed(["monitor", "a.toml", "--format", "json", *ON, *more]).stdout)["portfolio"]
    (cause,) = told["causes"]
    assert cause["categories"] == [{"category": "Catering", "contracts": 1}]
    assert cause["units"] == [{"unit": "Facilitair", "contracts": 1}]
    assert cause["suppliers"] == suppliers
    assert "https://" in cause["helped_elsewhere"]
    assert ("Hap" in told["pilots"][0]["lesson"]) is (suppliers is not None)
