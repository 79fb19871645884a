"""An amount for a year or a month where the whole is asked: never proposed as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from srtool.readers import register
from srtool.readers.unread import remarks
from srtool.register.model import RegisterFile
from srtool.texts.say import problem

START, END = date(2024, 1, 1), date(2025, 12, 31)


def read(folder: Path, heading: str, *rows: Sequence[object]) -> RegisterFile:
    book: Any = Workbook()
    book.active.title = "Contracten"
    book.active.append(["Contractnummer", "Omschrijving", heading, "Ingangsdatum", "Einddatum"])
    for n, row in enumerate(rows, start=1):
        book.active.append([f"C-{n}", "Schoonmaak", *row])
    book.save(folder / "r.xlsx")
    return register.read(folder / "r.xlsx")


@pytest.mark.parametrize(
    ("cell", "total"),
    [
        ("2.500.000 p.j.", "5000000"),
        ("€ 100.000 per jaar", "200000"),
        ("1,5 mln per jaar", "3000000"),
        ("€ 1.000 per maand", "24000"),
        ("ca. 1.000,00 p/m", "24000"),
        ("€ 75 per uur", None),
    ],
)
@pytest.mark.parametrize("heading", ["Opdrachtwaarde", "Raming"])
def test_what_a_price_comes_to_over_the_term_is_proposed(
    tmp_path: Path, heading: str, cell: str, total: str | None
) -> None:
    (unread,) = read(tmp_path, heading, [cell, START, END]).unread
    assert unread.proposed == (None if total is None else Decimal(total))


@pytest.mark.parametrize("end", [None, "onbepaald", "eind volgend jaar"])
def test_without_a_term_nothing_is_proposed(tmp_path: Path, end: object) -> None:
    cells = {cell.key: cell for cell in read(tmp_path, "Opdrachtwaarde", ["2.500.000 p.j.", START, end]).unread}
    assert cells["contract_value"].proposed is None


def test_each_term_gets_its_own_proposal(tmp_path: Path) -> None:
    rows = [["100.000,00 p.j.", START, END], ["100.000,00 p.j.", START, date(2026, 12, 31)]]
    register_file = read(tmp_path, "Opdrachtwaarde", *rows)
    told = [problem("nl", one) for one in remarks(register_file.unread)]
    assert ["200.000,00" in line for line in told] == [True, False]
    assert ["300.000,00" in line for line in told] == [False, True]
    assert all("Waarde per jaar" in line and "Bedoelt u" not in line for line in told)


def test_other_amounts_get_no_proposal_of_a_part(tmp_path: Path) -> None:
    for heading in ("Loonsom", "Verplichting bedrag"):
        (unread,) = read(tmp_path, heading, ["2.500.000 p.j.", START, END]).unread
        assert (unread.why, unread.proposed) == ("amount_period", None)


@pytest.mark.parametrize(
    ("heading", "key", "cell"),
    [
        ("Waarde per jaar", "value_per_year", "€ 2.500 per jaar"),
        ("Waarde per jaar", "value_per_year", "2.500,00 p.j."),
        ("Waarde per maand", "value_per_month", "€ 2.500 p.m."),
    ],
)
def test_in_its_own_column_it_is_what_is_asked(tmp_path: Path, heading: str, key: str, cell: str) -> None:
    register_file = read(tmp_path, heading, [cell, START, END])
    assert getattr(register_file.register.contracts[0], key) == 2500
    assert not register_file.unread
    assert "value_derived" in {remark.code for remark in register_file.remarks}


def test_a_price_of_the_other_period_is_not(tmp_path: Path) -> None:
    (unread,) = read(tmp_path, "Waarde per jaar", ["€ 2.500 p.m.", START, END]).unread
    assert (unread.why, unread.proposed) == ("amount_other_period", None)
