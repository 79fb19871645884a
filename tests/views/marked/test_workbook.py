"""A sheet more in the officer's own workbook: what was there keeps its bytes, and what is added opens."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from openpyxl import load_workbook
from tests.support.package_orders import FORMS, as_written
from tests.support.paths import EXAMPLES
from tests.support.rich_workbook import parts_of, rich_workbook, with_parts

from srtool.views.marked.added_rows import Below, with_rows
from srtool.views.marked.workbook import AddedTable, Linked, NotMarkable, with_sheet

CHANGED = {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/styles.xml"}
OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = ("Social return: bevindingen", "22 november 2026")
ROWS = (
    (Linked("A-1", "Contracten", "A2"), "ontbreekt", "Vul de loonsom in.", 2),
    (Linked("A-2", "Contracten", "A3"), "=1+1", "_x000D_ <b> & \x07", None),
)
FINDINGS = AddedTable("Bevindingen", ("Contract", "Oordeel", "Wat te doen", "Aantal"), (16, 24, 50, 10), ROWS)
UNREAD = AddedTable("Ongelezen", ("Cel", "Inhoud"), (16, 24), ())


def marked(data: bytes, title: str = "Social return") -> tuple[bytes, str]:
    return with_sheet(data, title, HEAD, (FINDINGS, UNREAD))


@pytest.mark.parametrize(
    "data", [rich_workbook(), (EXAMPLES / "portfolio.xlsx").read_bytes()], ids=["rich", "portfolio"]
)
def test_every_other_part_keeps_its_bytes(data: bytes) -> None:
    before, after = parts_of(data), parts_of(marked(data)[0])
    others = before.keys() - CHANGED
    assert {name: after[name] for name in others} == {name: before[name] for name in others}
    added = sorted(name.rpartition("/")[0] for name in after.keys() - before.keys())
    assert added == ["xl/tables", "xl/tables", "xl/worksheets", "xl/worksheets/_rels"]


def test_what_was_in_the_changed_parts_stands_there_still() -> None:
    data = rich_workbook()
    before, after = parts_of(data), parts_of(marked(data)[0])
    for name in CHANGED - {"xl/styles.xml"}:
        old, new = before[name].decode(), after[name].decode()
        start = next(n for n in range(len(old)) if old[n] != new[n])
        assert new.endswith(old[start:])


def test_formats_keep_their_numbers() -> None:
    data = rich_workbook()
    before, after = (parts_of(workbook)["xl/styles.xml"] for workbook in (data, marked(data)[0]))
    old, new = (re.findall(rb"<xf [^>]*>", styles.partition(b"<cellXfs")[2]) for styles in (before, after))
    own = old[: len(re.findall(rb"<xf ", before.partition(b"<cellXfs")[2].partition(b"</cellXfs>")[0]))]
    assert new[: len(own)] == own
    assert len(new) > len(old)


def test_the_sheet_says_what_it_was_given_and_leads_to_the_cells() -> None:
    data, name = marked(rich_workbook())
    sheet = load_workbook(BytesIO(data))[name]
    assert sheet["A1"].value == HEAD[0]
    heading = next(cell.row for cell in sheet["A"] if cell.value == "Contract")
    assert [cell.value for cell in sheet[heading]] == list(FINDINGS.headings)
    assert [cell.value for cell in sheet[heading + 1]] == ["A-1", "ontbreekt", "Vul de loonsom in.", 2]
    link = sheet.cell(heading + 1, 1).hyperlink
    assert link is not None
    assert link.location == "'Contracten'!A2"
    text = sheet.cell(heading + 2, 2)
    assert (text.value, text.data_type) == ("=1+1", "s")
    assert sheet.freeze_panes == f"A{heading + 1}"
    assert len(sheet.tables) == 2


@pytest.mark.parametrize(
    ("taken", "free"),
    [(("Contracten",), "Social return"), (("Contracten", "SOCIAL RETURN"), "Social return (2)")],
)
def test_a_name_that_is_taken_gives_the_next_that_is_free(taken: tuple[str, ...], free: str) -> None:
    data, name = marked(rich_workbook(sheets=taken))
    assert name == free
    assert load_workbook(BytesIO(data)).sheetnames == [*taken, free]


def test_a_marked_copy_can_be_marked_again() -> None:
    data, name = marked(marked(rich_workbook())[0])
    workbook = load_workbook(BytesIO(data))
    assert name == "Social return (2)"
    tables = [table for sheet in workbook for table in sheet.tables.values()]
    assert len({table.id for table in tables}) == len({table.displayName for table in tables}) == len(tables) == 5


def test_quotes_and_signs_in_the_name_of_a_sheet() -> None:
    table = AddedTable("T", ("Cel",), (10,), ((Linked("x", "A & 'B'", "A2"),),))
    data, _ = with_sheet(rich_workbook(sheets=("A & 'B'",)), "Social return", HEAD, (table,))
    sheet = load_workbook(BytesIO(data)).worksheets[-1]
    assert sheet["A5"].hyperlink.location == "'A & ''B'''!A2"


def test_a_workbook_that_may_not_be_changed_is_refused_by_name() -> None:
    data = rich_workbook()
    workbook = parts_of(data)["xl/workbook.xml"].decode()
    protected = workbook.replace("<sheets>", '<workbookProtection lockStructure="1"/><sheets>')
    strict = workbook.replace(
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"
    )
    for parts, code in (
        ({"_xmlsignatures/origin.sigs": b""}, "mark_signed"),
        ({"xl/workbook.xml": protected.encode()}, "mark_protected"),
        ({"xl/workbook.xml": strict.encode()}, "mark_strict"),
    ):
        with pytest.raises(NotMarkable) as error:
            marked(with_parts(data, parts))
        assert error.value.code == code


def test_libreoffice_opens_the_copy(libreoffice: Callable[[Path, str], Path], tmp_path: Path) -> None:
    path = tmp_path / "copy.xlsx"
    path.write_bytes(marked((EXAMPLES / "portfolio.xlsx").read_bytes())[0])
    back = load_workbook(libreoffice(path, "xlsx"))
    assert back.sheetnames[-1] == "Social return"
    assert "=1+1" in [cell.value for cell in back["Social return"]["B"]]


def test_a_prefix_that_only_a_sheet_declares_is_declared_again() -> None:
    data = rich_workbook()
    workbook = parts_of(data)["xl/workbook.xml"].decode()
    inner = f'xmlns:r="{RELATIONS}"'
    bare = workbook.replace(f" {inner}", "", 1) if inner in workbook.split(">", 2)[1] else workbook
    own = bare.replace("<sheet ", f"<sheet {inner} ") if inner not in bare else bare
    after = parts_of(marked(with_parts(data, {"xl/workbook.xml": own.encode()}))[0])["xl/workbook.xml"]
    sheets = [one for one in fromstring(after).iter() if one.tag.endswith("}sheet")]  # noqa: S314 - made by ourselves
    assert all(sheet.get(f"{{{RELATIONS}}}id") for sheet in sheets)


@pytest.mark.parametrize(
    "form",
    [form for form in FORMS if form not in {"renamed", "commented"}],  # the library that looks reads no comments
)
def test_in_whatever_order_and_spelling_the_workbook_is_written(form: str) -> None:
    data, name = marked(as_written(rich_workbook(), form))
    workbook = load_workbook(BytesIO(data))
    assert workbook.sheetnames == ["Contracten", name]
    assert "A-1" in [cell.value for cell in workbook[name]["A"]]
    kinds = fromstring(parts_of(data)["[Content_Types].xml"])  # noqa: S314 - made by ourselves
    overrides = {one.get("PartName") for one in kinds if one.tag == OVERRIDE}
    assert "/xl/worksheets/sheet2.xml" in overrides
    below = Below("Contracten", 1, 3)
    rows = load_workbook(BytesIO(with_rows(as_written(rich_workbook(), form), below, [{"A": "A-3", "B": 5}])))
    assert [cell.value for cell in rows["Contracten"]["A"]] == ["Contractnummer", "A-1", "A-2", "A-3"]
    assert rows["Contracten"].tables["Eigen"].ref == "A1:C4"
