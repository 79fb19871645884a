"""What a register does not keep is no zero on any sheet, and what follows from words says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.support.paths import TESTS

from srtool.cli.program import run
from srtool.texts import LANGUAGES, Lang, load

REGISTERS = TESTS / "readers" / "registers"
WITHOUT = """\
[[contracts]]
id = "A"
title = "Groen"
kind = "services"
supplier = "Groenwerk"
status = "running"
contract_manager = "Team Buiten"
start = 2025-01-01
end = 2028-12-31
social_return = { percent = 5, basis = "wage_sum" }

[[contracts]]
id = "B"
title = "Grijs"
kind = "services"
supplier = "Straatwerk"
status = "running"
contract_manager = "Team Buiten"
start = 2025-01-01
end = 2028-12-31
social_return = { amount = 20000 }
"""
"""Without wage sums, efforts and decisions."""


def _report(register: Path, out: Path, lang: Lang) -> Any:  # noqa: ANN401 - openpyxl's own
    assert run(["report", str(register), "--out", str(out), "--on", "2026-11-22", "--lang", lang, "--quiet"]) == 0
    return load_workbook(out, data_only=True)


def _rows(book: Any, lang: Lang, sheet: str) -> list[dict[str, object]]:  # noqa: ANN401 - openpyxl's own
    """The rows of a table by the headings above them."""
    _, _, _, headings, *rows = book[load(lang, "report")["sheets"][sheet]].iter_rows(values_only=True)
    return [dict(zip(headings, row, strict=True)) for row in rows]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sheet_says_zero_euro_of_what_is_not_kept(lang: Lang, tmp_path: Path) -> None:
    register = tmp_path / "register.toml"
    register.write_text(WITHOUT, "utf-8")
    book, texts = _report(register, tmp_path / "out.xlsx", lang), load(lang, "report")
    zeros = {
        (sheet.title, cell.coordinate)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value == 0 and "€" in cell.number_format
    }
    # Of the reduction only how it was computed: nothing in the register takes anything off.
    assert {title for title, _ in zeros} <= {texts["sheets"]["reasoning"], texts["sheets"]["what_if"]}
    *contracts, total = _rows(book, lang, "contracts")
    columns, absent = texts["columns"], texts["table"]["no_amount"]
    assert [row[columns["confirmed"]] for row in contracts] == [None, None]
    assert (total[columns["owed"]], total[columns["confirmed"]], total[columns["wage_sum"]]) == (20000, absent, absent)
    attention = _rows(book, lang, "attention")
    assert {row[columns["supplier"]] for row in attention[:-1]} == {"Groenwerk", "Straatwerk"}
    assert attention[-1][columns["gap"]] == absent
    years = [cell.value for cell in book[texts["sheets"]["chart_numbers"]][5]][:2]
    assert years == [texts["overview"]["year"], texts["overview"]["owed"]]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_end_that_follows_from_words_is_called_derived(lang: Lang, tmp_path: Path) -> None:
    book = _report(REGISTERS / "04-looptijd.xlsx", tmp_path / "out.xlsx", lang)
    words, columns = load(lang, "report")["term_origins"], load(lang, "report")["columns"]
    terms = {row[columns["contract"]]: row[columns["term_is"]] for row in _rows(book, lang, "contracts")}
    assert terms["C001"] == words["end_and_end_latest"]
    assert terms["C007"] == words["end"]


def test_an_end_that_stands_in_the_register_is_given(tmp_path: Path) -> None:
    register = tmp_path / "register.toml"
    register.write_text(WITHOUT, "utf-8")
    rows = _rows(_report(register, tmp_path / "out.xlsx", "nl"), "nl", "contracts")
    assert {row["Looptijd is"] for row in rows[:-1]} == {"gegeven"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_to_management_nothing_is_called_an_error(lang: Lang, tmp_path: Path) -> None:
    book = _report(TESTS / "views" / "report" / "overview.toml", tmp_path / "out.xlsx", lang)
    verdicts = {row[load(lang, "report")["columns"]["verdict"]] for row in _rows(book, lang, "findings")}
    assert load(lang, "report")["verdicts"]["error"] in verdicts
    assert load(lang, "shared")["labels"]["error"] not in verdicts
