"""The sheet What-if, recalculated by LibreOffice: equal to srtool to the cent, with its own numbers and with others."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.support.workbook_read_back import read_back, without_results

from srtool.cli.program import run
from srtool.money import amount_from_float
from srtool.texts import LANGUAGES, load
from srtool.views.report import what_if

HERE = Path(__file__).parent / "what_if"
ON = ("--on", "2026-11-22", "--lang", "en")
Convert = Callable[[Path, str], Path]
Norms = dict[str, Decimal | None]
TEXT = load("en", "report")["what_if"]
STAYS = load("en", "report")["unchanged"]
FIRST_ROW = 16


@dataclass(frozen=True)
class Sheet:
    """What LibreOffice computed."""

    here: Norms
    srtool: Norms
    remarks: Mapping[str, str]
    named: Mapping[str, Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("register.toml", "other.toml"):
        (tmp_path / name).write_bytes((HERE / name).read_bytes())
    return tmp_path


def _report(folder: Path, *options: str, register: str = "register.toml") -> Path:
    out = folder / "report.xlsx"
    assert run(["report", str(folder / register), "--out", str(out), "--force", "--quiet", *ON, *options]) == 0
    return out


def _norms(folder: Path, capsys: pytest.CaptureFixture[str], *options: str, register: str = "register.toml") -> Norms:
    """What srtool itself says, per contract."""
    capsys.readouterr()
    run(["check", str(folder / register), "--format", "json", *ON, *options])
    found = json.loads(capsys.readouterr().out)["contracts"]
    return {one["id"]: _decimal(one["norm_obligation"]) for one in found}


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _recalculated(path: Path, convert: Convert) -> Sheet:
    book = read_back(convert(without_results(path), "xlsx"), data_only=True)
    sheet = book["What-if"]
    places = {name: book.defined_names[name].attr_text.rpartition("!")[2] for name in book.defined_names}
    named = {name: sheet[place.replace("$", "")].value for name, place in places.items() if name.startswith("what_if")}
    rows = tuple(row for row in sheet.iter_rows(min_row=FIRST_ROW, values_only=True) if row[0] not in {None, "Total"})
    return Sheet(
        here={str(row[0]): _cents(row[2]) for row in rows},
        srtool={str(row[0]): _cents(row[3]) for row in rows},
        remarks={str(row[0]): str(row[6] or "") for row in rows},
        named=named,
    )


def _cents(value: Any) -> Decimal | None:  # noqa: ANN401 - a cell holds anything
    """An amount to the cent; a stray thousandth of a cent is refused."""
    return None if value in {None, ""} else amount_from_float(float(value))


def _fill_in(path: Path, **cells: float | None) -> None:
    book = read_back(path)
    for name, value in cells.items():
        place = book.defined_names[f"what_if_{name}"].attr_text.rpartition("!")[2]
        book["What-if"][place.replace("$", "")].value = value
    book.save(path)


def _rules(folder: Path, name: str, scope: tuple[str, str, str], norm: tuple[str, str], most: str | None = None) -> str:
    """A rule set with this (basis, operator, amount) of the threshold and this (percentage, basis) of the norm."""
    (basis, operator, amount), (percent, of) = scope, norm
    whole = (HERE / "other.toml").read_text("utf-8").replace('id = "other"', f'id = "{name}"')
    whole = whole.replace('basis = "wage_sum"\noperator = "at_least"', f'basis = "{basis}"\noperator = "{operator}"')
    whole = whole.replace("amount = 200_000", f"amount = {amount}").replace("percent = 7.5", f"percent = {percent}")
    head, obligation = whole.split("[[obligation]]")
    obligation = obligation.replace('basis = "wage_sum"', f'basis = "{of}"')
    if most is not None:
        obligation += f"max_amount = {most}\n"
    path = folder / f"{name}.toml"
    path.write_text(f"{head}[[obligation]]{obligation}", "utf-8")
    return str(path)


def _follow(sheet: Sheet) -> set[str]:
    return {name for name, remark in sheet.remarks.items() if remark not in STAYS.values()}


def test_with_srtools_own_numbers_sheet_and_tool_agree(
    folder: Path, libreoffice: Convert, capsys: pytest.CaptureFixture[str]
) -> None:
    own = _norms(folder, capsys)
    found = _recalculated(_report(folder), libreoffice)
    assert found.here == found.srtool == own
    assert found.named["what_if_control"] == TEXT["agrees"]
    assert _cents(found.named["what_if_total"]) == sum(value for value in own.values() if value is not None)
    assert found.named["what_if_jobs"] in {None, ""}
    # Computed by hand: 5% of the wage sum above 250,000, half a cent up.
    by_hand = {
        "EXACT": None,
        "CENT-ABOVE": "12500.00",
        "CENT-UNDER": None,
        "HALF-CENT": "12500.01",
        "HALF-CENT-LARGE": "6172839.46",
        "UNDER-HALF": "12500.00",
        "ESTIMATED": "12500.01",
        "=2+5": "15500.05",
        "GROWTH": "40000.00",
    }
    assert {name: found.here[name] for name in by_hand} == {name: _decimal(said) for name, said in by_hand.items()}
    told = {name: remark for name, remark in found.remarks.items() if remark in STAYS.values()}
    assert set(told.values()) == set(STAYS.values())
    assert told["GROWTH"] == STAYS["growth_path"]
    assert told["FIXED"] == STAYS["fixed_amount"]
    assert told["CALL-OFF"] == STAYS["call_off"]
    assert found.remarks["NO-SHARE"] == TEXT["no_wage_sum"]
    assert not found.remarks["SMALL-VALUE"]


@pytest.mark.parametrize(("threshold", "norm"), [("200000", "7.5"), ("300000", "5"), ("0.01", "1.2525")])
def test_another_threshold_and_norm_give_what_srtool_gives_under_such_rules(
    folder: Path, libreoffice: Convert, capsys: pytest.CaptureFixture[str], threshold: str, norm: str
) -> None:
    path = _report(folder)
    before = _norms(folder, capsys)
    other = _rules(folder, "changed", ("wage_sum", "above", threshold), (norm, "wage_sum"))
    after = _norms(folder, capsys, "--rule-set", other)
    _fill_in(path, threshold=float(threshold), norm=float(norm) / 100)
    found = _recalculated(path, libreoffice)
    follow = _follow(found)
    assert len(follow) == 15
    assert found.here == {name: after[name] if name in follow else before[name] for name in before}
    assert found.srtool == before
    assert found.named["what_if_control"] == TEXT["changed"]
    moved = {name for name in follow if (before[name] is None) != (after[name] is None)}
    assert {name for name in follow if found.remarks[name] in {TEXT["comes_in"], TEXT["falls_out"]}} == moved


@pytest.mark.parametrize("share", ["62.5", "33.3333"])
def test_another_labour_share_gives_what_srtool_gives_with_that_share(
    folder: Path, libreoffice: Convert, capsys: pytest.CaptureFixture[str], share: str
) -> None:
    path = _report(folder)
    before = _norms(folder, capsys)
    bare = re.sub(r"(?m)^labour_share = .*\n", "", (folder / "register.toml").read_text("utf-8"))
    shared = re.sub(r"(?m)^(id = .*)$", rf"\1\nlabour_share = {share}", bare)
    (folder / "shared.toml").write_text(shared, "utf-8")
    after = _norms(folder, capsys, register="shared.toml")
    _fill_in(path, labour_share=float(share) / 100, euro_per_job=25_000)
    found = _recalculated(path, libreoffice)
    follow = _follow(found)
    assert found.here == {name: after[name] if name in follow else before[name] for name in before}
    assert {name for name in before if after[name] != before[name]} >= {"ESTIMATED", "BY-MONTH", "LESS-OPTIONS"}
    assert found.here["BOTH"] == before["BOTH"]
    assert found.named["what_if_jobs"] == pytest.approx(found.named["what_if_total"] / 25_000)
    assert found.named["what_if_control"] == TEXT["changed"]


@pytest.mark.parametrize(
    ("scope", "of", "most"),
    [
        (("wage_sum", "at_least"), "wage_sum", None),
        (("contract_value", "above"), "wage_sum", None),
        (("contract_value", "at_least"), "contract_value", "30_000.55"),
        (("wage_sum", "above"), "contract_value", "20_000"),
    ],
)
def test_rules_with_another_basis_operator_or_maximum(
    folder: Path,
    libreoffice: Convert,
    capsys: pytest.CaptureFixture[str],
    scope: tuple[str, str],
    of: str,
    most: str | None,
) -> None:
    start = _rules(folder, "start", (*scope, "250_000"), ("5", of), most)
    changed = _rules(folder, "changed", (*scope, "500_000"), ("6.25", of), most)
    before, after = (_norms(folder, capsys, "--rule-set", rules) for rules in (start, changed))
    path = _report(folder, "--rule-set", start)
    agreed = _recalculated(path, libreoffice)
    assert agreed.here == before
    assert agreed.named["what_if_control"] == TEXT["agrees"]
    _fill_in(path, threshold=500_000, norm=0.0625)
    found = _recalculated(path, libreoffice)
    follow = _follow(found)
    assert len(follow) > 10
    assert found.here == {name: after[name] if name in follow else before[name] for name in before}


def test_it_holds_however_the_contracts_are_sorted(
    folder: Path, libreoffice: Convert, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _report(folder)
    book = read_back(path)
    sheet = book["Contracts"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5, max_row=sheet.max_row - 1)]
    for number, values in enumerate(sorted(rows, key=lambda row: str(row[1])), start=5):
        for column, value in enumerate(values, start=1):
            cell = sheet.cell(number, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    book.save(path)
    again = _recalculated(path, libreoffice)
    assert list(again.here) == [str(row[0]) for row in sorted(rows, key=lambda row: str(row[1]))]
    assert again.here == _norms(folder, capsys)
    assert again.remarks["GROWTH"] == STAYS["growth_path"]
    assert again.named["what_if_control"] == TEXT["agrees"]


def test_the_control_says_it_when_sheet_and_tool_differ(folder: Path, libreoffice: Convert) -> None:
    path = _report(folder)
    book = read_back(path)
    book["What-if"].cell(FIRST_ROW + 1, 3).value = 1
    book.save(path)
    assert _recalculated(path, libreoffice).named["what_if_control"] == TEXT["differs"]
    _fill_in(path, norm=None)
    assert _recalculated(path, libreoffice).named["what_if_control"] == TEXT["fill_in"]


def test_the_cells_to_fill_in_are_framed_named_and_guarded(folder: Path) -> None:
    book = read_back(_report(folder))
    sheet = book["What-if"]
    guarded = {
        str(rule.sqref): (rule.type, rule.formula1, rule.formula2) for rule in sheet.data_validations.dataValidation
    }
    for name, most in (("threshold", None), ("norm", "1"), ("labour_share", "1"), ("euro_per_job", None)):
        place = book.defined_names[f"what_if_{name}"].attr_text.rpartition("!")[2].replace("$", "")
        assert guarded[place] == ("decimal", "0", most)
        assert sheet[place].border.left.style == "thin"
        assert sheet[place].fill.fgColor.rgb == "00FFF2CC"
    assert sheet.freeze_panes == f"B{FIRST_ROW}"
    assert sheet.print_title_rows == f"${FIRST_ROW - 1}:${FIRST_ROW - 1}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_threshold_with_a_percentage_there_is_no_such_sheet(tmp_path: Path, lang: str) -> None:
    register = tmp_path / "a.toml"
    register.write_text('[[contracts]]\nid = "A"\ntitle = "T"\nrule_set = "rijk-tailored"\n', "utf-8")
    out = tmp_path / "a.xlsx"
    assert run(["report", str(register), "--out", str(out), "--quiet", "--on", "2026-11-22", "--lang", lang]) == 0
    book, text = read_back(out), load(lang, "report")
    assert text["sheets"]["what_if"] not in book.sheetnames
    headings = [cell.value for cell in book[text["sheets"]["contracts"]][4]]
    assert text["columns"]["unchanged"] not in headings


def test_a_long_register_goes_on_on_a_next_sheet(
    folder: Path, libreoffice: Convert, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = _norms(folder, capsys)
    monkeypatch.setattr("srtool.views.sheets.table.MOST_ROWS", 24)
    book = read_back(libreoffice(without_results(_report(folder)), "xlsx"), data_only=True)
    parts = [book[name] for name in book.sheetnames if name.startswith("What-if")]
    assert [sheet.max_row for sheet in parts] == [23, 23]
    found = {
        row[0]: _cents(row[2])
        for sheet, first in zip(parts, (FIRST_ROW, 5), strict=True)
        for row in sheet.iter_rows(min_row=first, values_only=True)
    }
    assert found == own
    place = book.defined_names["what_if_control"].attr_text.rpartition("!")[2].replace("$", "")
    assert parts[0][place].value == TEXT["agrees"]


def test_it_starts_from_the_numbers_of_most_contracts_and_call_offs_do_not_count(folder: Path) -> None:
    one = '[[contracts]]\nid = "{}"\ntitle = "T"\nkind = "services"\nwage_sum = 300_000\n{}\n'
    other = 'rule_set = "other.toml"'
    contracts = [("A", ""), ("B", other), ("C", other), ("D", 'part_of = "A"'), ("E", 'part_of = "A"')]
    (folder / "mixed.toml").write_text("".join(one.format(*contract) for contract in contracts), "utf-8")
    sheet = read_back(_report(folder, register="mixed.toml"))["What-if"]
    assert [sheet[place].value for place in ("C6", "D6", "C7", "D7")] == [200_000, 200_000, 0.075, 0.075]
    assert sheet["F6"].value == TEXT["at_least"].format(basis=TEXT["of_wage_sum"])
    assert "Another threshold and norm. Of the 5 contracts 0 follow" in str(sheet["A4"].value)


def test_every_word_of_the_sheet_stands_in_both_languages_and_is_used() -> None:
    source = Path(what_if.__file__).read_text("utf-8")
    for part in ("what_if", "unchanged"):
        dutch, english = (
            {key: set(re.findall(r"{(\w+)}", text)) for key, text in load(lang, "report")[part].items()}
            for lang in ("nl", "en")
        )
        assert dutch == english
    assert [key for key in TEXT if f'"{key}"' not in source and f"'{key}'" not in source] == []
