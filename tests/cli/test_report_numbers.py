"""srtool report: the same number wherever it stands, to the cent, and an explanation for every one of them."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import load_workbook

from srtool.cli.program import run
from srtool.money import amount_from_float
from srtool.texts import load
from srtool.views.report import contracts
from tests.support.paths import EXAMPLES

REGISTER = str(EXAMPLES / "portfolio.xlsx")
ON = ("--on", "2026-11-22")
COLUMN: Mapping[str, str] = load("en", "report")["columns"]
SHEET: Mapping[str, str] = load("en", "report")["sheets"]
CHARTS: Mapping[str, str] = load("en", "report")["charts"]
Row = Mapping[str, Any]


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401 - openpyxl's own
    out = tmp_path_factory.mktemp("report") / "portfolio.xlsx"
    assert run(["report", REGISTER, "--out", str(out), "--lang", "en", "--quiet", *ON]) == 0
    return load_workbook(out)


def _rows(workbook: Any, key: str) -> list[Row]:  # noqa: ANN401 - idem
    """The rows of a table by their headings, without its totals."""
    sheet = workbook[SHEET[key]]
    (table,) = sheet.tables.values()
    cells = [[cell.value for cell in row] for row in sheet[table.ref]]
    body = cells[1 : -table.totalsRowCount] if table.totalsRowCount else cells[1:]
    return [dict(zip(cells[0], row, strict=True)) for row in body]


def _sum(rows: list[Row], key: str) -> Decimal:
    return sum((_exact(row[COLUMN[key]]) for row in rows if row[COLUMN[key]] is not None), Decimal("0.00"))


def _exact(value: object) -> Decimal:
    """The amount of a cell; of a sum with unknown parts what is known."""
    partly = re.match(r"known € ([\d,.]+) \(", str(value))
    return Decimal(partly[1].replace(",", "")) if partly else amount_from_float(float(str(value)))


def _figure(workbook: Any, name: str) -> Any:  # noqa: ANN401 - idem
    sheet, place = next(iter(workbook.defined_names[f"srtool_{name}"].destinations))
    return workbook[sheet][place.replace("$", "")].value


def _chart(workbook: Any, key: str) -> Iterator[list[Any]]:  # noqa: ANN401 - idem
    """The numbers of a chart, row by row."""
    sheet = workbook[SHEET["chart_numbers"]]
    title = [cell for row in sheet.iter_rows() for cell in row if cell.value == CHARTS[key]][-1]
    for row in sheet.iter_rows(min_row=title.row + 2, min_col=title.column, max_col=title.column + 3):
        if row[0].value is None:
            return
        yield [cell.value for cell in row[1:]]


def _json(capsys: pytest.CaptureFixture[str], command: str) -> dict[str, Any]:
    run([command, REGISTER, "--format", "json", "--quiet", *ON])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)["summary"]
    return found


@pytest.mark.parametrize("key", ["owed", "confirmed", "claimed", "expected", "gap"])
def test_key_figure_contracts_and_suppliers_are_one(workbook: Any, key: str) -> None:  # noqa: ANN401 - idem
    figure = _exact(_figure(workbook, key))
    assert figure > 0
    assert _sum(_rows(workbook, "contracts"), key) == _sum(_rows(workbook, "suppliers"), key) == figure


def test_the_other_commands_say_the_same(workbook: Any, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ANN401 - idem
    contracts = _rows(workbook, "contracts")
    check, monitor = _json(capsys, "check"), _json(capsys, "monitor")
    for key, said in (("norm", "norm_obligation"), ("asked", "asked_obligation")):
        assert _sum(contracts, key) == _exact(_figure(workbook, said)) == Decimal(check[f"{said}_known"])
    for key in ("owed", "due", "in_proportion", "confirmed", "claimed", "expected", "gap"):
        assert _sum(contracts, key) == Decimal(monitor[f"{key}_known"])
    for figure, said in (("contracts", check["contracts"]), ("in_scope", check["in_scope"])):
        assert _figure(workbook, figure) == said
    assert _figure(workbook, "followed") == monitor["contracts"]
    assert _figure(workbook, "attention") == monitor["attention"] == len(_rows(workbook, "attention"))
    for key, said in (("errors", "errors"), ("warnings", "warnings"), ("questions", "undecided")):
        assert sum(row[COLUMN[key]] or 0 for row in contracts) == check[said]
    levels = check["errors"] + check["warnings"] + check["notices"] + check["undecided"]
    assert len(_rows(workbook, "findings")) == levels


def test_the_charts_add_up_to_the_key_figures(workbook: Any) -> None:  # noqa: ANN401 - idem
    owed, confirmed = (_exact(_figure(workbook, key)) for key in ("owed", "confirmed"))
    years = [[_exact(value) for value in row] for row in _chart(workbook, "years")]
    assert sum(row[0] for row in years) == owed
    assert sum(row[1] for row in years) == confirmed
    assert confirmed + sum(row[2] for row in years) == _exact(_figure(workbook, "expected"))
    assert sum(_exact(row[0]) for row in _chart(workbook, "categories")) == owed
    assert sum(_exact(row[0]) for row in _chart(workbook, "groups")) == confirmed
    assert sum(row[0] for row in _chart(workbook, "states")) == _figure(workbook, "followed")
    *groups, total = _rows(workbook, "realisation")
    assert _sum(groups, "confirmed") == _sum([total], "confirmed") == confirmed
    assert sum(row[COLUMN["people"]] for row in groups) == _figure(workbook, "people")


def test_every_number_of_a_contract_stands_in_its_reasoning(workbook: Any) -> None:  # noqa: ANN401 - idem
    explained: dict[str, set[object]] = defaultdict(set)
    for row in _rows(workbook, "reasoning"):
        explained[row[COLUMN["contract"]]] |= {row[COLUMN["amount"]], row[COLUMN["share"]]}
    columns = contracts.columns("en", {}, beside_what_if=True)
    numbers = [COLUMN[column.name] for column in columns if column.kind in {"euro", "percent"}]
    assert len(numbers) == 14
    for row in _rows(workbook, "contracts"):
        missing = {key: row[key] for key in numbers if row[key] not in explained[row[COLUMN["contract"]]] | {None}}
        assert not missing, f"{row[COLUMN['contract']]}: {missing}"


def test_every_contract_leads_to_where_its_reasoning_begins(workbook: Any) -> None:  # noqa: ANN401 - idem
    reasoning = workbook[SHEET["reasoning"]]
    for key in ("contracts", "attention", "findings", "pilots"):
        sheet = workbook[SHEET[key]]
        (table,) = sheet.tables.values()
        place = [cell.value for cell in sheet[table.ref][0]].index(COLUMN["contract"])
        for row in sheet[table.ref][1 : -1 if table.totalsRowCount else None]:
            cell = row[place]
            there = reasoning[cell.hyperlink.location.rpartition("!")[2]]
            assert there.value == cell.value
            assert there.offset(row=-1).value != cell.value
            assert cell.font.underline == "single"
