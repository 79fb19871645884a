"""What is said of a cell that is not read: of a sheet in its own terms, and of what may not be shown without quotes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from srtool.readers import register
from srtool.readers.unread import remarks
from srtool.readers.values.amounts import amount_of
from srtool.readers.values.reading import Unread
from srtool.register.model import RegisterFile
from srtool.texts import LANGUAGES, Lang, words
from srtool.texts.say import number, problem

HEAD = ["Contractnummer", "Omschrijving"]


def read(folder: Path, cells: dict[str, object], efforts: dict[str, object] | None = None) -> RegisterFile:
    book: Any = Workbook()
    book.active.title = "Contracten"
    book.active.append([*HEAD, *cells])
    book.active.append(["C-1", "Schoonmaak", *cells.values()])
    if efforts is not None:
        needed = {"Nummer": "E-1", "Contractnummer": "C-1", "Soort inspanning": "plaatsing"}
        sheet = book.create_sheet("Inspanningen")
        sheet.append([*needed, *efforts])
        sheet.append([*needed.values(), *efforts.values()])
    book.save(folder / "r.xlsx")
    return register.read(folder / "r.xlsx")


def told(register_file: RegisterFile, lang: Lang) -> list[str]:
    return [problem(lang, one) for one in remarks(register_file.unread)]


@pytest.mark.parametrize(
    ("cell", "shown", "cents"),
    [
        (1234567.891, "1.234.567,891", "1234567.89"),
        (100000 / 3, "33.333,3333333", "33333.33"),
        (0.005, "0,005", "0.01"),
    ],
)
def test_the_result_of_a_formula_is_proposed_in_whole_cents(
    tmp_path: Path, cell: float, shown: str, cents: str
) -> None:
    register_file = read(tmp_path, {"Opdrachtwaarde": cell})
    assert [one.proposed for one in register_file.unread] == [Decimal(cents)]
    (line,) = told(register_file, "nl")
    assert shown in line
    assert f"Bedoelt u {number('nl', Decimal(cents))}?" in line


@pytest.mark.parametrize("cell", [0.1 + 0.2, 1234567.890000000001, 33333.33])
def test_what_is_within_a_millionth_of_a_cent_is_read(tmp_path: Path, cell: float) -> None:
    assert not read(tmp_path, {"Opdrachtwaarde": cell}).unread


@pytest.mark.parametrize(
    ("text", "proposed"),
    [("1234567,891", "1234567.89"), ("1234567.8911", "1234567.89"), ("1.234,567", None), ("12,3456", None)],
)
def test_in_text_only_what_cannot_be_thousands(text: str, proposed: str | None) -> None:
    assert amount_of(text) == Unread("amount_decimals", None if proposed is None else Decimal(proposed))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_days_that_contradict_each_other_are_written_as_days(tmp_path: Path, lang: Lang) -> None:
    days: dict[str, object] = {"Ingangsdatum": date(2025, 2, 1), "Einddatum": date(2025, 1, 1)}
    lines = told(read(tmp_path, days), lang)
    day = {"nl": ("1 februari 2025", "1 januari 2025"), "en": ("1 February 2025", "1 January 2025")}[lang]
    assert [name in line for name, line in zip(day, lines, strict=True)] == [True, True]
    assert "2025-0" not in "".join(lines)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_may_not_be_shown_is_not_between_quotation_marks(tmp_path: Path, lang: Lang) -> None:
    efforts: dict[str, object] = {"Bedrag": "ca. 5.000", "Voltijd": "soms", "Begindatum": "binnenkort"}
    lines = told(read(tmp_path, {"Opdrachtwaarde": 1}, efforts), lang)
    hidden = words(lang, "problems")["hidden"]
    assert len(lines) == len(efforts)
    for line in lines:
        *_, why = line.split("): ")
        assert hidden in why
        assert not set(why.partition(hidden)[0] + why.partition(hidden)[2][:1]) & set("\u2018\u2019")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("heading", ["Arbeidscomponent", "Verplichting uren", "Aantal personen", "Ingangsdatum"])
def test_of_a_cell_nothing_is_said_of_toml(tmp_path: Path, lang: Lang, heading: str) -> None:
    lines = told(read(tmp_path, {heading: "veel"}), lang)
    assert lines
    assert not [line for line in lines if "TOML" in line or "2026-" in line or (lang == "nl" and "5.5" in line)]
