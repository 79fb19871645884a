"""A copy that `check --mark` made is read as the register that it is a copy of, and beside that register only once."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.support.program import Printed, printed

HEAD = "Contractnummer;Omschrijving;Leverancier;Soort;Loonsom;SROI %;Grondslag;Ingangsdatum;Einddatum\n"
LINE = "{};{};Firma {};diensten;400000;5;loonsom;1-1-2025;31-12-2027\n"
COMMON = ["--on", "2026-11-22", "--fail-on", "never"]


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    """A folder with a register of two sheets and the copy of it."""
    book: Any = load_workbook(_first_register(tmp_path))
    book.create_sheet("2024").append(["Zaaknummer", "Omschrijving", "Leverancier", "Soort", "Loonsom"])
    book["2024"].append(["A-2", "Post", "Firma B", "diensten", 90_000])
    book.save(tmp_path / "register.xlsx")
    return tmp_path


def _first_register(folder: Path) -> Path:
    book: Any = Workbook()
    book.active.title = "2025"
    book.active.append(["Zaaknummer", "Omschrijving", "Leverancier", "Soort", "Loonsom"])
    book.active.append(["A-1", "Schoonmaak", "Firma A", "diensten", 400_000])
    book.save(folder / "register.xlsx")
    return folder / "register.xlsx"


def mark(folder: Path, *options: str) -> Path:
    run = printed(["check", str(folder / "register.xlsx"), "--mark", str(folder / "kopie.xlsx"), *options, *COMMON])
    assert run.code == 0, run.stderr
    return folder / "kopie.xlsx"


def ids(run: Printed) -> list[str]:
    return [one["id"] for one in json.loads(run.stdout)["contracts"]]


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("name", [None, "Social return 2", "Blad3"])
@pytest.mark.parametrize("is_bare", [False, True])
def test_a_marked_copy_is_read_as_its_register(marked: Path, lang: str, name: str | None, *, is_bare: bool) -> None:
    path = mark(marked, "--lang", lang)
    book = load_workbook(path)
    if name:
        book["Social return"].title = name
    if is_bare:
        book[name or "Social return"].delete_rows(1)
    book.save(path)
    run = printed(["check", str(path), "--format", "json", *COMMON])
    assert ids(run) == ["A-1", "A-2"]
    assert run.stderr.count("--mark") == 1


def test_a_folder_with_a_register_and_its_marked_copy_counts_once(marked: Path) -> None:
    mark(marked)
    run = printed(["check", str(marked), "--format", "json", *COMMON])
    assert ids(run) == ["A-1", "A-2"]
    assert "kopie.xlsx" in run.stderr
    assert "register.xlsx" in run.stderr


def test_a_marked_copy_in_which_something_was_changed_is_read_beside_it_and_said(marked: Path) -> None:
    path = mark(marked)
    book: Any = load_workbook(path)
    book["2025"]["E2"] = 500_000
    book.save(path)
    run = printed(["check", str(marked), "--format", "json", "--lang", "nl", *COMMON])
    assert len(ids(run)) == 4
    assert "tellen nu dubbel" in run.stderr


def test_the_same_contracts_in_two_files_are_said_and_others_of_that_number_are_not(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(HEAD + LINE.format("C-1", "Schoon", "A") + LINE.format("C-2", "Post", "B"))
    copy(tmp_path / "a.csv", tmp_path / "b.csv")
    (tmp_path / "c.csv").write_text(HEAD + LINE.format("C-1", "Groen", "A"))
    run = printed(["check", *(str(tmp_path / name) for name in ("a.csv", "b.csv", "c.csv")), "--lang", "en", *COMMON])
    (line,) = [line for line in run.stderr.splitlines() if "count twice" in line]
    assert line.startswith("b.csv: the same number and name as in a.csv: C-1, C-2 (2 together)")
