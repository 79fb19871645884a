"""The last day of a contract: the same wherever it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from srtool.cli.program import run
from srtool.readers.register import read
from srtool.register.index import Index
from srtool.register.last_day import end_of, is_end_open
from srtool.register.model import Adjustment, Contract

END, LONGER, OPTIONS = date(2025, 12, 31), date(2026, 12, 31), date(2027, 12, 31)
DECIDED = date(2025, 12, 1)
ON = ["--on", "2026-06-01", "--lang", "en"]
_ONE = """\
[[contracts]]
id = "{name}"
title = "Research {name}"
supplier = "23456789"
cpv = "73110000"
start = 2025-01-01
end = {end}
wage_sum = 146_000

"""
_ASKED = "social_return = {{ asked = true, percent = 5, basis = 'wage_sum' }}\n"
_EXTENSION = """\
[[adjustments]]
contract = "{name}"
kind = "extension"
from = 2025-12-01
new_end = 2026-12-31
reason = "More work."
decided_by = "C"

"""


def an_extension(**other: Any) -> Adjustment:  # noqa: ANN401 - fields of an adjustment
    return Adjustment(**{"contract": "A", "kind": "extension", "from_": DECIDED, "new_end": LONGER, **other})


def a_contract(**other: Any) -> Contract:  # noqa: ANN401 - fields of a contract
    return Contract(**{"id": "A", "title": "t", "start": date(2025, 1, 1), "end": END, **other})


@pytest.mark.parametrize(
    ("adjustments", "on", "found"),
    [
        ([], LONGER, END),
        ([an_extension()], DECIDED - timedelta(days=1), END),
        ([an_extension()], DECIDED, LONGER),
        ([an_extension(new_end=None)], LONGER, END),
        ([an_extension(new_end=date(2025, 6, 30))], LONGER, END),
        ([an_extension(kind="leniency")], LONGER, END),
        ([an_extension(), an_extension(new_end=date(2026, 3, 31))], LONGER, LONGER),
    ],
)
def test_an_extension_counts_from_its_day(adjustments: Sequence[Adjustment], on: date, found: date) -> None:
    assert end_of(a_contract(), adjustments, on) == found


@pytest.mark.parametrize(("new_end", "found"), [(date(2024, 12, 31), None), (date(2025, 1, 1), date(2025, 1, 1))])
def test_a_new_end_before_the_start_is_none(new_end: date, found: date | None) -> None:
    assert end_of(a_contract(end=None), [an_extension(new_end=new_end)], LONGER) == found
    assert end_of(a_contract(start=None, end=None), [an_extension(new_end=new_end)], LONGER) == new_end


def test_a_new_end_on_the_day_before_the_start_takes_no_part_in_a_bundle(
    register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = "".join(_ONE.format(name=name, end=LONGER) for name in "BC")
    none = _ONE.format(name="A", end=END).replace(f"end = {END}\n", "")
    register.write_text(whole + none + _EXTENSION.format(name="A").replace("2026-12-31", "2024-12-31"))
    assert run(["bundle", str(register), *ON]) == 0
    shown = capsys.readouterr().out
    assert "A  start or end is missing" in shown
    assert "B, C" in shown


@pytest.mark.parametrize(
    ("fields", "is_open"),
    [
        ({}, False),
        ({"end_latest": OPTIONS}, True),
        ({"end_latest": END}, False),
        ({"status": "running"}, True),
        ({"status": "ended", "end_latest": OPTIONS}, False),
        ({"end_latest": OPTIONS, "extended_until": LONGER}, False),
        ({"end_latest": OPTIONS, "extended_until": END}, True),
    ],
)
def test_past_its_end_a_contract_with_options_may_have_been_extended(fields: dict[str, Any], *, is_open: bool) -> None:
    contract = a_contract(**fields)
    assert not is_end_open(contract, (), END)
    assert is_end_open(contract, (), END + timedelta(days=1)) is is_open
    assert is_end_open(contract, (), OPTIONS + timedelta(days=1)) is is_open


def test_an_extension_that_is_known_decides_from_its_day() -> None:
    after, late = END + timedelta(days=1), an_extension(from_=END + timedelta(days=9))
    contract = a_contract(end_latest=OPTIONS)
    assert is_end_open(contract, [late], after)
    assert not is_end_open(contract, [late], END + timedelta(days=9))
    assert not is_end_open(contract, [an_extension()], after)


def test_the_last_of_extended_until_and_the_extensions_counts() -> None:
    assert end_of(a_contract(extended_until=LONGER), (), END) == LONGER
    assert end_of(a_contract(extended_until=OPTIONS), [an_extension()], LONGER) == OPTIONS
    assert end_of(a_contract(extended_until=date(2026, 6, 30)), [an_extension()], LONGER) == LONGER


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A and B, of which A was extended by a year; both would have ended half a year ago."""
    monkeypatch.chdir(tmp_path)
    path = Path("register.toml")
    asked = _ONE.format(name="E", end=END).rstrip() + "\n" + _ASKED.format() + "\n"
    two = _ONE.format(name="A", end=END) + _ONE.format(name="B", end=END)
    path.write_text(two + asked + _EXTENSION.format(name="A") + _EXTENSION.format(name="E"))
    return path


def test_bundles_take_part_until_the_last_day(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bundle", str(register), *ON]) == 0
    shown = capsys.readouterr().out
    assert "B  has ended" in shown
    assert "A  has ended" not in shown
    register.write_text(register.read_text() + _EXTENSION.format(name="B"))
    assert run(["bundle", str(register), *ON]) == 0
    # 730 days with the extension, of which 1 June is the 517th: 214 are left; 146,000 * 214 / 730 = 42,800 each.
    assert "€ 85,600.00" in capsys.readouterr().out


def test_the_status_and_the_monitor_agree(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert Index(read(register), date(2026, 6, 1)).statuses == {"A": "running", "B": "ended", "E": "running"}
    assert run(["monitor", str(register), "--contract", "E", *ON]) in {0, 1}
    assert "31 December 2026" in capsys.readouterr().out


def test_the_overview_has_the_same_status(register: Path) -> None:
    assert run(["report", str(register), "--out", "out.xlsx", *ON]) == 0
    rows = list(load_workbook("out.xlsx")["Contracts"].iter_rows(min_row=4, values_only=True))
    phase = rows[0].index("Phase")
    assert {row[0]: row[phase] for row in rows if row[0] in {"A", "B"}} == {"A": "running", "B": "ended"}


def test_a_supplier_sees_the_day_until_which_its_contract_was_extended(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("srtool.cli.options.today", lambda: date(2026, 6, 1))
    assert run(["init", "--supplier", "23456789", str(register), "out.xlsx", "--lang", "en"]) == 0
    rows = list(load_workbook("out.xlsx")["Your contracts"].iter_rows(values_only=True))
    end = next(row.index("End") for row in rows if "End" in row)
    assert [(row[0], str(row[end])[:10]) for row in rows if row[0] == "E"] == [("E", "2026-12-31")]
