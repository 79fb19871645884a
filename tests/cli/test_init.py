"""The workbook of `srtool init`: read when filled in, refused kindly when empty, and guarded cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from srtool.cli.program import run
from srtool.readers import register
from srtool.readers.rules import rule_sets
from srtool.register.columns import SHEETS, infos
from srtool.texts import LANGUAGES, Lang, load
from srtool.texts.say import heading, table_name, word
from srtool.views.register.new_workbook import offered
from tests.support.program import printed

Capture = pytest.CaptureFixture[str]


@pytest.fixture(params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> Lang:
    found: Lang = request.param
    return found


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: Lang) -> Path:
    """An empty register with the blocks of Utrecht."""
    monkeypatch.chdir(tmp_path)
    assert run(["init", "new.xlsx", "--lang", lang, "--rule-set", "utrecht"]) == 0
    return tmp_path / "new.xlsx"


def rules(sheet: Any) -> Mapping[str, DataValidation]:  # noqa: ANN401 - openpyxl's sheet
    """The validation per heading."""
    found = {}
    for rule in sheet.data_validations.dataValidation:
        for area in rule.sqref.ranges:
            found[sheet.cell(1, area.min_col).value] = rule
            assert area.min_row == 2
            assert area.max_row > 1000
    return found


def fill(path: Path, table: str, lang: Lang, **values: object) -> None:
    """Fills in the next row of a sheet, as a person would."""
    book = load_workbook(path)
    sheet: Any = book[table_name(lang, table)]
    columns = {cell.value: cell.column for cell in sheet[1]}
    row = sheet.max_row + 1
    for key, value in values.items():
        place = columns[heading(lang, key.replace("__", "."), table)]
        cell = sheet.cell(row, place)
        cell.value = value  # Excel gives an empty cell the format of its column
        cell.number_format = sheet.column_dimensions[get_column_letter(place)].number_format
    book.save(path)


def test_every_table_has_a_sheet_with_every_field_explained(made: Path, lang: Lang) -> None:
    book = load_workbook(made)
    own = load(lang, "vocabulary")["sheets"]
    assert book.sheetnames == [
        own["read_me"][0],
        *(table_name(lang, table) for table in SHEETS),
        own["lists"][0],
    ]
    assert all(sheet.sheet_state == "visible" for sheet in book.worksheets)
    for table in SHEETS:
        sheet = book[table_name(lang, table)]
        assert [cell.value for cell in sheet[1]] == [heading(lang, key, table) for key in infos(table)]
        for cell, key in zip(sheet[1], infos(table), strict=True):
            assert cell.comment is not None
            assert cell.comment.text.startswith(load(lang, "fields")[table][key])
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.merged_cells.ranges == set()
        assert [cell.font.i for cell in sheet[2] if cell.value is not None].count(False) == 0
        assert sheet["A2"].value == load(lang, "vocabulary")["marks"]["example"][0]


def test_each_cell_accepts_what_belongs_there(made: Path, lang: Lang) -> None:
    book = load_workbook(made)
    for table in SHEETS:
        found = rules(book[table_name(lang, table)])
        for key, info in infos(table).items():
            rule = found.get(heading(lang, key, table))
            if info.choices or info.sort == "yes_no":
                words = [word(lang, one) for one in info.choices or ("yes", "no")]
                assert rule is not None
                assert (rule.type, rule.formula1) == ("list", '"' + ",".join(words) + '"')
                assert len(str(rule.formula1)) <= 257
            elif info.sort in {"amount", "percent", "number", "count", "months", "day"}:
                kinds = {"day": "date", "count": "whole", "months": "whole"}
                assert rule is not None
                assert (rule.type, rule.operator) == (kinds.get(info.sort, "decimal"), "between")
                assert rule.showErrorMessage
                assert rule.error == load(lang, "fields")["wrong"][info.sort]
            elif f"{table}.{key}" not in {"efforts.block", "efforts.bonuses", "contracts.rule_set", "contacts.cause"}:
                assert rule is None
    days = rules(book[table_name(lang, "contracts")])[heading(lang, "start")]
    last = date(1899, 12, 30) + timedelta(days=int(str(days.formula2)))
    assert (days.formula1, last) == ("1", date(2999, 12, 31))
    share = rules(book[table_name(lang, "contracts")])[heading(lang, "labour_share")]
    assert (share.formula1, share.formula2) == ("0", "1")


def test_long_lists_stand_on_a_sheet_that_everyone_can_see(made: Path, lang: Lang) -> None:
    book = load_workbook(made)
    rule = rules(book[table_name(lang, "efforts")])[heading(lang, "block", "efforts")]
    title = load(lang, "vocabulary")["sheets"]["lists"][0]
    name, _, area = str(rule.formula1).partition("!")
    assert name == f"'{title}'"
    words = [row[0].value for row in book[title][area.replace("$", "")]]
    assert len(words) > 5
    assert all(words)
    assert rule.errorStyle == "warning"


def test_an_empty_register_is_refused_in_one_kind_sentence(made: Path, lang: Lang, capsys: Capture) -> None:
    capsys.readouterr()
    assert run(["check", str(made), "--lang", lang]) == 3
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 2
    assert "contract" in said[1]
    assert "[[contracts]]" in said[1]


@pytest.mark.parametrize("command", ["check", "bundle", "monitor", "convert"])
def test_a_register_filled_in_below_the_example_gives_one_remark(
    made: Path, lang: Lang, command: str, capsys: Capture
) -> None:
    block = load_workbook(made)[load(lang, "vocabulary")["sheets"]["lists"][0]]["A4"].value
    fill(
        made,
        "contracts",
        lang,
        id="C-1",
        title="Schoonmaak",
        wage_sum=300000,
        supplier="01234567",
        start=date(2025, 1, 1),
        end=date(2027, 12, 31),
        rule_set="utrecht",
        social_return__percent=0.05,
        social_return__asked=word(lang, "yes"),
    )
    fill(made, "suppliers", lang, id="01234567", name="Glans")
    fill(made, "efforts", lang, id="E-1", contract="C-1", kind=word(lang, "placement"), block=block)
    capsys.readouterr()
    more = ["copy.toml"] if command == "convert" else ["--on", "2026-11-22", "--fail-on", "never"]
    assert run([command, str(made), *more, "--lang", lang]) == 0
    said = capsys.readouterr()
    skipped = [line for line in said.err.splitlines() if line.startswith("new.xlsx")]
    assert len(skipped) == 1, said.err
    assert f": {len(SHEETS)};" in skipped[0]


def test_the_blocks_and_bonuses_that_are_offered_are_known(lang: Lang) -> None:
    for name in rule_sets.shipped():
        found = rule_sets.load(rule_sets.find(name, None)).rules
        lists = offered(found, lang)
        assert [found.blocks_named(one) for one in lists["efforts.block"]] == [(one,) for one in found.block]
        assert [found.bonuses_named(one) for one in lists["efforts.bonuses"]] == [(one,) for one in found.bonus]


def test_an_example_is_known_by_its_exact_mark_in_either_language(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].title = "Contracten"
    for row in (["id", "title"], ["(voorbeeld)", 5], ["(example)"], ["voorbeeld", "T"], ["(Voorbeeld)", "T"]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "a.xlsx")
    found = register.read(tmp_path / "a.xlsx")
    assert [contract.id for contract in found.register.contracts] == ["voorbeeld", "(Voorbeeld)"]
    assert [(one.code, str(one.place), one.values) for one in found.remarks] == [
        ("examples_skipped", "a.xlsx: Contracten!A2", {"count": 2})
    ]


def test_libreoffice_gives_back_the_same_headings(
    made: Path, lang: Lang, libreoffice: Callable[[Path, str], Path]
) -> None:
    fill(made, "contracts", lang, id="C-1", title="Schoonmaak", labour_share=0.375, start=date(2026, 7, 1))
    saved = libreoffice(made, "xlsx")
    before, after = load_workbook(made), load_workbook(saved)
    assert after.sheetnames == before.sheetnames
    for old, new in zip(before.worksheets, after.worksheets, strict=True):
        assert [cell.value for cell in new[1]] == [cell.value for cell in old[1]]
        assert {cell.value for cell in new[1] if cell.comment} == {cell.value for cell in old[1] if cell.comment}
        assert len(rules(new)) == len(rules(old))
    assert register.read(saved).register == register.read(made).register
    assert register.read(saved).remarks == register.read(made).remarks


@pytest.mark.parametrize("name", ["rijk-classic", "utrecht", "own.toml"])
def test_a_draft_names_the_rule_set_as_it_is_seen_from_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub").mkdir()
    (tmp_path / "own.toml").write_text('id = "own"\n[title]\nnl = "Eigen"\nen = "Own"\n', encoding="utf-8")
    assert run(["init", "sub/draft.toml", "--lang", "nl", "--rule-set", name]) == 0
    found = register.read(tmp_path / "sub" / "draft.toml").register.contracts[0].rule_set
    assert found == ("../own.toml" if name == "own.toml" else name)
    assert run(["check", "sub/draft.toml", "--lang", "nl", "--fail-on", "never", "--allow-paths"]) == 0
    assert "ule" not in capsys.readouterr().err


def test_an_unknown_rule_set_or_kind_of_file_makes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("new.xlsx", "new.toml"):
        assert run(["init", name, "--rule-set", "atlantis"]) == 2
    assert run(["init", "new.csv"]) == 2
    assert list(tmp_path.iterdir()) == []


def test_a_link_to_itself_is_refused_with_a_sentence(tmp_path: Path) -> None:
    loop = tmp_path / "loop.toml"
    loop.symlink_to(loop)
    told = printed(("init", str(loop)))
    assert told.code == 2
    assert "unexpected" not in told.stderr
    assert str(loop) in told.stderr
