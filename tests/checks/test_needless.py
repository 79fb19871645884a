"""Checks that the register as a whole makes needless are left out, and nothing that is open with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from srtool.checks import ALL
from srtool.checks.check import Check
from srtool.checks.evaluate import evaluate
from srtool.cli import run
from srtool.finding import OPEN, Outcome, Report
from srtool.readers import register
from srtool.readers.settings import Settings
from srtool.register.model import RegisterFile
from srtool.register.unread import UnreadCell
from tests.support.odd_registers import Document, documents, written
from tests.support.paths import EXAMPLES

ON = date(2026, 11, 22)
TWO = """
[[contracts]]
id = "1"
title = "Catering"
{first}

[[contracts]]
id = "2"
title = "Schoonmaak"
{second}
"""


def judged(register_file: RegisterFile, *, counts_all: bool = True) -> Report:
    book = run.rule_book([register_file], "rijk-classic", Settings())
    own = run.own(Settings())
    kept = frozenset(Outcome) if counts_all else OPEN
    return evaluate(register_file, book, ON, own, kept=kept, counts_all=counts_all).report


def same_findings(register_file: RegisterFile) -> bool:
    every = [one for one in judged(register_file).findings if one.outcome in OPEN]
    return list(judged(register_file, counts_all=False).findings) == every


@pytest.mark.parametrize(
    "name", ["register.toml", "running.toml", "drafts.toml", "portfolio.xlsx", "contractenlijst.xlsx"]
)
def test_what_is_open_in_an_example_stays(name: str) -> None:
    assert same_findings(register.read(EXAMPLES / name))


@settings(max_examples=60, deadline=None)
@given(documents())
def test_what_is_open_in_any_register_stays(document: Document) -> None:
    assert same_findings(register.from_bytes(written(document).encode(), "register.toml"))


def of_two(first: str, second: str = "") -> RegisterFile:
    return register.from_bytes(TWO.format(first=first, second=second).encode(), "register.toml")


def test_a_check_is_done_only_on_the_contract_that_may_fail_it() -> None:
    register_file = of_two('cpv = "1"', 'cpv = "90910000"')
    every, part = judged(register_file), judged(register_file, counts_all=False)
    assert [one.contract for one in part.findings if one.code == "SR907"] == ["1"]
    assert part.counted[Outcome.MET] < every.counted[Outcome.MET]
    assert all(part.counted[outcome] == every.counted[outcome] for outcome in OPEN)


def test_an_amount_that_is_none_makes_no_check_needless() -> None:
    assert same_findings(of_two("wage_sum = 0.50\ncontract_value = 1\nestimated_value = 0.25"))


@pytest.mark.parametrize("check", [check for check in ALL if check.opens_on is not None], ids=lambda check: check.code)
def test_a_field_that_is_unread_makes_no_check_needless(check: Check) -> None:
    register_file = of_two('kind = "services"\nstatus = "running"', 'supplier = "Bedrijf"')
    place = register_file.rows["contracts"][0].at(check.field)
    cell = UnreadCell("contracts", check.field, place, "", "?", "value_not_read")
    assert same_findings(replace(register_file, unread=(cell,)))
