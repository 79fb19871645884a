"""Every command that takes a register takes every kind of file with sheets, whatever its name says."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copy

import pytest

from srtool.cli.run import exit_code
from tests.support.program import printed

REGISTERS = Path(__file__).parents[1] / "readers" / "registers"
KINDS = ("11-gewoon.xlsx", "11-gewoon.xls", "11-gewoon.ods", "11-csv-windows1252-puntkomma.csv")
ON = ("--on", "2026-11-22")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "command",
    [
        ("check", "--fail-on", "never"),
        ("bundle",),
        ("monitor", "--fail-on", "never"),
    ],
    ids=lambda command: command[0],
)
def test_a_command_reads_it(kind: str, command: tuple[str, ...]) -> None:
    run = printed([*command, str(REGISTERS / kind), *ON, "--format", "json"])
    assert run.code == 0, run.stderr
    assert json.loads(run.stdout)["receipt"]["inputs"][0]["name"] == kind


def test_what_a_kind_of_file_cannot_tell_is_asked() -> None:
    """An .xls does not say to the reader that 0.05 is shown as 5%."""
    run = printed(["check", str(REGISTERS / "11-gewoon.xls"), *ON, "--fail-on", "never", "--format", "json"])
    (group,) = json.loads(run.stdout)["unread"]
    assert (group["word"], group["proposed"], group["count"]) == ("0.05", "5", 3)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.endswith(".xls")])
def test_it_is_converted(kind: str, tmp_path: Path) -> None:
    run = printed(["convert", str(REGISTERS / kind), str(tmp_path / "register.toml")])
    assert run.code == 0, run.stderr
    again = printed(["check", str(tmp_path / "register.toml"), *ON, "--fail-on", "never", "--format", "csv"])
    first = printed(["check", str(REGISTERS / kind), *ON, "--fail-on", "never", "--format", "csv"])
    assert again.stdout.count("\n") == first.stdout.count("\n")


@pytest.mark.parametrize("kind", KINDS)
def test_a_report_is_made_of_it(kind: str, tmp_path: Path) -> None:
    run = printed(["report", str(REGISTERS / kind), *ON, "--out", str(tmp_path / "overview.xlsx")])
    assert run.code == 0, run.stderr
    assert (tmp_path / "overview.xlsx").stat().st_size


def test_the_content_tells_and_not_the_name(tmp_path: Path) -> None:
    for kind, name in zip(KINDS, ("a.csv", "b.xlsx", "c.xls", "d.ods"), strict=True):
        copy(REGISTERS / kind, tmp_path / name)
        run = printed(["check", str(tmp_path / name), *ON, "--fail-on", "never", "--format", "json"])
        assert [contract["id"] for contract in json.loads(run.stdout)["contracts"]] == ["P-1", "P-2", "P-3"]


def test_a_workbook_under_an_unknown_name_is_read_and_a_text_is_not(tmp_path: Path) -> None:
    copy(REGISTERS / KINDS[0], tmp_path / "register.bak")
    assert printed(["check", str(tmp_path / "register.bak"), *ON, "--fail-on", "never"]).code == 0
    copy(REGISTERS / KINDS[3], tmp_path / "register.log")
    run = printed(["check", str(tmp_path / "register.log"), *ON])
    assert (run.code, "is not read" in run.stderr) == (2, True)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<html><table><tr><td>id</td></tr></table></html>", "web page"),
        (b"", "empty"),
        (b"PK\x03\x04 cut off", "cannot be read"),
    ],
)
@pytest.mark.parametrize("suffix", [".csv", ".xls", ".xlsx", ".ods"])
def test_what_is_no_table_is_said(tmp_path: Path, content: bytes, said: str, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(content)
    run = printed(["check", str(path), *ON])
    assert (run.code, said in run.stderr) == (3, True), run.stderr


def test_what_could_not_be_read_is_in_the_answer(tmp_path: Path) -> None:
    register = str(REGISTERS / "p10-one-unknown-word.xlsx")
    run = printed(["check", register, *ON, "--fail-on", "error", "--format", "json"])
    answer = json.loads(run.stdout)
    assert [contract["id"] for contract in answer["contracts"]] == ["C-1", "C-2", "C-3", "C-4"]
    assert [(group["word"], group["field"], group["count"], group["first"]) for group in answer["unread"]] == [
        ("Verlengd", "status", 1, "p10-one-unknown-word.xlsx: Contracten!H3"),
        ("Opgezegd", "status", 1, "p10-one-unknown-word.xlsx: Contracten!H4"),
        ("In optiejaar", "status", 1, "p10-one-unknown-word.xlsx: Contracten!H5"),
    ]
    assert "Verlengd" in run.stderr
    converted = printed(["convert", register, str(tmp_path / "register.toml")])
    assert (converted.code, (tmp_path / "register.toml").exists()) == (3, False)
    assert "Verlengd" in converted.stderr


def test_strictly_an_unread_cell_counts() -> None:
    assert exit_code([], "error", strict=True, unread_cells=True) == 1
    assert exit_code([], "error", strict=False, unread_cells=True) == 0
    assert exit_code([], "never", strict=True, unread_cells=True) == 0


ELSEWHERE = """
[[contracts]]
id = "NO-7"
title = "Inhuur"
kind = "services"
status = "running"
supplier = "Alfa B.V."
part_of = "ROK-1"
contract_value = 300_000
start = 2026-01-01
end = 2026-12-31

[[efforts]]
id = "E-1"
contract = "NO-7"
kind = "purchase"
amount = 500
"""


@pytest.mark.parametrize("command", ["check", "bundle", "monitor"])
def test_a_parent_may_be_kept_elsewhere(tmp_path: Path, command: str) -> None:
    path = tmp_path / "register.toml"
    path.write_text(ELSEWHERE, encoding="utf-8")
    run = printed([command, str(path), *ON, "--fail-on", "never"])
    assert run.code == 0, run.stderr
    assert "ROK-1" in run.stderr


def test_a_report_on_a_parent_elsewhere_is_made(tmp_path: Path) -> None:
    path = tmp_path / "register.toml"
    path.write_text(ELSEWHERE, encoding="utf-8")
    run = printed(["report", str(path), *ON, "--out", str(tmp_path / "overview.xlsx")])
    assert run.code == 0, run.stderr


def test_a_day_that_contradicts_another_is_left_open_in_a_sheet(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    head = "Contractnummer;Omschrijving;Ingangsdatum;Einddatum;Uiterste einddatum\n"
    path.write_text(head + "A;T;2026-01-01;2025-01-01;\nB;T;2026-01-01;2027-01-01;2026-06-01\n", encoding="utf-8")
    run = printed(["check", str(path), *ON, "--fail-on", "never", "--format", "json"])
    groups = json.loads(run.stdout)["unread"]
    assert [(group["field"], group["first"]) for group in groups] == [
        ("start", "register.csv: register!C2"),
        ("end", "register.csv: register!D2"),
        ("end_latest", "register.csv: register!E3"),
    ]
