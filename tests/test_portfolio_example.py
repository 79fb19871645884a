"""The example portfolio: made by its script, and a ministry in which everything that the commands find occurs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from srtool.checks import ALL
from srtool.progress.state import State
from srtool.texts import load
from tests.support.paths import ROOT
from tests.support.program import printed

PORTFOLIO = ROOT / "examples" / "portfolio.xlsx"
DAY = "2026-11-22"
FEWEST = 5
REAL = re.compile(
    r"rijkswaterstaat|\buwv\b|\bubr\b|pianoo|rijnland|binnenlandse zaken|infrastructuur en|economische zaken|"
    r"volkshuisvesting|heijmans|boskalis|van oord|\bbam\b|volkerwessels|ballast nedam|strukton|dura vermeer|"
    r"randstad|tempo-team|\bisero\b|asito|vebego|hago|gom |sodexo|albron|vermaat|compass|g4s|securitas|trigion|"
    r"berenschot|deloitte|kpmg|ecorys|panteia|\btno\b|deltares|centric|bechtle|\bdell\b|\bhp\b|lenovo",
    re.IGNORECASE,
)
PERSON = re.compile(r"\b(?:mr|dr|drs|ir|dhr)\.|\bmevrouw\b|\bmeneer\b|\b[A-Z]\. ?[A-Z][a-z]|\bvan de[nr]? [A-Z][a-z]")
FUNCTION = re.compile(
    r"(?:Directeur|Contractteam|Contractbeheer|Leveranciersbeheer|Adviesteam|Inkooppunt|Kennisbureau|Inhuurdesk|"
    r"Beveiligingsautoriteit|Projectleider)(?: [\w ]+)?|[0-9]{8}"
)
BY = {
    "Contracten": ("Opdrachtgever", "Inkoper", "Contractmanager", "Adviseur social return"),
    "Contactmomenten": ("Door", "Vervolgstap door"),
    "Aanpassingen": ("Besloten door",),
    "Afwijkingen": ("Besloten door",),
    "Samenvoegingen": ("Door",),
}
Cells = list[tuple[str, str, Any, str]]
Json = dict[str, Any]


def _cells(path: Path) -> Cells:
    """Every cell that holds something: sheet, place, value and number format."""
    book = load_workbook(path)
    return [
        (sheet.title, cell.coordinate, cell.value, cell.number_format)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]


@cache
def _json(command: str) -> Json:
    arguments = [*command.split(), str(PORTFOLIO), "--on", DAY, "--format", "json", "--lang", "nl"]
    result = printed(arguments)
    assert result.code in {0, 1}, result.stderr
    found: Json = json.loads(result.stdout)
    return found


@cache
def _columns(sheet: str) -> dict[str, list[Any]]:
    """The columns of a sheet by their heading."""
    head, *rows = load_workbook(PORTFOLIO)[sheet].values
    return {str(name): [row[place] for row in rows] for place, name in enumerate(head) if name is not None}


def test_the_script_makes_the_same_cells_again(tmp_path: Path) -> None:
    again = tmp_path / "again.xlsx"
    subprocess.run([sys.executable, ROOT / "examples" / "make_portfolio.py", again], check=True)
    assert _cells(again) == _cells(PORTFOLIO)


@pytest.mark.parametrize("command", ["check --fail-on never", "bundle --fail-on never", "monitor --fail-on never"])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_command_reads_it_without_a_remark(command: str, lang: str) -> None:
    arguments = [*command.split(), str(PORTFOLIO), "--on", DAY, "--lang", lang]
    result = printed(arguments)
    assert result.code == 0, result.stderr
    assert not result.stderr
    assert result.stdout


def test_it_is_a_ministry_of_about_sixty_contracts() -> None:
    assert 55 <= len(_columns("Contracten")["Contractnummer"]) <= 70
    assert 20 <= len(_columns("Opdrachtnemers")["KvK-nummer"]) <= 30
    assert 280 <= len(_columns("Inspanningen")["Nummer"]) <= 330


def test_two_contracts_of_three_are_in_good_order() -> None:
    found = _json("check --fail-on never")
    wrong = {
        one["contract"]
        for one in found["findings"]
        if one["outcome"] == "not_met" and one["level"] in {"error", "warning"}
    }
    assert 0.6 <= 1 - len(wrong) / len(found["contracts"]) <= 0.75


_NOT_OF_THE_STATE = {"SR518"}
"""What only rule sets of municipalities and provinces have: the State lessens no obligation for a certificate."""


def test_every_state_occurs() -> None:
    assert set(_json("monitor")["portfolio"]["states"]) == set(State)


@pytest.mark.parametrize("code", [check.code for check in ALL if check.code not in _NOT_OF_THE_STATE])
def test_every_check_has_something_to_say(code: str) -> None:
    # A pass and a check that does not apply tell nothing; there is no code that a readable register cannot show.
    findings = _json("check --fail-on never --internal")["findings"]
    outcomes = Counter(one["outcome"] for one in findings if one["code"] == code)
    assert outcomes["not_met"] + outcomes["undecided"]


def test_there_is_a_pool_a_merge_and_what_falls_short() -> None:
    found = _json("bundle")
    kinds = {(bundle["kind"], bundle["state"]) for bundle in found["bundles"]}
    assert kinds == {("pool", "by_agreement"), ("merge", "complete"), ("merge", "needs_motivation")}
    assert {one["reason"] for one in found["shortfalls"]} == {"amount", "alone"}


def test_the_readme_says_how_it_stands() -> None:
    found = _json("monitor")
    assert (found["summary"]["contracts"], found["summary"]["attention"]) == (34, 12)
    known = [Decimal(found["summary"][f"{name}_known"]) for name in ("obligation", "confirmed")]
    millions = [amount.scaleb(-6).quantize(Decimal("0.1")) for amount in known]
    assert millions == [Decimal("3.6"), Decimal("2.4")]
    shares = {one["cause"]: one["share_known"] for one in found["portfolio"]["causes"]}
    assert round(Decimal(shares["supplier_sources"])) == 30


def test_causes_targets_and_lessons_are_told() -> None:
    found = _json("monitor")["portfolio"]
    assert {one["cause"] for one in found["causes"]} == set(load("nl", "monitor")["causes"]["codes"])
    assert [one["closed"] for one in found["targets"]] == [True, False, False]
    assert {one["lesson"] is None for one in found["pilots"]} == {True, False}


def test_some_target_groups_are_large_enough_to_show_and_some_are_not() -> None:
    efforts = _columns("Inspanningen")
    people = defaultdict(set)
    for block, person in zip(efforts["Bouwblok"], efforts["Code kandidaat"], strict=True):
        if person is not None:
            people[block].add(person)
    large = [block for block, of in people.items() if len(of) >= FEWEST]
    assert len(large) >= 4
    assert len(people) - len(large) >= 2


def test_nobody_in_it_exists() -> None:
    texts = [value for _, _, value, _ in _cells(PORTFOLIO) if isinstance(value, str)]
    assert [text for text in texts if REAL.search(text) or PERSON.search(text)] == []
    suppliers = _columns("Opdrachtnemers")["KvK-nummer"]
    assert all(re.fullmatch(r"(?:99|00)[0-9]{6}", number) for number in suppliers)
    assert any(number.startswith("0") for number in suppliers)
    named = {name for sheet, heads in BY.items() for head in heads for name in _columns(sheet)[head] if name}
    assert [name for name in named if not FUNCTION.fullmatch(name)] == []
    people = [person for person in _columns("Inspanningen")["Code kandidaat"] if person is not None]
    assert all(re.fullmatch(r"P-[0-9]{4}", person) for person in people)
