from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from srtool.finding import Report
from srtool.views.check import to_csv


def rows(text: str, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter))


def test_one_row_per_finding_under_headings(one: Report) -> None:
    text = to_csv.check(one, "nl")
    table = rows(text, ";")
    assert text.encode().startswith(b"\xef\xbb\xbfContract;Titel;Code;")
    assert len(table) == 1 + len(one.findings)
    assert {len(row) for row in table} == {12}
    assert table[2][:3] == ["A", "Schoonmaak van de kantoren", "SR301"]
    assert table[2][4:7] == ["voldoet niet", "fout", "Opdrachtgever"]
    assert {row[5] for row in table[1:] if row[4] != "voldoet niet"} == {""}
    assert table[0][11] == "Regeling"
    assert {row[11] for row in table[1:]} == {"rijk-classic"}


def test_rows_end_as_the_standard_says(one: Report) -> None:
    text = to_csv.check(one, "en")
    assert text.count("\r\n") == 1 + len(one.findings)
    assert text.endswith("\r\n")
    assert rows(text, ",")[0][0] == "Contract"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(one: Report, start: str) -> None:
    hostile = replace(one.contracts[0], title=f"{start}HYPERLINK(1)")
    table = rows(to_csv.check(replace(one, contracts=(hostile,)), "nl"), ";")
    shown = start.replace("\t", " ").replace("\r", " ")
    assert table[1][1] == f"'{shown}HYPERLINK(1)"


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("\x1b[31mrood\x07", "rood"),
        ("\u202egnp.exe", "gnp.exe"),
        ("een\r\ntwee\tdrie", "een twee drie"),
        ("\x07=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("\n=HYPERLINK(1)", "' =HYPERLINK(1)"),
    ],
)
def test_a_cell_has_no_control_characters(one: Report, title: str, cell: str) -> None:
    table = rows(to_csv.check(replace(one, contracts=(replace(one.contracts[0], title=title),)), "nl"), ";")
    assert table[1][1] == cell
