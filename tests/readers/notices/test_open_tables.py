"""Published tables as registers: known by their headings, and told from what an organisation keeps for itself."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from srtool.cli.program import run
from srtool.readers import register
from srtool.readers.notices.open_tables import is_open_table
from tests.support.notices.table_maker import HEADINGS, ROW, as_csv, write_workbook

OLDER = {
    "ID publicatie": "Id publicatie",
    "Officiële naam Aanbestedende dienst": "Naam Aanbestedende dienst",
    "Officiële benaming": "Naam gegunde ondernemer",
}
RIJK = (
    "Contractnummer;Contractnaam;Kvk Nr Leverancier;Aantal Unieke Deelnemers;Startdatum;Einddatum\r\n"
    "R-1;Koffie en thee voor cafés;9155985;12;01-01-2025;31-12-2028\r\n"
)


def _table(folder: Path, kind: str) -> Path:
    path = folder / f"tabel{kind}"
    if kind == ".xlsx":
        write_workbook(path, [ROW])
    else:
        path.write_bytes(as_csv([ROW]))
    return path


@pytest.mark.parametrize("kind", [".xlsx", ".csv"])
def test_every_command_reads_the_table_of_tenderned(
    tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _table(tmp_path, kind)
    contract = register.read(path).register.contracts[0]
    assert (contract.id, contract.status, contract.supplier) == ("301234", "awarded", "10000003")
    run(["check", str(path), "--on", "2026-11-28"])
    assert "301234" in capsys.readouterr().out
    for command in ("monitor", "inspect", "bundle"):
        assert run([command, str(path), "--on", "2026-11-28"]) in {0, 1}
        assert path.name in capsys.readouterr().out


@pytest.mark.parametrize("kind", [".xlsx", ".csv"])
def test_a_table_is_converted_with_the_choice_of_status_and_day(
    tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "register.toml"
    path = _table(tmp_path, kind)
    assert run(["convert", str(path), str(target), "--status", "awarded", "--since", "2026-01-01"]) == 0
    assert register.read(target).register == register.read(path).register
    capsys.readouterr()


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_older_editions_are_known_in_any_encoding(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "dataset.csv"
    headings = [OLDER.get(heading, heading) for heading in HEADINGS]
    row = {OLDER.get(heading, heading): value for heading, value in ROW.items()}
    path.write_bytes(as_csv([row], headings, encoding, delimiter))
    assert is_open_table(path)


def test_the_register_of_the_rijk_is_a_register(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "rijkscontracten.csv"
    path.write_bytes(RIJK.encode("cp1252"))
    contract = register.read(path).register.contracts[0]
    assert (contract.title, contract.supplier) == ("Koffie en thee voor cafés", "09155985")  # not the number 9155985
    assert run(["check", str(path), "--on", "2026-11-28", "--lang", "nl", "--fail-on", "never"]) == 0
    assert "09155985" in capsys.readouterr().err


OWN = {
    "own_register": ["Contractnummer", "Contractnaam", "KvK nummer leverancier", "Startdatum"],
    "with_copied_columns": [*HEADINGS, "Contractmanager"],
    "publications_only": ["ID publicatie", "Naam Aanbestedende dienst", "Contractnaam"],
    "nothing": [],
}


@pytest.mark.parametrize("headings", OWN.values(), ids=list(OWN))
def test_a_register_of_ones_own_is_none(tmp_path: Path, headings: list[str]) -> None:
    text = tmp_path / "register.csv"
    text.write_bytes(as_csv([], headings))
    book = tmp_path / "register.xlsx"
    workbook = Workbook()
    workbook.worksheets[0].append(headings)
    workbook.save(book)
    assert not is_open_table(text)
    assert not is_open_table(book)


def test_what_cannot_be_looked_at_is_left_to_the_readers_of_sheets(tmp_path: Path) -> None:
    for name in ("broken.xlsx", "nul.csv"):
        (tmp_path / name).write_bytes(b"PK\x03\x04 ID publicatie \0")
        assert not is_open_table(tmp_path / name)
    with ZipFile(tmp_path / "empty.xlsx", "w"):
        pass
    assert not is_open_table(tmp_path / "empty.xlsx")
    assert not is_open_table(tmp_path / "absent.xlsx")
