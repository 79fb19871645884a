"""srtool report: the workbook as cells, what may and may not stand in it, and what happens to files."""

from __future__ import annotations

import gc
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import tomli_w
from openpyxl import load_workbook

from srtool import __version__
from srtool.cli import report
from srtool.cli.program import run
from srtool.finding import Step
from srtool.readers import register
from srtool.readers.returned import earlier_report
from srtool.texts import LANGUAGES, load
from srtool.views.report import overview, to_workbook
from srtool.views.sheets import book, table
from srtool.views.sheets.cells import EURO
from tests.support.paths import EXAMPLES, TESTS

Golden = Callable[[str, str], None]
ON = ("--on", "2026-11-22")
WHOLE = TESTS / "views" / "report" / "overview.toml"


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def _made(register: Path, out: str = "overview.xlsx", *options: str, lang: str = "en") -> Any:  # noqa: ANN401 - openpyxl's own
    assert run(["report", str(register), "--out", out, "--lang", lang, "--force", *ON, *options]) == 0
    return load_workbook(out)


def _dump(workbook: Any) -> str:  # noqa: ANN401 - idem
    lines = (
        f"{sheet.title}!{cell.coordinate}\t{cell.value!s}\t{cell.number_format}"
        for sheet in workbook.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    )
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_cells(golden: Golden, lang: str) -> None:
    golden(f"report-{lang}.tsv", _dump(_made(WHOLE, lang=lang)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sheet_is_made_for_paper_and_for_reading(lang: str) -> None:
    workbook = _made(WHOLE, lang=lang)
    names = load(lang, "report")["sheets"]
    silent = {"changes", "unread", "notices"}  # nothing to say here
    keys = [key for key in book.SHEETS if key not in silent and not key.startswith("simulated")]
    assert workbook.sheetnames == [names[key] for key in keys]
    assert workbook.active.title == names["overview"]
    titles = load(lang, "report")["titles"]
    for key, sheet in zip(keys, workbook.worksheets, strict=True):
        assert sheet["A1"].value == titles[key]
        assert sheet.sheet_state == "visible"
        assert sheet.page_setup.orientation == "landscape"
        assert not sheet.merged_cells.ranges
        assert sheet.HeaderFooter.oddFooter.right.text == "&P / &N"
        assert sheet.max_row > 3
        if key not in {"overview", "chart_numbers"}:
            assert sheet.freeze_panes is not None
            assert sheet.print_title_rows
            assert sheet.print_area.startswith(f"'{sheet.title}'!$A$1:")  # the title, the note and the inputs too
            _stand_above_their_numbers(sheet)
        assert sheet.page_margins.header < sheet.page_margins.top
        assert sheet.page_margins.footer < sheet.page_margins.bottom
    about = workbook.properties
    assert (about.title, about.language, about.creator) == (titles["overview"], lang, f"srtool {__version__}")


def _stand_above_their_numbers(sheet: Any) -> None:  # noqa: ANN401 - idem
    (one,) = sheet.tables.values()
    headings, *rows = sheet[one.ref]
    for heading, *cells in zip(headings, *rows, strict=True):
        width = sheet.column_dimensions[heading.column_letter].width
        assert max(len(word) for word in re.split(r"[\s-]", heading.value)) < width, heading.value
        if any(isinstance(cell.value, int | float | date) for cell in cells):
            assert heading.alignment.horizontal == "right", heading.value


def test_amounts_and_long_numbers_of_contracts_fit_their_columns() -> None:
    register = Path("large.toml")
    contract = (
        '[[contracts]]\nid = "CONTRACT-2026-MINISTERIE-{n}-PERCEEL"\ntitle = "Groot"\nkind = "works"\n'
        'supplier = "X"\ncontract_value = 950000000\nwage_sum = 900000000.37\nstart = 2025-01-01\n'
        'end = 2028-12-31\nsocial_return = {{ asked = true, percent = 5, basis = "wage_sum" }}\n'
    )
    register.write_text("".join(contract.format(n=n) for n in range(12)), encoding="utf-8")
    for sheet in (sheet for sheet in _made(register).worksheets if sheet.tables):
        (one,) = sheet.tables.values()
        headings, *rows = sheet[one.ref]
        for heading, cell in (pair for row in rows for pair in zip(headings, row, strict=True)):
            width = sheet.column_dimensions[cell.column_letter].width
            if cell.number_format == EURO and isinstance(cell.value, int | float):
                assert len(f"€ {12 * cell.value:,.2f}") * 0.9 < width, f"{sheet.title}!{cell.coordinate}"
            elif heading.value == "Contract" and sheet.title != "What-if":
                assert len(str(cell.value)) < width, f"{sheet.title}!{cell.coordinate}"


def test_without_attention_or_charts_the_overview_says_so() -> None:
    register = Path("draft.toml")
    register.write_text('[[contracts]]\nid = "A"\ntitle = "Een concept"\n', encoding="utf-8")
    workbook, said = _made(register), load("en", "report")["overview"]
    told = [cell.value for row in workbook["Overview"].iter_rows() for cell in row]
    assert said["no_charts"] in told
    assert said["first"] not in told
    with ZipFile("overview.xlsx") as archive:
        assert not [name for name in archive.namelist() if "chart" in name]


@pytest.mark.parametrize("key", ["categories", "groups"])
def test_what_a_chart_has_no_room_for_is_taken_together(tmp_path: Path, key: str) -> None:
    blocks = ("participatiewet", "ww", "wia", "wga", "waz", "ioaw", "ioaz", "nugger", "early-school-leaver")
    contract = '[[contracts]]\nid = "{0}"\ntitle = "T"\ncategory = "C{0}"\nsupplier = "S"\n'
    contract += "start = 2025-01-01\nend = 2028-12-31\nsocial_return = {{ amount = 1_000 }}\n"
    effort = '[[efforts]]\nid = "{0}"\ncontract = "0"\nkind = "placement"\nblock = "{1}"\namount = 10\n'
    effort += 'person = "{0}"\nstart = 2025-06-01\nstatus = "confirmed"\n'
    of_ten = [effort.format(*one) for one in enumerate([*blocks, "bol-bbl-vso-pro"] * 5)]
    without = effort.replace("placement", "purchase").replace('block = "{1}"\n', "").format("x")
    register = tmp_path / "many.toml"
    register.write_text("".join([*(contract.format(name) for name in range(11)), *of_ten, without]))
    numbers = _made(register)["Numbers of the charts"]
    title = load("en", "report")["charts"][key]
    cell = [one for row in numbers.iter_rows() for one in row if one.value == title][-1]
    rows = [(cell.offset(row).value, cell.offset(row, 1).value) for row in range(2, 13)]
    assert rows[9:] == [(load("en", "report")["overview"]["rest"], 2_000 if key == "categories" else 60), (None, None)]


def test_charts_have_no_title_of_excels_own_and_bars_begin_at_nothing() -> None:
    _made(WHOLE)
    with ZipFile("overview.xlsx") as archive:
        charts = [archive.read(name).decode() for name in archive.namelist() if "charts/chart" in name]
        bar = next(text for name in archive.namelist() if b"<dataBar " in (text := archive.read(name)))
    assert len(charts) == 5
    assert all(re.search('<chart><autoTitleDeleted val="1" ?/>', chart) for chart in charts)
    assert all(chart.count("<numFmt ") == chart.count('sourceLinked="0"') for chart in charts)
    assert b'minLength="0"' in bar


def test_a_sheet_without_content_is_not_there() -> None:
    register = Path("draft.toml")
    register.write_text('[[contracts]]\nid = "A"\ntitle = "Een concept"\n', encoding="utf-8")
    sheets = load("en", "report")["sheets"]
    absent = {sheets[key] for key in ("changes", "attention", "bundles", "realisation", "suppliers", "pilots")}
    assert not absent & set(_made(register).sheetnames)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_register_gives_a_workbook_that_says_so(lang: str) -> None:
    register = Path("empty.toml")
    register.write_text("contracts = []\n", encoding="utf-8")
    workbook = _made(register, lang=lang)
    sheets = load(lang, "report")["sheets"]
    assert workbook.sheetnames == [sheets["overview"], sheets["receipt"]]
    assert workbook.worksheets[0]["A3"].value == load(lang, "report")["overview"]["empty"]


def test_what_looks_like_a_formula_stays_text() -> None:
    register = Path("odd.toml")
    odd = ("=1+1", "+31", "-5", "@SUM(A1)", "'quoted", "#N/A", "_x000D_", "a\\nb")
    text = "\n".join(f'[[contracts]]\nid = "{name}"\ntitle = "{name}"\ncategory = "{name}"' for name in odd)
    register.write_text(text, encoding="utf-8")
    sheet = _made(register)["Contracts"]
    category = [cell.value for cell in sheet[table.HEADING_ROW]].index("Category") + 1
    for row in range(table.HEADING_ROW + 1, table.HEADING_ROW + 1 + len(odd)):
        assert [sheet.cell(row, column).data_type for column in (1, 2, category)] == ["s", "s", "s"]
    cells = {sheet.cell(row, 1).value: sheet.cell(row, 1) for row in range(5, 5 + len(odd))}
    assert cells["=1+1"].quotePrefix
    assert set(cells) == {*odd[:-2], "_x005F_x000D_", "a\nb"}


def test_each_contract_leads_to_its_reasoning() -> None:
    workbook = _made(WHOLE)
    reasoning = workbook["Reasoning"]
    for row in workbook["Contracts"].iter_rows(min_row=table.HEADING_ROW + 1, max_col=1):
        if row[0].hyperlink is not None:
            place = row[0].hyperlink.location
            assert place.startswith("'Reasoning'!A")
            assert reasoning[place.rpartition("!")[2]].value == row[0].value


def test_rows_that_do_not_fit_go_on_on_a_next_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = _rows(_made(WHOLE), "Reasoning")
    monkeypatch.setattr(table, "MOST_ROWS", 50)
    workbook = _made(WHOLE)
    parts = [name for name in workbook.sheetnames if name.startswith("Reasoning")]
    assert parts[:3] == ["Reasoning", "Reasoning (2)", "Reasoning (3)"]
    position = workbook.sheetnames.index("Reasoning")
    assert workbook.sheetnames[position : position + len(parts)] == parts
    assert [row for part in parts for row in _rows(workbook, part)] == whole
    assert all(workbook[part].max_row <= 50 for part in parts)


def test_every_part_of_the_contracts_has_its_bars(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MOST_ROWS", 12)
    workbook = _made(WHOLE)
    parts = [sheet for sheet in workbook.worksheets if sheet.title.startswith("Contracts")]
    assert len(parts) > 1
    for part in parts:
        (bars,) = part.conditional_formatting
        assert str(bars.sqref).partition(":")[0::2] in {("K5", f"K{part.max_row}"), ("K5", "")}


def _rows(workbook: Any, sheet: str) -> list[tuple[object, ...]]:  # noqa: ANN401 - idem
    return [row for row in workbook[sheet].iter_rows(min_row=table.HEADING_ROW + 1, values_only=True) if any(row)]


def test_no_sheet_has_more_links_than_excel_knows_and_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    before = _links(_made(WHOLE))
    assert {"Contracts", "Findings", "Attention", "Pilots and lessons"} <= set(before)
    monkeypatch.setattr(table, "MOST_LINKS", 1)
    workbook = _made(WHOLE)
    assert _links(workbook) == dict.fromkeys(before, 1)
    assert {name for name in before if "65,530" in workbook[name]["A2"].value} == {
        name for name, count in before.items() if count > 1
    }


def _links(workbook: Any) -> dict[str, int]:  # noqa: ANN401 - idem
    found = {
        sheet.title: sum(cell.hyperlink is not None for row in sheet.iter_rows() for cell in row)
        for sheet in workbook.worksheets
    }
    return {name: count for name, count in found.items() if count}


@pytest.mark.parametrize(("sign", "times", "left"), [("x", 40_000, 32_763), ("\N{SEEDLING}", 17_000, 16_381)])
def test_a_text_longer_than_a_cell_is_cut_and_says_so(sign: str, times: int, left: int) -> None:
    register = Path("long.toml")
    register.write_text(f'[[contracts]]\nid = "A"\ntitle = "{sign * times}"\n', encoding="utf-8")
    assert _made(register)["Contracts"]["B5"].value == sign * left + " […]"


@pytest.mark.parametrize("path", [EXAMPLES / "running.toml", EXAMPLES / "portfolio.xlsx"], ids=lambda path: path.stem)
def test_nothing_about_one_person_and_no_note_leaves_the_register(path: Path) -> None:
    held = register.read(path).register
    secret = {value for one in held.efforts for value in (one.id, one.person, one.evidence)}
    secret |= {contact.note for contact in held.contacts} | {one.reason for one in held.adjustments}
    _made(path)
    with ZipFile("overview.xlsx") as parts:
        text = "\n".join(unescape(parts.read(name).decode()) for name in parts.namelist())
    found = [one for one in secret if one and one in text]
    assert held.efforts
    assert not [one for one in found if re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", text)]
    assert not re.search(r"(efforts|contacts)\[\d|(Efforts|Inspanningen|Contacts|Contacten)'?![A-Z]+\d", text)


def test_changes_since_an_earlier_report() -> None:
    register = Path("register.toml")
    text = (EXAMPLES / "running.toml").read_text(encoding="utf-8")
    register.write_text(text, encoding="utf-8")
    _made(register, "old.xlsx", lang="nl")  # the languages may differ
    workbook = _made(register, "same.xlsx", "--previous", "old.xlsx")
    assert "Changes" not in workbook.sheetnames
    assert workbook["Overview"]["A4"].value.startswith("Since the report of 22 November 2026: ")
    assert workbook["Overview"]["A4"].value.endswith(" contracts stayed the same.")
    register.write_text(
        text + '\n[[contracts]]\nid = "NEW-1"\ntitle = "A new one"\nkind = "services"\n', encoding="utf-8"
    )
    sheet = _made(register, "new.xlsx", "--previous", "old.xlsx")["Changes"]
    assert [cell.value for cell in sheet[5]][:3] == ["NEW-1", "A new one", "added"]
    assert sheet.max_row == 5
    assert "22 November 2026" in sheet["A2"].value


def test_an_earlier_report_may_be_sorted_and_written_in_by_its_reader() -> None:
    sheet = (earlier := _made(WHOLE, "old.xlsx", lang="nl"))["Contracten"]
    (one,) = sheet.tables.values()
    rows = [[cell.value for cell in row] for row in sheet[one.ref][1:-1]]
    for number, row in enumerate([*reversed(rows), ["LET OP", "dit bekijken"]], start=5):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value
            if isinstance(value, str):
                sheet.cell(number, column).data_type = "s"
    sheet.insert_cols(3)
    sheet["C4"], sheet["C5"] = "Mijn notitie", "bel even"
    earlier.save("old.xlsx")
    workbook = _made(WHOLE, "new.xlsx", "--previous", "old.xlsx")
    assert "Changes" not in workbook.sheetnames
    assert f": {len(rows)} contracts stayed" in workbook["Overview"]["A4"].value


def test_something_else_than_a_report_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    register = str(EXAMPLES / "running.toml")
    for path, code, word in (("absent.xlsx", 2, "absent.xlsx"), (str(EXAMPLES / "portfolio.xlsx"), 3, "no report")):
        assert run(["report", register, "--out", "o.xlsx", "--lang", "en", "--previous", path, *ON]) == code
        assert word in capsys.readouterr().err
        assert not Path("o.xlsx").exists()


def test_a_report_is_no_register(capsys: pytest.CaptureFixture[str]) -> None:
    _made(EXAMPLES / "running.toml")
    assert run(["check", "overview.xlsx", "--lang", "en"]) == 3
    assert "nothing is read from it" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("out", "word"), [((), "--out"), (("--out", "o.csv"), ".xlsx"), (("--out", "-"), "--out"), (("--out", ""), "--out")]
)
def test_where_to_write_must_be_a_workbook(capsys: pytest.CaptureFixture[str], out: tuple[str, ...], word: str) -> None:
    assert run(["report", str(EXAMPLES / "running.toml"), *out, "--lang", "en"]) == 2
    assert word in capsys.readouterr().err


def test_nothing_is_overwritten_without_force(capsys: pytest.CaptureFixture[str]) -> None:
    Path("o.xlsx").write_bytes(b"mine")
    assert run(["report", str(EXAMPLES / "running.toml"), "--out", "o.xlsx", "--lang", "en"]) == 2
    assert "--force" in capsys.readouterr().err
    assert Path("o.xlsx").read_bytes() == b"mine"


def test_a_file_that_is_write_protected_stays(capsys: pytest.CaptureFixture[str]) -> None:
    Path("o.xlsx").write_bytes(b"old")
    Path("o.xlsx").chmod(0o444)
    assert run(["report", str(EXAMPLES / "running.toml"), "--out", "o.xlsx", "--force", "--lang", "en"]) == 2
    assert "protected" in capsys.readouterr().err
    assert Path("o.xlsx").read_bytes() == b"old"


def test_a_name_that_is_too_long_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "a" * 300 + ".xlsx", "--out", "o.xlsx", "--lang", "en"]) == 2
    assert "too long" in capsys.readouterr().err


@pytest.mark.parametrize("when", ["of_contract", "save", "replace"])
def test_a_full_disk_leaves_the_old_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], when: str
) -> None:
    Path("o.xlsx").write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    if when != "replace":
        monkeypatch.setattr(to_workbook.Writing, when, full)
    else:
        monkeypatch.setattr(Path, "replace", full)
    assert run(["report", str(EXAMPLES / "running.toml"), "--out", "o.xlsx", "--force", "--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert "No space left on device" in told
    assert ("TMPDIR" in told) == (when != "replace")
    assert Path("o.xlsx").read_bytes() == b"old"
    assert sorted(path.name for path in Path().iterdir()) == ["o.xlsx"]


def test_what_was_told_of_a_contract_is_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    contracts = [
        {"id": f"C-{number}", "title": f"Contract {number}", "status": "ended", "wage_sum": 400_000, "kind": "works"}
        for number in range(600)
    ]
    register = tmp_path / "register.toml"
    register.write_text(tomli_w.dumps({"contracts": contracts}), encoding="utf-8")
    steps: list[int] = []
    write = overview.write

    def counting(*given: Any) -> None:  # noqa: ANN401 - whatever it takes
        steps.append(sum(type(each) is Step for each in gc.get_objects()) - before)
        write(*given)

    monkeypatch.setattr(overview, "write", counting)
    gc.collect()
    before = sum(type(each) is Step for each in gc.get_objects())
    assert len(_rows(_made(register), "Reasoning")) >= 5 * len(contracts)
    assert steps
    assert max(steps) < len(contracts)


@pytest.mark.parametrize(
    "part", [("--owner", "client"), ("--level", "error"), ("--unit", "kennis"), ("--who", "a"), ()]
)
def test_of_a_part_the_findings_are_those_of_the_check(
    capsys: pytest.CaptureFixture[str], part: tuple[str, ...]
) -> None:
    told = _rows(_made(WHOLE, "overview.xlsx", *part), "Findings")
    capsys.readouterr()
    run(["check", str(WHOLE), *ON, *part, "--format", "json", "--full", "--internal", "--lang", "en"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    asked = [(one["contract"], one["code"]) for one in findings if one["outcome"] in {"not_met", "undecided"}]
    assert sorted((str(row[0]), row[3]) for row in told) == sorted((str(of), code) for of, code in asked)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another thing there")
@pytest.mark.parametrize("when", ["of_contract", "rows"])
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL, signal.SIGINT])
def test_a_run_that_is_stopped_leaves_nothing(tmp_path: Path, how: signal.Signals, when: str) -> None:
    (tmp_path / "o.xlsx").write_bytes(b"old")
    (tmp_path / "temporary").mkdir()
    script = (
        "import signal, time, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # whoever runs the tests may ignore them
        "signal.signal(signal.SIGHUP, signal.SIG_DFL)\n"
        "from srtool.views.report import to_workbook\n"
        "to_workbook._AT_ONCE = 1\n"
        f"whole = to_workbook.Writing.{when}\n"
        "def slow(*given):\n"
        "    whole(*given); print('busy', flush=True); time.sleep(60)\n"
        f"to_workbook.Writing.{when} = slow\n"
        "from srtool.cli import main\n"
        f"sys.argv = ['srtool', 'report', {str(EXAMPLES / 'running.toml')!r}, '--out', 'o.xlsx', '--force']\n"
        "main()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env=os.environ | {"TMPDIR": str(tmp_path / "temporary")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "busy\n"
        child.send_signal(how)
        _, error = child.communicate(timeout=30)
    assert child.returncode != 0
    assert "Traceback" not in error
    assert (tmp_path / "o.xlsx").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["o.xlsx", "temporary"]
    if how is not signal.SIGKILL:  # nobody can tidy up after that
        assert not [path for path in (tmp_path / "temporary").rglob("*") if path.is_file()]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the system administrator may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tmp_path.chmod(0o500)
    assert run(["report", str(EXAMPLES / "running.toml"), "--out", str(tmp_path / "o.xlsx"), "--lang", "en"]) == 2
    assert "o.xlsx" in capsys.readouterr().err


def test_the_same_register_gives_the_same_cells() -> None:
    first = _dump(_made(WHOLE, "a.xlsx"))
    time.sleep(1.1)
    assert _dump(_made(WHOLE, "b.xlsx")) == first


def test_the_day_of_the_report_is_kept() -> None:
    _made(WHOLE)
    before = earlier_report.read(Path("overview.xlsx"))
    assert before.on == date(2026, 11, 22)
    assert len(before.contracts) > 5
    assert report.SUFFIX == ".xlsx"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_aspirant_stands_on_no_step_yet(lang: str) -> None:
    register = Path("certificates.toml")
    steps = {"11111111": "aspirant", "22222222": "2"}
    register.write_text(
        "".join(f'[[suppliers]]\nid = "{number}"\nname = "B{number}"\npso = "{pso}"\n' for number, pso in steps.items())
        + "".join(f'[[contracts]]\nid = "C{number}"\ntitle = "T"\nsupplier = "{number}"\n' for number in steps),
        encoding="utf-8",
    )
    said = load(lang, "report")
    sheet = _made(register, lang=lang)[said["sheets"]["suppliers"]]
    told = {cell.value for row in sheet.iter_rows(min_row=table.HEADING_ROW + 1) for cell in row}
    assert {"aspirant", said["pso"]["step"].format(step="2")} <= told


_FAR = """
[[contracts]]
id = "A"
title = "t"
kind = "services"
supplier = "S"
start = 2026-01-01
end = END
social_return = { amount = 20000 }
"""


@pytest.mark.parametrize(
    ("end", "told"),
    [
        (
            "2099-12-31",
            "The date 31 December 2099 is improbable (SR908), and what is spread over the term rests on it.",
        ),
        ("2027-12-31", None),
    ],
)
def test_the_caveat_of_an_improbable_date_stands_beside_the_amounts(tmp_path: Path, end: str, told: str | None) -> None:
    register = tmp_path / "far.toml"
    register.write_text(_FAR.replace("END", end), encoding="utf-8")
    sheet = _made(register)["Contracts"]
    headings, row = sheet.iter_rows(min_row=table.HEADING_ROW, max_row=table.HEADING_ROW + 1, values_only=True)
    last = "Caveat beside what is agreed until now or in proportion"
    assert (last in headings) == (told is not None)
    assert told is None or str(row[headings.index(last)]).startswith(told)
