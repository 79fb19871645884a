"""No name of the model in what a reader of a sheet is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from srtool.texts import LANGUAGES
from srtool.texts.sheet_terms import in_sheet_terms
from tests.support.paths import EXAMPLES
from tests.support.program import printed

PORTFOLIO = str(EXAMPLES / "portfolio.xlsx")
ON = ("--on", "2026-11-22")
_IDENTIFIER = re.compile(r"(?<![\w./:-])[a-z]+_[a-z_]+\b|\b[a-z_]+\.[a-z]+_[a-z_]+\b")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Vul de loonsom (wage_sum) in.", "Vul de loonsom (kolom 'Loonsom') in."),
        ("Noem de opdrachtgever (client).", "Noem de opdrachtgever (kolom 'Opdrachtgever')."),
        ("Het hoort in social_return.motivation.", "Het hoort in kolom 'Motivering'."),
        ("Leg het vast in exemptions.", "Leg het vast in blad 'Afwijkingen'."),
        ("Kies met --rule-set of rule_set.", "Kies met --rule-set of kolom 'Regeling'."),
        ("Het {wage_sum} van {contract_value}.", "Het {wage_sum} van {contract_value}."),
        ("De client (opdrachtgever) en start.", "De client (opdrachtgever) en start."),
    ],
)
def test_a_key_is_called_as_its_column(text: str, told: str) -> None:
    assert re.sub(r"'([^'(]*?) ?(\([^)]*\))?'", r"'\1'", in_sheet_terms("nl", text)) == told


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "command", [("check", "--full"), ("check",), ("check", "--full", "--format", "csv"), ("monitor",), ("bundle",)]
)
def test_what_is_printed_about_a_sheet_names_no_key(command: tuple[str, ...], lang: str) -> None:
    result = printed([command[0], PORTFOLIO, *command[1:], *ON, "--lang", lang, "--fail-on", "never"])
    assert result.code == 0
    assert not _IDENTIFIER.findall(result.stdout)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_stands_in_the_overview_names_no_key(tmp_path: Path, lang: str) -> None:
    out = tmp_path / "overview.xlsx"
    assert printed(["report", PORTFOLIO, "--out", str(out), *ON, "--lang", lang, "--quiet"]).code == 0
    texts = (
        str(cell.value)
        for sheet in load_workbook(out)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "s" and "://" not in str(cell.value)
    )
    assert not [found for text in texts for found in _IDENTIFIER.findall(text)]


def test_a_reader_of_toml_is_told_the_key() -> None:
    result = printed(["check", str(EXAMPLES / "tender.toml"), "--lang", "nl", *ON, "--select", "SR2,SR3", "--why"])
    assert "kolom '" not in result.stdout
