"""Published notices as a register: a file, a folder or a zip, by the commands that read one."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest

from srtool.cli.program import run
from srtool.readers import register
from tests.support.notices.eforms_maker import Lot, Project, a_result
from tests.support.paths import EXAMPLES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    notices = tmp_path / "notices"
    notices.mkdir()
    (notices / "award.xml").write_bytes(a_result(lots=[Lot(project=Project(estimate=300_000))]).bytes())
    return notices


def _zipped(folder: Path) -> Path:
    path = folder.parent / "notices.zip"
    with ZipFile(path, "w") as archive:
        for file in folder.iterdir():
            archive.write(file, file.name)
    return path


@pytest.mark.parametrize("kind", ["file", "folder", "zip"])
def test_what_is_published_is_a_register(folder: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = {"file": folder / "award.xml", "folder": folder, "zip": _zipped(folder)}[kind]
    assert run(["check", str(path), "--on", "2026-11-28", "--fail-on", "never"]) == 0
    assert "00054321-2026/CON-0001" in capsys.readouterr().out


@pytest.mark.parametrize("ending", [".toml", ".xlsx"])
def test_a_register_is_made_of_notices(folder: Path, ending: str, capsys: pytest.CaptureFixture[str]) -> None:
    target = folder.parent / f"register{ending}"
    assert run(["convert", str(folder), str(target)]) == 0
    capsys.readouterr()
    assert register.read(target).register == register.read(folder).register


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_bad_notice_costs_only_itself(folder: Path, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "broken.xml").write_text("<Nothing", encoding="utf-8")
    assert run(["check", str(folder), "--on", "2026-11-28", "--fail-on", "never", "--lang", lang]) == 0
    printed = capsys.readouterr()
    assert "00054321-2026/CON-0001" in printed.out
    assert "broken.xml" in printed.err
    assert "award.xml" not in printed.err


def test_a_folder_without_notices_is_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "register.toml").write_text("", encoding="utf-8")
    assert run(["check", str(tmp_path), "--lang", "en"]) == 2
    assert "this is a folder" in capsys.readouterr().err


def test_the_receipt_knows_a_folder_by_all_that_is_in_it(folder: Path) -> None:
    before = register.read(folder).file.sha256
    (folder / "second.xml").write_bytes((folder / "award.xml").read_bytes())
    assert register.read(folder).file.sha256 != before


def _converted(folder: Path, *options: str) -> int:
    return run(["convert", str(folder), str(folder.parent / "register.toml"), "--force", "--lang", "en", *options])


@pytest.mark.parametrize(
    ("options", "exit_code"),
    [
        (["--status", "awarded"], 0),
        (["--status", "tendered, awarded"], 0),
        (["--status", "tendered"], 3),
        (["--since", "2026-05-06"], 0),  # the day of the award itself
        (["--since", "2026-05-07"], 3),
        (["--status", "gone"], 2),
    ],
)
def test_only_the_contracts_asked_for_come_into_the_register(folder: Path, options: list[str], exit_code: int) -> None:
    assert _converted(folder, *options) == exit_code


def test_of_another_register_no_part_is_chosen(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _converted(folder) == 0
    source, target = folder.parent / "register.toml", folder.parent / "other.toml"
    assert run(["convert", str(source), str(target), "--status", "awarded", "--lang", "en"]) == 2
    assert "--status: this is for notices only" in capsys.readouterr().err


def test_the_example_becomes_a_register() -> None:
    register_file = register.read(EXAMPLES / "bekendmakingen")
    (contract,) = register_file.register.contracts
    assert (contract.contract_value, contract.estimated_value) == (Decimal("1150000.00"), Decimal("1200000.00"))
    assert contract.social_return.form == "performance_condition"
