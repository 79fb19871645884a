"""srtool verify: the same input gives the same answer again, and what is not the same is named."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from srtool.texts import LANGUAGES
from tests.support.paths import EXAMPLES
from tests.support.program import Printed, printed

ON = ("--on", "2026-11-22")
COMMANDS = ("check", "monitor", "bundle", "simulate", "ideas")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("portfolio.xlsx", "register.toml"):
        shutil.copy(EXAMPLES / name, tmp_path / name)


def _kept(command: str, *options: str, register: str = "portfolio.xlsx") -> Path:
    out = Path(f"{command}.json")
    run = printed([command, register, *ON, "--format", "json", "--out", str(out), "--force", "--quiet", *options])
    assert run.code in {0, 1}, run.stderr
    return out


def _verified(*arguments: str) -> Printed:
    return printed(["verify", *arguments])


@pytest.mark.parametrize("command", COMMANDS)
def test_an_answer_is_the_same_again(command: str) -> None:
    run = _verified(str(_kept(command)))
    assert (run.code, run.stderr) == (0, "")
    assert f"{command}.json: the same answer" in run.stdout


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_answer_in_the_other_language_is_the_same(lang: str) -> None:
    run = _verified(str(_kept("check", "--lang", lang)), "--lang", "nl")
    assert run.stdout.startswith("check.json: hetzelfde antwoord.")


@pytest.mark.parametrize(
    "options",
    [("--select", "SR3"), ("--unit", "Facilitaire Dienst"), ("--rule-set", "utrecht"), ("--internal",)],
    ids=lambda options: options[0],
)
def test_what_else_was_typed_is_kept_with_the_answer(options: tuple[str, ...]) -> None:
    out = _kept("check", *options)
    assert json.loads(out.read_text(encoding="utf-8"))["receipt"]["options"] == {
        options[0]: options[1] if len(options) > 1 else ""
    }
    assert _verified(str(out)).code == 0


def test_a_changed_cent_is_named_by_contract_and_step() -> None:
    out = _kept("monitor")
    text = out.read_text(encoding="utf-8")
    assert "115975.36" in text
    out.write_text(text.replace('"owed": "115975.36"', '"owed": "115975.37"', 1), encoding="utf-8")
    run = _verified(str(out))
    assert run.code == 1
    assert "SCH-2401" in run.stdout
    assert "115975.37 → 115975.36" in run.stdout


def test_a_changed_input_is_named_and_what_it_changed() -> None:
    out = _kept("check", register="register.toml")
    path = Path("register.toml")
    path.write_text(path.read_text(encoding="utf-8").replace("wage_sum = ", "wage_sum = 1", 1), encoding="utf-8")
    run = _verified(str(out))
    assert run.code == 1
    assert "register.toml is no longer the file of then." in run.stdout


def test_a_changed_rule_is_named() -> None:
    out = _kept("check", register="register.toml")
    kept = json.loads(out.read_text(encoding="utf-8"))
    kept["receipt"]["rule_sets"][0]["sha256"] = "0" * 64
    out.write_text(json.dumps(kept), encoding="utf-8")
    run = _verified(str(out))
    assert f"The rule set {kept['receipt']['rule_sets'][0]['id']} is no longer as it was." in run.stdout


def test_changed_settings_are_named() -> None:
    out = _kept("check", register="register.toml")
    Path("srtool.toml").write_text("[monitor]\nsilent_after = 10\n", encoding="utf-8")
    assert "The settings (srtool.toml) are not those of then." in _verified(str(out)).stdout


def test_settings_that_stayed_as_they_were_are_not_named() -> None:
    Path("srtool.toml").write_text("[monitor]\nsilent_after = 10\n", encoding="utf-8")
    assert printed(["report", "register.toml", "--out", "r.xlsx", *ON, "--quiet"]).code == 0
    run = _verified("r.xlsx")
    assert (run.code, run.stdout.count("\n")) == (0, 1)
    Path("srtool.toml").write_text("[monitor]\nsilent_after = 11\n", encoding="utf-8")
    assert "The settings (srtool.toml) are not those of then." in _verified("r.xlsx").stdout


def test_a_folder_of_notices_is_an_input_too(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "bekendmakingen", "notices")
    beside = ("--notices", "notices", *ON, "--quiet")
    assert printed(["report", "portfolio.xlsx", *beside, "--out", "r.xlsx"]).code == 0
    assert _verified("r.xlsx").code == 0
    (tmp_path / "notices" / "more.xml").write_text("<a/>", encoding="utf-8")
    assert "notices is no longer the file of then." in _verified("r.xlsx").stdout


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_line_on_an_earlier_report_is_no_difference(lang: str) -> None:
    made = ("report", "register.toml", *ON, "--lang", lang, "--quiet")
    assert printed([*made, "--out", "old.xlsx"]).code == 0
    assert printed([*made, "--out", "new.xlsx", "--previous", "old.xlsx"]).code == 0
    assert _verified("new.xlsx").code == 0


RULES = """id = "voorbeeldstad"
authority_kind = "decentral"
title = { nl = "Voorbeeldstad", en = "Example Town" }
[[source]]
id = "policy"
title = "Policy"
[[threshold]]
id = "amount"
kinds = ["works", "services"]
basis = "wage_sum"
operator = "at_least"
amount = 200000
min_months = 6
source = ["policy"]
certainty = "stated"
[[obligation]]
id = "norm"
kind = "percentage"
level = "duty"
percent = 5
basis = "wage_sum"
source = ["policy"]
certainty = "stated"
"""


@pytest.mark.parametrize("place", ["option", "register"])
def test_rules_of_ones_own_are_found_by_their_path(tmp_path: Path, place: str) -> None:
    Path("stad.toml").write_text(RULES, encoding="utf-8")
    line = 'rule_set = "stad.toml"\n' if place == "register" else ""
    Path("a.toml").write_text(
        f'[[contracts]]\nid = "A"\ntitle = "A"\nkind = "services"\nwage_sum = 300000\nterm_months = 12\n{line}',
        encoding="utf-8",
    )
    options = ("--rule-set", "./stad.toml") if place == "option" else ()
    out = _kept("check", *options, register="a.toml")
    assert _verified(str(out)).stdout.startswith("check.json: the same answer. The same input")
    Path("stad.toml").write_text(RULES + "\n# read again\n", encoding="utf-8")
    run = _verified(str(out))
    assert run.code == 0
    assert "The rule set voorbeeldstad is no longer as it was." in run.stdout
    assert "the same answer, although" in run.stdout
    if place == "option":
        (tmp_path / "elders").mkdir()
        shutil.move("stad.toml", "elders/stad.toml")
        assert "./stad.toml: This file is not there" in _verified(str(out)).stderr
        assert _verified(str(out), "elders/stad.toml").code == 0


def test_the_folder_of_an_answer_may_be_given(tmp_path: Path) -> None:
    folder = tmp_path / "registers"
    folder.mkdir()
    for number in range(2):
        text = f'[[contracts]]\nid = "C{number}"\ntitle = "A"\n'
        (folder / f"{number}.toml").write_text(text, encoding="utf-8")
    out = _kept("check", register="registers")
    assert _verified(str(out), "registers").code == 0


def test_of_another_version_only_the_numbers_are_compared() -> None:
    out = _kept("check", register="register.toml")
    kept = json.loads(out.read_text(encoding="utf-8"))
    kept["receipt"]["srtool"] = "0.1.0"
    del kept["findings"][0]
    out.write_text(json.dumps(kept), encoding="utf-8")
    run = _verified(str(out))
    assert run.code == 0
    assert "This answer is of srtool 0.1.0" in run.stdout
    assert "the same numbers" in run.stdout


def test_inputs_are_given_or_stand_beside_the_answer(tmp_path: Path) -> None:
    out = _kept("check", register="register.toml")
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    shutil.move("register.toml", elsewhere / "register.toml")
    run = _verified(str(out))
    assert run.code == 2
    assert "register.toml: This file is not there" in run.stderr
    assert _verified(str(out), str(elsewhere / "register.toml")).code == 0
    shutil.move(str(out), elsewhere / out.name)
    assert _verified(str(elsewhere / out.name)).code == 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_report_is_made_again_and_held_against_it_cell_by_cell(lang: str) -> None:
    assert printed(["report", "portfolio.xlsx", "--out", "r.xlsx", *ON, "--lang", lang, "--quiet"]).code == 0
    assert _verified("r.xlsx").code == 0
    book = load_workbook("r.xlsx")
    sheet = book["Contracten" if lang == "nl" else "Contracts"]
    every: list[Any] = [cell for row in sheet.iter_rows() for cell in row]
    cell = next(cell for cell in every if isinstance(cell.value, int | float) and cell.value > 1000)
    cell.value += 0.01
    book.save("r.xlsx")
    run = _verified("r.xlsx")
    assert run.code == 1
    assert f"{sheet.title}!{cell.coordinate}" in run.stdout


@pytest.mark.parametrize("options", [("--unit", "Directie Kennis"), ("--discreet",), ("--rule-set", "utrecht")])
def test_a_report_keeps_what_else_was_typed(options: tuple[str, ...]) -> None:
    assert printed(["report", "portfolio.xlsx", "--out", "r.xlsx", *ON, "--lang", "en", *options]).code == 0
    run = _verified("r.xlsx")
    assert (run.code, run.stderr) == (0, "")
    rows = load_workbook("r.xlsx")["Sources and receipt"].iter_rows(values_only=True)
    assert ("Option", *options) in {tuple(cell for cell in row if cell is not None) for row in rows}


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", '{"command": "check"}', '{"command": "schema", "receipt": {}}', "nee"]
)
def test_what_is_no_answer_is_a_sentence(text: str) -> None:
    Path("x.json").write_text(text, encoding="utf-8")
    run = _verified("x.json")
    assert (run.code, run.stdout) == (3, "")
    assert "This is no answer that can be verified" in run.stderr
