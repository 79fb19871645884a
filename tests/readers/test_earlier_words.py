"""What version 0.1.0 made is still read: its headings and words stay known under what they are called now."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty

from srtool.portfolio.changes import LAYOUT, REPORT, SEEN_ON
from srtool.readers.returned import earlier_report
from tests.support.program import printed
from tests.support.two_suppliers import REGISTER

_REPORTS = {
    "nl": (
        ("Contracten", "Bevindingen"),
        ("Contract", "Titel", "Social return", "Streefwaarde", "Gevraagd", "Verschuldigd", "Bevestigd", "Stand"),
        {"undecided": "nog niet te zeggen", "silent": "stil", "at_risk": "in gevaar", "unknown": "niet te zeggen"},
    ),
    "en": (
        ("Contracts", "Findings"),
        ("Contract", "Title", "Social return", "Norm obligation", "Asked", "Owed", "Confirmed", "State"),
        {"undecided": "cannot be said yet", "silent": "silent", "at_risk": "at risk", "unknown": "cannot be said"},
    ),
}
_SUPPLIER_WORKBOOKS = {
    "nl": (
        "Inspanningen",
        ("Nummer", "Contractnummer", "Soort inspanning", "Pseudoniem", "Begindatum", "Uren per week", "Status"),
        "plaatsing",
    ),
    "en": (
        "Efforts",
        ("Number", "Contract number", "Kind", "Pseudonym", "Start date", "Hours per week", "Status"),
        "placement",
    ),
}


def _marked(workbook: Workbook, marks: dict[str, str], path: Path) -> Path:
    for name, value in marks.items():
        workbook.custom_doc_props.append(StringProperty(name=name, value=value))  # type: ignore[attr-defined]  # the stubs lack it
    workbook.save(path)
    return path


@pytest.mark.parametrize("lang", _REPORTS)
def test_a_report_of_before(lang: str, tmp_path: Path) -> None:
    titles, headings, called = _REPORTS[lang]
    workbook = Workbook()
    contracts = workbook.worksheets[0]
    contracts.title = titles[0]
    contracts.append(list(headings))
    for state in ("silent", "at_risk", "unknown"):
        contracts.append([state, "Post", called["undecided"], 20000, 20000, 18000.5, 6000, called[state]])
    findings = workbook.create_sheet(titles[1])
    findings.append(["Contract", "Code", headings[1]])
    findings.append(["silent", "SR501", "Post"])
    before = earlier_report.read(
        _marked(workbook, {REPORT: LAYOUT, SEEN_ON: "2026-11-01"}, tmp_path / "overzicht.xlsx")
    )
    assert before.on == date(2026, 11, 1)
    assert {name: snapshot.state for name, snapshot in before.contracts.items()} == {
        state: state for state in ("silent", "at_risk", "unknown")
    }
    snapshot = before.contracts["silent"]
    assert (snapshot.applies, snapshot.owed, snapshot.confirmed) == ("undecided", Decimal("18000.50"), Decimal(6000))


@pytest.mark.parametrize("lang", _SUPPLIER_WORKBOOKS)
def test_a_workbook_that_a_supplier_had_before(lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("register.toml").write_bytes(REGISTER.encode())
    title, headings, kind = _SUPPLIER_WORKBOOKS[lang]
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = title
    sheet.append(list(headings))
    sheet.append(["N1", "SCH-1", kind, "P7", date(2026, 9, 1), 24, None])
    marks = {"srtool supplier": "23456789", "srtool register": "register.toml"}
    _marked(workbook, marks, tmp_path / "glans.xlsx")
    result = printed(["import", "glans.xlsx", "--into", "register.toml", "--out", "new.toml", "--on", "2026-11-22"])
    assert result.code == 0, result.stderr
    assert 'person = "P7"' in Path("new.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("word", "status"), [("bevestigd", "confirmed"), ("betwist", "disputed")])
def test_the_words_for_a_judgement_of_before(
    word: str, status: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    workbook = Workbook()
    contracts = workbook.worksheets[0]
    contracts.title = "Contracten"
    for row in (["Contractnummer", "Titel"], ["A", "Post"]):
        contracts.append(row)
    efforts = workbook.create_sheet("Inspanningen")
    for row in (
        ["Nummer", "Contractnummer", "Soort inspanning", "Status", "Bevestigd op"],
        ["E1", "A", "plaatsing", word],
    ):
        efforts.append(row)
    workbook.save("register.xlsx")
    assert printed(["convert", "register.xlsx", "register.toml"]).code == 0
    assert f'status = "{status}"' in Path("register.toml").read_text(encoding="utf-8")
