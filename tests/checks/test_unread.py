"""What could not be read is no shortcoming: a verdict that would hold it against the contract stays open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from srtool.checks import ALL
from srtool.checks.evaluate import evaluate
from srtool.checks.unread import UNREAD
from srtool.cli import run
from srtool.cli.program import run as srtool
from srtool.finding import Finding, Outcome, Report
from srtool.progress.state import State
from srtool.readers import register
from srtool.readers.settings import Settings
from srtool.texts import LANGUAGES
from srtool.texts.say import message, remedy

ON = date(2026, 11, 22)
_DRAFT = {
    "Contractnummer": "A",
    "Omschrijving": "Schoonmaak",
    "Soort": "diensten",
    "Contractwaarde": "500000",
    "Loonsom": "300000",
    "Ingangsdatum": "1-3-2027",
    "Einddatum": "31-12-2029",
    "Status": "concept",
}
_RUNNING = _DRAFT | {
    "Leverancier": "Glans BV",
    "Ingangsdatum": "1-3-2024",
    "Einddatum": "31-8-2026",
    "Status": "lopend",
    "SROI": "5%",
    "Grondslag": "loonsom",
    "Opdrachtgever": "J. Vos",
    "Contractmanager": "P. Kok",
    "SROI gerealiseerd": "1000",
    "Gerealiseerd per": "1-8-2026",
    "Gerealiseerd goedgekeurd": "ja",
}


def _report(folder: Path, cells: Mapping[str, str], **changed: str) -> Report:
    """The answer on this contract beside a whole one, of which every column is filled in."""
    written = dict(cells) | {key.replace("_", " "): word for key, word in changed.items()}
    path = folder / "r.csv"
    path.write_text(f"{';'.join(written)}\n{';'.join(written.values())}\n", encoding="utf-8")
    register_file, settings = register.read(path, {}), Settings()
    return evaluate(register_file, run.rule_book([register_file], None, settings), ON, run.own(settings)).report


def _of(report: Report, code: str) -> Iterator[Finding]:
    return (finding for finding in report.findings if finding.code == code)


@pytest.mark.parametrize(
    ("code", "cells", "heading", "word"),
    [
        ("SR201", _DRAFT, "SROI", "nog te bepalen"),
        ("SR301", _DRAFT | {"SROI": "ja, 5% van de loonsom"}, "Opdrachtgever", "#N/A"),
        ("SR302", _DRAFT | {"SROI": "ja, 5% van de loonsom"}, "Adviseur social return", "#REF!"),
        ("SR303", _DRAFT | {"SROI": "ja, 5% van de loonsom"}, "Plan van aanpak uiterlijk", "z.s.m."),
        ("SR304", _DRAFT | {"SROI": "ja, 5% van de loonsom"}, "Rapportage om de (maanden)", "regelmatig"),
        ("SR305", _DRAFT | {"SROI": "ja, 5% van de loonsom"}, "Afspraak bij tekort", "#VALUE!"),
        ("SR513", _RUNNING | {"Einddatum": "31-8-2027"}, "Opdrachtgever", "#N/A"),
        ("SR903", _RUNNING, "Leverancier", "#N/A"),
    ],
)
def test_an_unread_cell_is_asked_and_not_held_against_the_contract(
    tmp_path: Path, code: str, cells: Mapping[str, str], heading: str, word: str
) -> None:
    absent = {key: text for key, text in cells.items() if key != heading}
    assert Outcome.NOT_MET in {finding.outcome for finding in _of(_report(tmp_path, absent), code)}
    findings = list(_of(_report(tmp_path, absent, **{heading: word}), code))
    assert [finding.outcome for finding in findings] == [Outcome.UNDECIDED]
    assert findings[0].says == UNREAD
    for lang in LANGUAGES:
        assert "{" not in message(lang, findings[0])
        assert remedy(lang, findings[0])


def test_no_check_of_a_stage_is_certain_while_the_status_is_unread(tmp_path: Path) -> None:
    staged = {check.code for check in ALL if check.stages is not None}
    for cells in (_DRAFT, _RUNNING, _RUNNING | {"Opdrachtgever": "", "SROI": "nee"}):
        for word in ("Opgezegd", "In transitie", "On hold", "Wordt herbezien"):
            report = _report(tmp_path, cells, Status=word)
            assert not [f.code for f in report.findings if f.code in staged and f.outcome is Outcome.NOT_MET]


def test_an_unread_supplier_makes_no_draft(tmp_path: Path) -> None:
    cells = {key: word for key, word in _RUNNING.items() if key not in {"Status", "Opdrachtgever"}}
    assert [f.outcome for f in _of(_report(tmp_path, cells | {"Leverancier": ""}), "SR301")] == [Outcome.NOT_MET]
    assert [f.outcome for f in _of(_report(tmp_path, cells | {"Leverancier": "#N/A"}), "SR301")] == [Outcome.UNDECIDED]


@pytest.mark.parametrize(
    ("heading", "word", "state"),
    [
        ("Status", "afgelopen", State.ENDED_SHORT),
        ("Status", "Opgezegd", State.END_PASSED),
        ("Verlengd tot", "z.s.m.", State.END_PASSED),
        ("Uiterste einddatum", "medio 2028", State.END_PASSED),
        ("SROI gerealiseerd", "volledig", State.UNKNOWN),
        ("Gerealiseerd per", "vorige maand", State.UNKNOWN),
    ],
)
def test_no_shortfall_rests_on_an_unread_cell(tmp_path: Path, heading: str, word: str, state: State) -> None:
    path = tmp_path / "r.csv"
    written = _RUNNING | {"Status": "afgelopen" if state is not State.END_PASSED else ""} | {heading: word}
    path.write_text(f"{';'.join(written)}\n{';'.join(written.values())}\n", encoding="utf-8")
    register_file, settings = register.read(path, {}), Settings()
    evaluation = evaluate(register_file, run.rule_book([register_file], None, settings), ON, run.own(settings))
    progress = evaluation.cases[0].progress
    assert progress is not None
    assert progress.state is state


def test_an_end_that_was_not_read_is_not_called_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = []
    for end in ("z.s.m.", "onbepaald"):
        path = tmp_path / "r.csv"
        written = _RUNNING | {"Einddatum": end}
        path.write_text(f"{';'.join(written)}\n{';'.join(written.values())}\n", encoding="utf-8")
        srtool(["monitor", str(path), "--on", ON.isoformat(), "--lang", "nl"])
        words.append(capsys.readouterr().out)
    assert "einde niet bekend" in words[0]
    assert "zonder einde" not in words[0]
    assert "zonder einde" in words[1]


@pytest.mark.parametrize(
    ("column", "word", "state"),
    [
        ("Status", "In behandeling", State.UNKNOWN),
        ("Begindatum", "medio 2025", State.UNKNOWN),
        ("Status", "goedgekeurd", State.SILENT),
    ],
)
def test_nobody_is_silent_or_behind_for_an_effort_that_was_not_read(
    tmp_path: Path, column: str, word: str, state: State
) -> None:
    kept = {key: text for key, text in _RUNNING.items() if not key.startswith(("SROI g", "Gerealiseerd"))}
    contracts = kept | {"Einddatum": "31-8-2028"}
    effort = {"Nummer": "E1", "Contractnummer": "A", "Soort inspanning": "inkoop", "Begindatum": "1-2-2025"}
    effort |= {"Einddatum": "1-2-2025", "Bedrag": "500", "Status": "goedgekeurd"} | {column: word}
    book = Workbook()
    for title, cells in (("Contracten", contracts), ("Inspanningen", effort)):
        sheet = book.create_sheet(title)
        sheet.append(list(cells))
        sheet.append(list(cells.values()))
    book.save(tmp_path / "r.xlsx")
    register_file, settings = register.read(tmp_path / "r.xlsx", {}), Settings()
    report = evaluate(register_file, run.rule_book([register_file], None, settings), ON, run.own(settings))
    progress = report.cases[0].progress
    assert progress is not None
    assert progress.state is state
    assert (progress.shown("confirmed") is None) is (state is State.UNKNOWN)
