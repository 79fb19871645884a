"""A number that nothing is worth, in whatever column of a sheet it stands, is not read and never stops a command."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from tests.support.program import printed

_HEAD = [
    *("Contractnummer", "Naam contract", "Opdrachtwaarde", "Arbeidscomponent", "SROI", "Looptijd", "Opties"),
    *("Looptijd in maanden", "Ingangsdatum", "Einddatum", "CPV-code", "Status", "Verplichting %", "Aantal personen"),
    *("Onbekende kolom", "Opdrachtnemer", "Waarde per jaar", "Bedrag 2026"),
]


def _with(path: Path, written: str) -> None:
    """Puts this number in the place of the one that stands for it, as another program may write it."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace(b"<v>424242</v>", f"<v>{written}</v>".encode()))


@pytest.mark.parametrize("number", ["NaN", "INF", "-INF", "1e400", "-1e400"])
def test_what_is_no_number_is_not_read(number: str, tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    for heading in _HEAD[1:]:
        for style in ("General", "0%"):
            workbook = Workbook()
            sheet = workbook.worksheets[0]
            sheet.title = "Contracten"
            sheet.append([*_HEAD])
            sheet.append(["A", *(424242 if heading == each else None for each in _HEAD[1:])])
            sheet.append(["B", "Catering", 500000, *[None] * (len(_HEAD) - 3)])
            sheet.cell(2, _HEAD.index(heading) + 1).number_format = style
            workbook.save(path)
            _with(path, number)
            for command in ("check", "inspect"):
                run = printed([command, str(path), "--on", "2026-11-22", "--format", "json"])
                assert run.code in {0, 1}, (heading, style, command, run.stderr)


@pytest.mark.parametrize("value", [1e300, -1e300, 1e28, 1e29, 9.9e15, 1e-300, 123456789012345678])
def test_a_number_beyond_all_measure_is_not_read(value: float, tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"
    for heading in _HEAD[1:]:
        workbook = Workbook()
        sheet = workbook.worksheets[0]
        sheet.title = "Contracten"
        sheet.append([*_HEAD])
        sheet.append(["A", *(value if heading == each else None for each in _HEAD[1:])])
        sheet.append(["B", "Catering", 500000, *[None] * (len(_HEAD) - 3)])
        workbook.save(path)
        for command in ("check", "inspect"):
            run = printed([command, str(path), "--on", "2026-11-22", "--format", "json"])
            assert run.code in {0, 1}, (heading, command, run.stderr)
