"""The organisation in a title: it decides which policy holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from srtool.readers import register
from srtool.readers.excel.title import organisation_in


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Gemeente Voorbeeldrecht - Contractenregister", "Gemeente Voorbeeldrecht"),
        ("Contractenregister gemeente Voorbeeld aan de IJssel", "gemeente Voorbeeld aan de IJssel"),
        ("Gemeente Voorbeeldrecht contracten 2026", "Gemeente Voorbeeldrecht"),
        ("Waterschap Voorbeeldland, stand 1 januari 2026", "Waterschap Voorbeeldland"),
        ("Ministerie van Voorbeelden | inkoop", "Ministerie van Voorbeelden"),
        ("Contracten van de gemeente", None),
        ("Contractenregister", None),
        ("gemeentelijke gebouwen", None),
        ("Stand per 1 januari 2026", None),
    ],
)
def test_a_title_names_an_organisation(title: str, name: str | None) -> None:
    assert organisation_in(title) == name


def _register(path: Path, *, own: str | None) -> Path:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["Gemeente Voorbeeldrecht - Contracten"])
    sheet.append(["Contractnummer", "Titel", "Leverancier", *([] if own is None else ["Aanbestedende dienst"])])
    sheet.append(["C-1", "Schoonmaak", "Glans B.V.", *([] if own is None else [own])])
    workbook.save(path)
    return path


def test_it_is_the_organisation_of_every_contract_below_and_said(tmp_path: Path) -> None:
    read = register.read(_register(tmp_path / "r.xlsx", own=None), {})
    assert [one.authority for one in read.register.contracts] == ["Gemeente Voorbeeldrecht"]
    assert str(read.rows["contracts"][0].at("authority")).endswith("!A1")
    assert "authority_in_title" in {remark.code for remark in read.remarks}


def test_a_column_goes_before_a_title(tmp_path: Path) -> None:
    read = register.read(_register(tmp_path / "r.xlsx", own="Ministerie van Voorbeelden"), {})
    assert [one.authority for one in read.register.contracts] == ["Ministerie van Voorbeelden"]
    assert "authority_in_title" not in {remark.code for remark in read.remarks}
