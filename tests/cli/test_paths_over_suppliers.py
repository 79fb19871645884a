"""One person along two suppliers: each contract keeps its own value, people and jobs are counted once."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from srtool.case.build import Own
from srtool.checks.evaluate import evaluate
from srtool.portfolio.people import people
from srtool.portfolio.target_groups import groups
from srtool.progress.standing import Progress
from srtool.readers import register
from srtool.readers.rules import rule_sets
from srtool.rules.rulebook import EUROPEAN, RuleBook
from tests.support.program import printed

ON = date(2026, 5, 1)
SUPPLIERS = {"A": "12345678", "B": "87654321"}
CODE_OF_A_PATH = "geheimpad"
HALVES = {"A": (date(2025, 6, 2), date(2025, 12, 1)), "B": (date(2025, 12, 2), date(2026, 6, 1))}


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _register(halves: dict[str, tuple[date, date]] = HALVES, hours: str = "25.5", path: str = CODE_OF_A_PATH) -> str:
    contracts = "".join(
        f"""
[[contracts]]
id = "{name}"
title = "Werk {name}"
kind = "services"
authority_kind = "decentral"
rule_set = "haaglanden"
supplier = "{supplier}"
start = 2025-01-01
end = 2026-12-31
social_return = {{ amount = 200000 }}
"""
        for name, supplier in SUPPLIERS.items()
    )
    efforts = "".join(
        f"""
[[efforts]]
id = "{name}{number}"
contract = "{name}"
kind = "placement"
block = "ww"
person = "{name}-{number}"
path = "{path}{number}"
start = {start}
end = {end}
hours_per_week = {hours}
jobs_register = true
status = "confirmed"
"""
        for number in range(6)
        for name, (start, end) in halves.items()
    )
    return contracts + efforts


def _followed(text: str) -> list[Progress]:
    loaded = {name: rule_sets.load(rule_sets.find(name, None)) for name in ("haaglanden", EUROPEAN)}
    book = RuleBook({n: it.rules for n, it in loaded.items()}, {n: it.sha256 for n, it in loaded.items()})
    return evaluate(register.from_bytes(text.encode(), "r.toml"), book, ON, Own()).followed


def test_half_a_year_with_each_is_six_people_and_twice_the_value() -> None:
    """WW: 20,000 a year at 36 hours; 25.5 hours for six months 7,083.33, for five months 5,902.78."""
    followed = _followed(_register())
    assert [str(progress.confirmed) for progress in followed] == ["42499.98", "35416.68"]
    both = people(followed, ON)
    assert (both.placed, both.in_register, both.jobs.number, both.jobs.people) == (6, 6, Decimal(6), 6)
    assert [people([progress], ON).placed for progress in followed] == [6, 6]
    found = groups(followed, ON)
    assert [(row.people, row.efforts, str(row.value)) for row in found.rows] == [(6, 12, "77916.66")]


def test_without_a_path_these_are_twelve_people() -> None:
    text = "\n".join(line for line in _register().splitlines() if not line.startswith("path"))
    assert people(_followed(text), ON).placed == 12


@pytest.mark.parametrize(("hours", "jobs"), [("12.75", "6.00"), ("20", "9.41"), ("20.5", "9.41"), ("36", "9.41")])
def test_who_works_for_both_at_once_fills_no_more_than_full_time(hours: str, jobs: str) -> None:
    """Six times 25.5 hours; from twice 20 hours six times 40, which is 240 over 25.5."""
    at_once = dict.fromkeys(SUPPLIERS, (date(2026, 1, 1), date(2026, 12, 31)))
    assert str(people(_followed(_register(at_once, hours)), ON).jobs.number) == jobs


def test_a_path_is_not_the_number_of_an_effort_nor_the_code_of_nobodys_supplier() -> None:
    text = _register().replace(f'path = "{CODE_OF_A_PATH}0"', 'path = "B9"')
    without_code = '\n[[efforts]]\nid = "B9"\ncontract = "B"\nkind = "placement"\nblock = "ww"\nstart = 2026-01-01\n'
    assert people(_followed(text + without_code), ON).placed == 7


def _runs() -> list[list[str]]:
    formats = [["--format", name] for name in ("terminal", "json", "csv")]
    commands = (["check", "r.toml", "--full", "--internal"], ["check", "r.toml"], ["monitor", "r.toml", "--internal"])
    one = ["monitor", "r.toml", "--contract", "A", "--internal"]
    return [[*command, *more, "--on", ON.isoformat()] for command in (*commands, one) for more in formats]


@pytest.mark.parametrize("arguments", _runs(), ids=" ".join)
def test_the_code_of_a_path_is_in_no_answer(arguments: list[str]) -> None:
    whole_years = dict.fromkeys(SUPPLIERS, (date(2025, 5, 2), date(2026, 5, 1)))
    Path("r.toml").write_text(_register(whole_years, "36"), encoding="utf-8")
    shown = printed(arguments)
    assert shown.code in {0, 1}
    assert CODE_OF_A_PATH not in shown.stdout + shown.stderr


def test_who_counts_a_double_year_is_asked_about_inside_the_office_alone() -> None:
    whole_years = dict.fromkeys(SUPPLIERS, (date(2025, 5, 2), date(2026, 5, 1)))
    Path("r.toml").write_text(_register(whole_years, "36"), encoding="utf-8")
    for more, told in (((), False), (("--internal",), True)):
        answer: Any = json.loads(printed(["check", "r.toml", "--format", "json", *more, "--on", ON.isoformat()]).stdout)
        assert ("SR517" in {finding["code"] for finding in answer["findings"]}) is told
        assert all(finding["outcome"] != "not_met" for finding in answer["findings"] if finding["code"] == "SR506")


def _texts(path: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@pytest.mark.parametrize(
    "arguments",
    [
        ["report", "r.toml", "--out", "out.xlsx", "--on", "2026-05-01"],
        ["init", "r.toml", "out.xlsx", "--supplier", "12345678"],
        ["meeting", "r.toml", "--contract", "A", "--out", "out.docx", "--on", "2026-05-01"],
        ["meeting", "r.toml", "--supplier", "12345678", "--letter", "--out", "out.docx", "--on", "2026-05-01"],
    ],
    ids=" ".join,
)
def test_the_code_of_a_path_is_in_no_file_for_others(arguments: list[str]) -> None:
    Path("r.toml").write_text(_register(), encoding="utf-8")
    shown = printed(arguments)
    assert shown.code == 0, shown.stderr
    (made,) = Path().glob("out.*")
    assert CODE_OF_A_PATH not in _texts(str(made))


def test_the_officers_own_register_keeps_it_in_another_format() -> None:
    Path("r.toml").write_text(_register(), encoding="utf-8")
    assert printed(["convert", "r.toml", "r.xlsx"]).code == 0
    assert printed(["convert", "r.xlsx", "back.toml"]).code == 0
    assert Path("back.toml").read_text(encoding="utf-8").count(CODE_OF_A_PATH) == 12
