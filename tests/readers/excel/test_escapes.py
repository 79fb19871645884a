"""Signs as Excel stores them: `_x000D_` is a line break, and `_x005F_x000D_` the text that looks like one."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from srtool.readers.excel import from_excel
from srtool.readers.raw import RawRegister
from tests.support.workbook_parts import add_shared_texts, rewrite

# The same text may stand in the table of texts, in the cell itself, or as what a formula gave.
_SHARED = "s"
_IN_THE_CELL = "inlineStr"
_COMPUTED = "str"


@pytest.mark.parametrize("where", [_SHARED, _IN_THE_CELL, _COMPUTED])
@pytest.mark.parametrize("percent", [False, True], ids=["values", "cells"])
def test_headings_titles_and_values_are_read_as_they_were_typed(tmp_path: Path, where: str, *, percent: bool) -> None:
    texts = {
        "a": "Contract_x000D_\nnummer",
        "b": "Titel_x000D_",
        "c": "Opdracht_x000A_nemer",
        "d": "A_x005F_x000D_",
        "e": "Schoonmaak_x000D_\nen glas",
        "f": "_x0047_lans x005F_ BV",
    }
    register = _read(tmp_path / "register.xlsx", texts, where, percent=percent)
    assert register.problems == []
    (record,) = register.tables["contracts"].records
    assert (record["id"], record["title"], record["supplier"]) == (
        "A_x000D_",
        "Schoonmaak\nen glas",
        "Glans x005F_ BV",
    )
    assert not [remark for remark in register.remarks if remark.code == "columns_unknown"]


def _read(path: Path, texts: dict[str, str], where: str, *, percent: bool) -> RawRegister:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Contracten"
    sheet.append([*"abc", *(["labour_share"] if percent else [])])
    sheet.append([*"def", *([50] if percent else [])])
    workbook.save(path)
    rewrite(path, "xl/worksheets/sheet1.xml", lambda xml: _in_cells(xml, list(texts.items()), where))
    add_shared_texts(path, "".join(f"<si><t>{text}</t></si>" for text in texts.values()))
    return from_excel.read(path.read_bytes(), path.name, {})


def _in_cells(xml: str, texts: list[tuple[str, str]], where: str) -> str:
    """The sheet with these texts in the cells that hold a letter."""
    for number, (letter, text) in enumerate(texts):
        old = f' t="inlineStr"><is><t>{letter}</t></is>'
        assert old in xml
        inner = {
            _SHARED: f"<v>{number}</v>",
            _IN_THE_CELL: f"<is><t>{text}</t></is>",
            _COMPUTED: f"<f>A9</f><v>{text}</v>",
        }
        xml = xml.replace(old, f' t="{where}">{inner[where]}')
    return xml
