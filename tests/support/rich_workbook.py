"""Workbooks that hold what a library drops when it saves: charts, comments, macros, pictures, pivots, names."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table


def rich_workbook(*, sheets: tuple[str, ...] = ("Contracten",)) -> bytes:
    """A workbook with a chart, a comment, a table, a name, and parts that only another program understands."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for title in sheets:
        sheet = workbook.create_sheet(title)
        for row in (("Contractnummer", "Waarde", "Titel"), ("A-1", 250000, "Post"), ("A-2", 400000, "Zorg")):
            sheet.append(row)
        sheet["A2"].comment = Comment("Let op", "inkoop")
    first = workbook.worksheets[0]
    first.add_table(Table(displayName="Eigen", ref="A1:C3"))
    chart = BarChart()
    chart.add_data(Reference(first, min_col=2, min_row=1, max_row=3), titles_from_data=True)
    first.add_chart(chart, "D2")
    workbook.defined_names["Waarden"] = DefinedName("Waarden", attr_text=f"'{first.title}'!$B$2:$B$3")
    stream = BytesIO()
    workbook.save(stream)
    others = {
        "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 macro",
        "xl/media/image1.png": b"\x89PNG\r\n\x1a\n picture",
        "xl/pivotCache/pivotCacheDefinition1.xml": b"<pivotCacheDefinition/>",
        "xl/slicers/slicer1.xml": b"<slicers/>",
    }
    return with_parts(stream.getvalue(), others)


def with_parts(data: bytes, parts: dict[str, bytes]) -> bytes:
    """The archive with these parts added, or replaced where they were there."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(name, parts.get(name, before.read(name)))
        for name in parts.keys() - set(before.namelist()):
            after.writestr(name, parts[name])
    return out.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """Every part of an archive by its name."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
