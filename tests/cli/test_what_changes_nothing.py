"""What may not change an answer: order and numbers of records, another file, an unrelated contract, the language."""

from __future__ import annotations

import random
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.support.answers import ON, Tables, answered, applicable, renamed, standings, verdicts, written
from tests.support.paths import EXAMPLES, TESTS
from tests.support.program import printed

REGISTERS = (TESTS / "views" / "report" / "overview.toml", EXAMPLES / "running.toml", EXAMPLES / "register.toml")
ACROSS = ("SR4", "SR909")
"""Checks that look at other contracts of the same file."""


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture(params=REGISTERS, ids=lambda path: path.stem)
def tables(request: pytest.FixtureRequest) -> Tables:
    path: Path = request.param
    return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)


def shuffled(tables: Tables) -> Tables:
    generator = random.Random(7)
    return {
        name: generator.sample(rows, len(rows)) if isinstance(rows, list) else rows for name, rows in tables.items()
    }


def test_the_order_of_records_changes_nothing(tables: Tables) -> None:
    usual = written(tables)
    other = written(shuffled(tables), "b.toml")
    assert verdicts(other) == verdicts(usual)
    assert standings(other) == standings(usual)


@pytest.mark.parametrize("reverse", [False, True])
def test_other_numbers_change_nothing(tables: Tables, reverse: bool) -> None:  # noqa: FBT001
    """Also where they come in another order of the alphabet."""
    ids = [row["id"] for name in ("contracts", "efforts") for row in tables.get(name, ())]
    ranked = sorted(ids, reverse=reverse)
    names = {name: f"N-{place:03}" for place, name in enumerate(ranked)}
    back: dict[str | None, str | None] = {new: old for old, new in names.items()}
    contracts, findings = verdicts(written(tables))
    others, other_findings = verdicts(written(renamed(tables, names), "b.toml"))
    assert {back[name]: one for name, one in others.items()} == contracts
    assert {(back.get(name, name), code): one for (name, code), one in other_findings.items()} == findings
    progress, summary, people = standings("a.toml")
    other_progress, other_summary, other_people = standings("b.toml")
    assert {back[name]: one for name, one in other_progress.items()} == progress
    assert (other_summary, other_people) == (summary, people)


def test_an_unrelated_contract_changes_nothing_for_the_others(tables: Tables) -> None:
    alone = {"id": "ZZ-99", "title": "Iets heel anders", "kind": "supplies", "supplier": "Niemand anders BV"}
    own = {"authority": "Ministerie van Voorbeeld", "unit": "Z", "cpv": "30000000", "contract_value": 1234}
    days = {"start": tables["contracts"][0].get("start"), "end": tables["contracts"][0].get("end")}
    extra = alone | own | {key: day for key, day in days.items() if day is not None}
    contracts, findings = verdicts(written(tables))
    more, more_findings = verdicts(written(tables | {"contracts": [*tables["contracts"], extra]}, "b.toml"))
    assert {name: one for name, one in more.items() if name != "ZZ-99"} == contracts
    others = {key: one for key, one in more_findings.items() if key[0] != "ZZ-99"}
    assert applicable(others) == applicable(findings)
    assert standings("b.toml")[0] == standings("a.toml")[0]


def test_two_files_are_judged_as_one(tables: Tables) -> None:
    """But for what is looked for within one file."""
    contracts = tables["contracts"]
    groups = ([one["id"] for one in contracts[::2]], [one["id"] for one in contracts[1::2]])
    if not groups[1] or any("part_of" in one for one in contracts) or "merges" in tables:
        pytest.skip("nothing that can be parted")
    tied = ("efforts", "contacts", "adjustments", "exemptions")
    for name, ids in zip(("b.toml", "c.toml"), groups, strict=True):
        part = {key: rows for key, rows in tables.items() if key not in {*tied, "contracts"}}
        part["contracts"] = [one for one in contracts if one["id"] in ids]
        for key in tied:
            if rows := [row for row in tables.get(key, ()) if row["contract"] in ids]:
                part[key] = rows
        written(part, name)
    whole, parted = verdicts(written(tables)), verdicts("b.toml", "c.toml")
    assert parted[0] == whole[0]
    within, apart = (applicable(findings) for _, findings in (whole, parted))
    assert not {key for key, one in within.items() ^ apart.items() if not key[1].startswith(ACROSS)}


def test_the_language_changes_words_only(tables: Tables) -> None:
    file = written(tables)
    assert verdicts(file, lang="nl") == verdicts(file)
    assert standings(file, lang="nl") == standings(file)


def test_a_workbook_says_the_same_as_the_toml_it_was_made_from(tables: Tables) -> None:
    file = written(tables)
    ran = printed(["convert", file, "b.xlsx"])
    if ran.code:
        pytest.skip(ran.stderr)
    assert verdicts("b.xlsx") == verdicts(file)
    assert standings("b.xlsx") == standings(file)


def named_cells(path: str) -> dict[str, Any]:
    book = load_workbook(path)
    cells = {}
    for name, defined in book.defined_names.items():
        for sheet, place in defined.destinations:
            cells[name] = book[sheet][place.replace("$", "")].value
    return cells


def test_check_monitor_and_report_give_the_same_totals(tables: Tables) -> None:
    """Where all parts are known; a sum with unknown parts is none."""
    known = [one for one in tables["contracts"] if one.get("social_return", {}).get("amount") is not None]
    ids = {one["id"] for one in known} - {one.get("part_of") for one in tables["contracts"]}
    part = {key: rows for key, rows in tables.items() if key in {"suppliers", "targets"}}
    part["contracts"] = [one for one in known if one["id"] in ids and "part_of" not in one]
    for key in ("efforts", "contacts", "adjustments"):
        part[key] = [row for row in tables.get(key, ()) if row["contract"] in ids]
    if not part["contracts"]:
        pytest.skip("no contract with an amount")
    file = written(part)
    checked, followed = answered("check", file), answered("monitor", file)
    assert printed(["report", file, "--out", "r.xlsx", "--on", ON]).code == 0
    cells = named_cells("r.xlsx")
    total = followed["summary"]
    for name in ("confirmed", "claimed", "expected", "gap", "waived"):
        assert Decimal(str(cells[f"srtool_{name}"])) == Decimal(total[name]), name
    assert Decimal(str(cells["srtool_owed"])) == Decimal(total["obligation"]) - Decimal(total["waived"])
    asked = sum(
        (Decimal(one["asked_obligation"]) for one in checked["contracts"] if one["asked_obligation"] is not None),
        Decimal(0),
    )
    assert Decimal(str(cells["srtool_asked_obligation"])) == Decimal(checked["summary"]["asked_obligation"]) == asked
    obligations = {one["contract"]: one["obligation"] for one in followed["progress"]}
    amounts = {one["id"]: one["asked_obligation"] for one in checked["contracts"]}
    assert obligations == {name: amounts[name] for name in obligations}
    for name in ("confirmed", "claimed", "expected", "open", "gap"):
        assert sum(Decimal(one.get(name) or one["forecast"][name]) for one in followed["progress"]) == Decimal(
            total[name]
        )
