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


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_total_of_which_a_part_is_not_known_says_so(lang: Lang, tmp_path: Path) -> None:
    register = tmp_path / "register.toml"
    both = WITHOUT.replace("amount = 20000 }", "amount = 20000, realised = 500, realised_approved = true }")
    register.write_text(both, "utf-8")
    book, texts = _report(register, tmp_path / "out.xlsx", lang), load(lang, "report")
    for sheet, columns in (("contracts", ("owed", "confirmed")), ("suppliers", ("owed", "confirmed"))):
        page = book[texts["sheets"][sheet]]
        headings = {cell.value: cell.column for cell in page[4]}
        total = page[page.max_row]
        assert total[0].value == texts["table"]["total_part"]
        for column in columns:
            assert total[headings[texts["columns"][column]] - 1].number_format.startswith('"≥ €"')
    attention = book[texts["sheets"]["attention"]]
    assert attention[attention.max_row][0].value == texts["table"]["total"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_was_approved_without_a_known_obligation_is_in_the_chart(lang: Lang, tmp_path: Path) -> None:
    register = tmp_path / "register.toml"
    both = WITHOUT.replace('basis = "wage_sum" }', 'basis = "wage_sum", realised = 700, realised_approved = true }')
    register.write_text(both, "utf-8")
    book, texts = _report(register, tmp_path / "out.xlsx", lang), load(lang, "report")
    rows = list(book[texts["sheets"]["chart_numbers"]].iter_rows(min_row=3, max_col=4, values_only=True))
    note = {"nl": "Van 1 contract is de verplichting", "en": "Of 1 contract the obligation"}[lang]
    assert str(rows[0][0]).startswith(note)
    assert rows[2][:3] == tuple(texts["overview"][key] for key in ("year", "owed", "realised"))
    assert [row[2] for row in rows[3:] if row[0] == texts["overview"]["undated"]] == [700]
