"""A number that nothing is worth, in whatever column of a sheet it stands, is not read and never stops a command."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.support.program import printed

_HEAD = [
    *("Contractnummer", "Naam contract", "Opdrachtwaarde", "Arbeidscomponent", "SROI", "Looptijd", "Opties"),
    *("Looptijd in maanden", "Ingangsdatum", "Einddatum", "CPV-code", "Status", "Verplichting %", "Aantal personen"),
    *("Onbekende kolom", "Opdrachtnemer", "Waarde per jaar", "Bedrag 2026"),
]


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
