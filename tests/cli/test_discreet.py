"""With --discreet an amount of fewer than five people is given in steps of 5,000 euro, in every output."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from srtool.texts import LANGUAGES, sentence
from tests.support.program import printed

ON = ("--on", "2026-11-22")
CONTRACT = """
[[contracts]]
id = "{id}"
title = "Onderhoud"
kind = "services"
supplier = "Bedrijf {id}"
start = 2025-01-01
end = {end}
rule_set = "haaglanden"
client = "D"
social_return = {{ amount = 90000 }}
"""
EFFORT = """
[[efforts]]
id = "{contract}{number}"
contract = "{contract}"
kind = "placement"
person = "P{contract}{number}"
block = "wajong"
hours_per_week = 24
start = 2026-01-07
end = 2026-10-30
status = "confirmed"
"""


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def register(*people: int, end: str = "2028-12-31") -> None:
    """A contract of so many people each, by the name of a letter."""
    parts = [CONTRACT.format(id="ABC"[place], end=end) for place in range(len(people))]
    parts += [
        EFFORT.format(contract="ABC"[place], number=number)
        for place, count in enumerate(people)
        for number in range(count)
    ]
    Path("a.toml").write_text("".join(parts), encoding="utf-8")


def monitored(*options: str) -> Any:  # noqa: ANN401 - JSON
    return json.loads(printed(["monitor", "a.toml", "--format", "json", *options, *ON]).stdout)


def amounts(*options: str) -> dict[str, Decimal]:
    return {one["contract"]: Decimal(one["confirmed"]) for one in monitored(*options)["progress"]}


@pytest.mark.parametrize("people", [1, 4, 5])
def test_only_amounts_of_few_people_come_in_steps(people: int) -> None:
    register(people)
    exact, discreet = amounts()["A"], amounts("--discreet")["A"]
    assert exact % 5000
    assert discreet == (exact if people == 5 else exact - exact % 5000)
    assert monitored("--discreet")["progress"][0]["in_steps_of"] == (None if people == 5 else "5000.00")
    assert monitored()["progress"][0]["in_steps_of"] is None


def test_no_sum_tells_what_is_given_in_steps() -> None:
    """The whole less the other contract."""
    register(1, 6)
    told, exact = monitored("--discreet"), amounts()
    given = amounts("--discreet")
    assert given["B"] == exact["B"]
    assert Decimal(told["summary"]["confirmed"]) == sum(given.values())
    assert all(Decimal(one["confirmed"]) == sum(given.values()) for one in told["portfolio"]["categories"])


def _forms(amount: Decimal) -> list[str]:
    """How an amount may be written."""
    plain = f"{amount:.2f}"
    whole, cents = plain.split(".")
    return [plain, f"{int(whole):,}.{cents}", f"{int(whole):,}".replace(",", ".") + f",{cents}", f"{whole},{cents}"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("end", ["2028-12-31", "2026-10-31"])
def test_the_amount_of_one_person_stands_nowhere(lang: str, end: str) -> None:
    register(1, end=end)
    (exact,) = amounts().values()
    hidden = [*_forms(exact), *_forms(90000 - exact)]
    for options in (
        ("monitor", "--format", "json"),
        ("monitor", "--format", "csv"),
        ("monitor",),
        ("monitor", "--contract", "A", "--why"),
        ("monitor", "--agenda"),
        ("monitor", "--agenda", "--format", "ics"),
    ):
        shown = printed([options[0], "a.toml", *options[1:], "--discreet", "--lang", lang, *ON]).stdout
        assert [form for form in hidden if form in shown] == [], options
    assert printed(["monitor", "a.toml", "--lang", lang, *ON]).stdout.count(_forms(exact)[1 if lang == "en" else 2])
    assert printed(["report", "a.toml", "--out", "r.xlsx", "--discreet", "--lang", lang, *ON]).code == 0
    cells = [
        (sheet.title, cell.coordinate, cell.value)
        for sheet in load_workbook("r.xlsx").worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    numbers = {exact, 90000 - exact}
    assert [cell for cell in cells if isinstance(cell[2], int | float) and Decimal(str(cell[2])) in numbers] == []
    assert [cell for cell in cells if any(form in str(cell[2]) for form in hidden)] == []
    assert any(sentence("nl" if lang == "nl" else "en", "shared.discreet.in_steps") in str(cell[2]) for cell in cells)


def test_csv_says_which_amounts_come_in_steps() -> None:
    register(1, 5)
    shown = printed(["monitor", "a.toml", "--format", "csv", "--discreet", *ON]).stdout
    rows = {row["Contract"]: row for row in csv.DictReader(shown.removeprefix("\ufeff").splitlines())}
    assert "steps of € 5,000" in rows["A"]["Amounts"]
    assert rows["B"]["Amounts"] == ""


def test_an_earlier_report_does_not_tell_it_either() -> None:
    register(1)
    (exact,) = amounts().values()
    assert printed(["report", "a.toml", "--out", "old.xlsx", *ON]).code == 0
    register(1, 1)
    asked = ["report", "a.toml", "--out", "new.xlsx", "--previous", "old.xlsx", "--discreet", *ON]
    assert printed(asked).code == 0
    values = {cell.value for sheet in load_workbook("new.xlsx").worksheets for row in sheet.iter_rows() for cell in row}
    assert float(exact) not in values


def test_more_and_less_at_once_is_refused() -> None:
    register(1)
    ran = printed(["monitor", "a.toml", "--internal", "--discreet"])
    assert (ran.code, "one of the two" in ran.stderr) == (2, True)
