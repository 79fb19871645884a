"""What a reader of the overview sees first: colours that say the same everywhere, few columns, sources by number."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from tests.support.paths import EXAMPLES
from tests.support.workbook_read_back import read_back

from srtool.cli.program import run
from srtool.progress.state import State
from srtool.texts import load
from srtool.views.report.tones import STATES
from srtool.views.sheets.looks import FILLS
from srtool.views.sheets.table import HEADING_ROW

TEXT = load("en", "report")
STATE_WORDS = load("en", "monitor")["states"]
COLUMN, SHEET = TEXT["columns"], TEXT["sheets"]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("report") / "overview.xlsx"
    command = ["report", str(EXAMPLES / "portfolio.xlsx"), "--out", str(out), "--lang", "en", "--quiet"]
    assert run([*command, "--on", "2026-11-22"]) == 0
    return out


@pytest.fixture(scope="module")
def workbook(path: Path) -> Any:  # noqa: ANN401 - openpyxl's own
    return read_back(path)


def _column(sheet: Any, key: str) -> list[Any]:  # noqa: ANN401 - idem
    """The cells below a heading."""
    headings = [cell.value for cell in sheet[HEADING_ROW]]
    return [row[headings.index(COLUMN[key])] for row in sheet.iter_rows(min_row=HEADING_ROW + 1)]


def test_every_state_has_one_of_four_colours() -> None:
    assert set(STATES) == set(State)
    by_tone = {tone: {state for state in State if STATES[state] == tone} for tone in ("bad", "warn", "calm", "good")}
    assert by_tone["bad"] == {State.ENDED_SHORT, State.BEHIND}
    assert by_tone["warn"] == {State.SILENT, State.AT_RISK, State.BELOW_PACE}
    assert by_tone["good"] == {State.ON_TRACK, State.MET}
    assert by_tone["calm"] == {State.UNKNOWN, State.END_PASSED, State.STARTING}


def test_a_state_has_the_same_colour_in_its_cell_and_in_the_chart(path: Path, workbook: Any) -> None:  # noqa: ANN401 - idem
    numbers = workbook[SHEET["chart_numbers"]]
    title = next(cell for row in numbers.iter_rows() for cell in row if cell.value == TEXT["charts"]["states"])
    shown: list[str] = []
    while (word := title.offset(2 + len(shown)).value) is not None:
        shown.append(word)
    with ZipFile(path) as archive:
        charts = [archive.read(name).decode() for name in archive.namelist() if "charts/chart" in name]
    (chart,) = (chart for chart in charts if "<dPt>" in chart)
    painted = re.findall(r'<dPt>.*?<solidFill>\s*<a?:?srgbClr val="(\w+)"|<dPt>.*?srgbClr val="(\w+)"', chart)
    words = {state.value: STATE_WORDS[state.value] for state in State}
    colours = {words[state.value]: FILLS[tone] for state, tone in STATES.items()}
    assert [first or second for first, second in painted] == [colours[word] for word in shown]
    cells = [cell for cell in _column(workbook[SHEET["attention"]], "state") if cell.value]
    assert cells
    assert all(cell.fill.fgColor.rgb == f"00{colours[cell.value]}" for cell in cells)


def test_contracts_begin_with_few_columns_and_the_others_are_folded(workbook: Any) -> None:  # noqa: ANN401 - idem
    sheet = workbook[SHEET["contracts"]]
    folded = [sheet.column_dimensions[cell.column_letter].hidden for cell in sheet[HEADING_ROW]]
    assert folded == sorted(folded)
    shown = [cell.value for cell, hidden in zip(sheet[HEADING_ROW], folded, strict=True) if not hidden]
    assert 10 <= len(shown) <= 16
    assert {COLUMN[key] for key in ("contract", "supplier", "contract_manager", "end", "gap", "state")} <= set(shown)
    levels = {sheet.column_dimensions[cell.column_letter].outlineLevel for cell in sheet[HEADING_ROW][len(shown) :]}
    assert levels == {1}
    assert {COLUMN[key] for key in ("buyer", "adviser", "end_latest")} <= {cell.value for cell in sheet[HEADING_ROW]}


def test_every_number_of_a_source_stands_once_on_the_last_sheet_with_its_title(workbook: Any) -> None:  # noqa: ANN401 - idem
    sources = workbook[SHEET["receipt"]]
    numbers, titles = _column(sources, "source_number"), _column(sources, "says")
    pairs = {(number.value, title.value) for number, title in zip(numbers, titles, strict=True) if number.value}
    known = {number for number, _ in pairs}
    assert len(pairs) == len(known) == max(known)
    cited = [str(cell.value) for cell in _column(workbook[SHEET["findings"]], "sources") if cell.value]
    assert len(cited) > 20
    assert {int(number) for text in cited for number in re.findall(r"\d+", text)} <= known
    assert not [text for text in cited if len(text) > 40]


def test_the_long_sheets_are_not_printed_and_say_so(workbook: Any) -> None:  # noqa: ANN401 - idem
    for key in ("reasoning", "receipt"):
        sheet = workbook[SHEET[key]]
        assert re.fullmatch(r"'.+'!\$A\$1:\$[A-Z]+\$2", sheet.print_area)
        assert sheet["A2"].value.endswith(TEXT["table"]["not_printed"])


def test_what_comes_first_is_called_by_its_title_and_who_must_act(workbook: Any) -> None:  # noqa: ANN401 - idem
    sheet = workbook[SHEET["overview"]]
    first = next(cell for row in sheet.iter_rows() for cell in row if cell.value == TEXT["overview"]["first"])
    rows = [[first.offset(row, column).value for column in range(4)] for row in range(2, 12)]
    titles = dict(
        zip(
            (cell.value for cell in _column(workbook[SHEET["attention"]], "contract")),
            (cell.value for cell in _column(workbook[SHEET["attention"]], "title")),
            strict=True,
        )
    )
    assert [row[0] for row in rows] == [f"{name}  {title}" for name, title in titles.items()][:10]
    assert all("," in row[2] for row in rows)


def test_the_page_says_what_is_measured_and_what_was_agreed(workbook: Any) -> None:  # noqa: ANN401 - idem
    def figure(name: str) -> Any:  # noqa: ANN401 - idem
        title, place = next(iter(workbook.defined_names[f"srtool_{name}"].destinations))
        return workbook[title][place.replace("$", "")].value

    assert re.fullmatch(rf"\d+ of {figure('followed')}", figure("measured"))
    assert figure("due") == pytest.approx(
        sum(cell.value for cell in _column(workbook[SHEET["contracts"]], "due")[:-1] if cell.value)
    )
