"""What the commands answer on registers as officers keep them, and on their neighbours; the files are invented."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.support.paths import EXAMPLES
from tests.support.program import printed

REGISTERS = Path(__file__).parents[1] / "readers" / "registers"
RETURNED = Path(__file__).parent / "returned" / "40-opgave-met-naam-als-pseudoniem.xlsx"
ON = ("--on", "2026-11-22")
Rows = Sequence[Sequence[object]]


def path_of(number: str) -> Path:
    return next(REGISTERS.glob(f"{number}*"))


def answer(command: str, path: Path, *more: str) -> dict[str, Any]:
    run = printed([command, str(path), *ON, "--format", "json", "--fail-on", "never", *more])
    parsed: dict[str, Any] = json.loads(run.stdout)
    return parsed


def outcomes(path: Path) -> dict[tuple[str | None, str], tuple[str, str]]:
    """By contract and code: outcome and level."""
    findings = answer("check", path)["findings"]
    return {(one["contract"], one["code"]): (one["outcome"], one["level"]) for one in findings}


def workbook(path: Path, rows: Rows, **others: Rows) -> Path:
    book: Any = Workbook()
    book.active.title = "Contracten"
    for row in rows:
        book.active.append(list(row))
    for title, lines in others.items():
        sheet = book.create_sheet(title)
        for row in lines:
            sheet.append(list(row))
    book.save(path)
    return path


def changed(number: str, path: Path, **cells: object) -> Path:
    """A kept register with other values in these cells of its first sheet."""
    book: Any = load_workbook(path_of(number))
    for cell, value in cells.items():
        book.worksheets[0][cell] = value
    book.save(path)
    return path


# Past its end, with options.


def test_past_its_end_with_options_nothing_falls_short() -> None:
    (standing,) = answer("monitor", path_of("28"))["progress"]
    assert (standing["state"], standing["confirmed"], standing["confirmed_if_extended"]) == (
        "end_passed",
        "12000.00",
        "21000.00",
    )
    assert (standing["open"], standing["gap"]) == (None, None)


@pytest.mark.parametrize(("end", "latest"), [(date(2025, 12, 31), date(2027, 12, 31)), ("feb-26", "Q1 2028")])
def test_nor_in_other_months(tmp_path: Path, end: object, latest: object) -> None:
    path = changed("28", tmp_path / "r.xlsx", H2=end, I2=latest)
    (standing,) = answer("monitor", path)["progress"]
    assert (standing["state"], standing["gap"]) == ("end_passed", None)


def test_extended_it_runs_on_and_both_efforts_count(tmp_path: Path) -> None:
    path = changed("28", tmp_path / "r.xlsx", M1="Verlengd tot", M2=date(2028, 2, 28))
    (standing,) = answer("monitor", path)["progress"]
    assert (standing["end"], standing["confirmed"]) == ("2028-02-28", "21000.00")


def test_ended_it_falls_short(tmp_path: Path) -> None:
    path = changed("28", tmp_path / "r.xlsx", M1="Status", M2="afgelopen")
    (standing,) = answer("monitor", path)["progress"]
    assert (standing["state"], standing["confirmed"], standing["open"]) == ("ended_short", "12000.00", "18000.00")


# A percentage of nothing.
@pytest.mark.parametrize("percent", [5, "5%", "5 %", 0.05])
def test_a_percentage_without_basis_is_one_question_and_no_amount(tmp_path: Path, percent: object) -> None:
    path = changed("30b", tmp_path / "r.xlsx", K2=percent, K3=percent)
    if percent == 0.05:
        book: Any = load_workbook(path)
        book.worksheets[0]["K2"].number_format = book.worksheets[0]["K3"].number_format = "0%"
        book.save(path)
    checked = answer("check", path)
    questions = [one for one in checked["findings"] if one["code"] == "SR203"]
    assert [(one["contract"], one["outcome"]) for one in questions] == [(None, "undecided")]
    assert {one["asked_obligation"] for one in checked["contracts"]} == {None}
    assert {one["owed"] for one in answer("monitor", path)["progress"]} == {None}


@pytest.mark.parametrize("basis", ["loonsom", "Wage sum", "loonkosten"])
def test_with_a_basis_it_is_an_amount(tmp_path: Path, basis: str) -> None:
    path = changed("30b", tmp_path / "r.xlsx", L1="Grondslag", L2=basis, L3=basis)
    asked = {one["asked_obligation"] for one in answer("check", path)["contracts"]}
    assert asked == ({"15000.00"} if basis != "loonkosten" else asked)


# Words where a name belongs.
@pytest.mark.parametrize(
    "words", [None, ("nvt", "N.v.t.", "Diverse", "zie bijlage"), ("n.n.b.", "n/a", "unknown", "-")]
)
def test_a_placeholder_is_no_supplier_to_make_a_plan_with(tmp_path: Path, words: tuple[str, ...] | None) -> None:
    path = path_of("p01")
    if words is not None:
        cells = {f"C{n + 2}": words[n % len(words)] for n in range(12)}
        path = changed("p01", tmp_path / "r.xlsx", **cells)
    planned = answer("bundle", path)
    assert planned["bundles"] == []
    assert {one["reason"] for one in planned["left_out"]} == {"no_supplier"}


@pytest.mark.parametrize("cells", [{}, {"M2": "onbekend", "N2": "vacature", "N3": "nnb", "T3": "-", "R2": "nee"}])
def test_a_placeholder_names_nobody_and_is_no_reason(tmp_path: Path, cells: dict[str, object]) -> None:
    found = outcomes(changed("p02", tmp_path / "r.xlsx", **cells))
    assert found["C-1", "SR301"] == ("not_met", "error")
    assert found["C-1", "SR302"][0] == found["C-2", "SR302"][0] == "not_met"
    assert found["C-1", "SR305"][0] == "not_met"
    assert found["C-2", "SR201"] == ("not_met", "error")
    assert printed(["check", str(path_of("p02")), *ON]).code == 1


# Words and amounts not understood.
@pytest.mark.parametrize(
    "words", [("Verlengd", "Opgezegd", "In optiejaar"), ("Slapend", "On hold", "zie toelichting"), ("X", "X", "X")]
)
def test_an_unknown_word_costs_one_field_and_one_remark(tmp_path: Path, words: tuple[str, ...]) -> None:
    path = changed("p10", tmp_path / "r.xlsx", H3=words[0], H4=words[1], H5=words[2])
    checked = answer("check", path)
    assert len(checked["contracts"]) == 4
    counted = {group["word"]: group["count"] for group in checked["unread"]}
    assert counted == {word: words.count(word) for word in words}
    remarks = printed(["check", str(path), *ON, "--fail-on", "never"]).stderr
    assert remarks.count("Status") == len(set(words))


def values(path: Path) -> list[str | None]:
    checked = answer("check", path, "--why")
    steps = [{step["name"]: step["value"] for step in one["steps"]} for one in checked["contracts"]]
    return [one.get("contract_value") for one in steps]


def test_amounts_in_text_are_read_where_the_column_proves_them() -> None:
    assert values(path_of("p12")) == ["1250000.00", "250000.00", "250000.00", "250000.00", None, None]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("€ 1.250.000,-", "1250000.00"),
        ("EUR 250.000", "250000.00"),
        ("1.250 k€", None),
        ("zie OO", None),
        ("ntb", None),
        ("250.000,00 p.j.", None),
    ],
)
def test_and_so_are_other_words(tmp_path: Path, written: str, value: str | None) -> None:
    assert values(changed("p12", tmp_path / "r.xlsx", E3=written))[1] == value


# One supplier or several.
@pytest.mark.parametrize("names", [None, ("Glans BV", "GLANS B.V.", "glans b.v. ", "Glans  B.V")])
def test_capitals_spaces_and_dots_are_no_identity(tmp_path: Path, names: tuple[str, ...] | None) -> None:
    path = path_of("p14")
    if names is not None:
        path = changed("p14", tmp_path / "r.xlsx", **{f"C{n}": name for n, name in enumerate(names, start=2)})
    (plan,) = answer("bundle", path)["bundles"]
    assert (plan["kind"], plan["members"]) == ("pool", ["C-0", "C-1", "C-2", "C-3"])


def test_another_legal_form_is_another_supplier_until_it_is_said(tmp_path: Path) -> None:
    names = {"C2": "Glans B.V.", "C3": "Glans N.V.", "C4": "Glans B.V.", "C5": "Glans N.V."}
    plans = answer("bundle", changed("p14", tmp_path / "r.xlsx", **names))["bundles"]
    assert all(set(plan["members"]) in ({"C-0", "C-2"}, {"C-1", "C-3"}) for plan in plans)


# A person by another name.
@pytest.mark.parametrize("cells", [{}, {"E4": "Piet de Vries", "E5": "12-03-1991"}, {"E4": "Vries, P. de"}])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_row_that_names_somebody_is_not_taken_over(tmp_path: Path, cells: dict[str, object], lang: str) -> None:
    book: Any = load_workbook(RETURNED)
    for cell, value in cells.items():
        book["Inspanningen"][cell] = value
    book.save(tmp_path / "opgave.xlsx")
    into = str(EXAMPLES / "running.toml")
    run = printed(["import", str(tmp_path / "opgave.xlsx"), "--into", into, "--out", "-", "--lang", lang, *ON])
    assert run.code == 0, run.stderr
    assert "Inspanningen!E4" in run.stderr
    assert "Inspanningen!E5" in run.stderr
    told = (run.stdout + run.stderr).replace("opgave.xlsx", "")
    assert not any(str(value) in told for value in (*cells.values(), *_persons_of(book)))


def _persons_of(book: Any) -> list[str]:  # noqa: ANN401 - openpyxl's own
    """What stands as a person in the rows that are refused."""
    return [str(book["Inspanningen"][cell].value) for cell in ("E4", "E5")]
