"""A percentage that is written as a fraction: as a number, as text and in a CSV, under every heading of percentages."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from srtool.readers import register
from srtool.register.model import Contract, RegisterFile

HEADINGS = {"Arbeidscomponent": "labour_share", "Social return %": "percent", "SROI": "percent"}


def read(folder: Path, heading: str, *cells: object, formats: dict[int, str] | None = None) -> RegisterFile:
    book: Any = Workbook()
    book.active.title = "Contracten"
    book.active.append(["Contractnummer", "Omschrijving", heading])
    for n, cell in enumerate(cells, start=1):
        book.active.append([f"C-{n}", "Schoonmaak", cell])
        if formats and n in formats:
            book.active.cell(n + 1, 3).number_format = formats[n]
    book.save(folder / "r.xlsx")
    return register.read(folder / "r.xlsx")


def read_csv(folder: Path, heading: str, *cells: str) -> RegisterFile:
    lines = [f"Contractnummer;Omschrijving;{heading}", *(f"C-{n};Schoon;{cell}" for n, cell in enumerate(cells))]
    (folder / "r.csv").write_text("\n".join(lines), encoding="utf-8")
    return register.read(folder / "r.csv")


def percents(register_file: RegisterFile, heading: str) -> list[Decimal | None]:
    return [_percent(contract, heading) for contract in register_file.register.contracts]


def _percent(contract: Contract, heading: str) -> Decimal | None:
    return contract.labour_share if heading == "Arbeidscomponent" else contract.social_return.percent


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize(
    ("cell", "proposed"), [("0,6", "60"), ("0.05", "5"), (" ,5 ", "50"), ("0,055", "5.5"), (0.6, "60")]
)
def test_a_fraction_is_asked_about_in_every_kind_of_cell(
    tmp_path: Path, heading: str, cell: object, proposed: str
) -> None:
    register_file = read(tmp_path, heading, cell, "5")
    assert percents(register_file, heading) == [None, Decimal(5)]
    (unread,) = register_file.unread
    assert unread.why in {"percent_share", "demand_share"}
    assert Decimal(str(unread.proposed)) == Decimal(proposed)


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_fraction_in_a_csv_is_asked_about(tmp_path: Path, heading: str) -> None:
    register_file = read_csv(tmp_path, heading, "0,6", "0,05")
    assert percents(register_file, heading) == [None, None]
    assert [unread.proposed for unread in register_file.unread] == [Decimal(60), Decimal(5)]


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("cell", ["0,5%", "0.5 %"])
def test_with_its_sign_it_says_itself_what_it_is(tmp_path: Path, heading: str, cell: str) -> None:
    register_file = read(tmp_path, heading, cell)
    assert percents(register_file, heading) == [Decimal("0.5")]
    assert not register_file.unread


@pytest.mark.parametrize("one", [1, 1.0, "1", "1,0"])
@pytest.mark.parametrize("others", [("0,6", "0,35"), (0.6, 0.35)])
def test_a_one_among_fractions_may_be_the_whole(tmp_path: Path, one: object, others: tuple[object, ...]) -> None:
    register_file = read(tmp_path, "Arbeidscomponent", one, *others)
    assert [unread.proposed for unread in register_file.unread] == [Decimal(100), Decimal(60), Decimal(35)]


@pytest.mark.parametrize("one", [1, "1"])
def test_a_one_among_percentages_is_one_percent(tmp_path: Path, one: object) -> None:
    register_file = read(tmp_path, "Arbeidscomponent", one, 0.6, "60", "0,5%", formats={2: "0%"})
    assert percents(register_file, "Arbeidscomponent") == [Decimal(1), Decimal(60), Decimal(60), Decimal("0.5")]


def test_nothing_asked_is_nothing_asked(tmp_path: Path) -> None:
    assert percents(read(tmp_path, "Social return %", "0", "0,0"), "Social return %") == [Decimal(0), Decimal(0)]
