"""A path at which nothing is: with what was probably meant; and files that are none of those that a command reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.program import Printed, printed

NAMES = ("contractregister 2026.xlsx", "contractregister 2026.ods", "leidraad fout.docx", "leidraad goed.docx", "a.csv")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "map").mkdir()
    (tmp_path / "registers").mkdir()
    for name in NAMES:
        (tmp_path / name).touch()
        (tmp_path / "map" / name).touch()
    (tmp_path / "map" / "~$geheim.xlsx").touch()


def run(*arguments: str) -> Printed:
    return printed([*arguments, "--lang", "nl"])


@pytest.mark.parametrize("folder", ["", "map/"])
@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("contractregister 2026", ("contractregister 2026.xlsx", "contractregister 2026.ods")),
        ("Contractregister 2026.XLS", ("contractregister 2026.xlsx", "contractregister 2026.ods")),
        ("contractregister2026.xlsx", ("contractregister 2026.xlsx", "contractregister 2026.ods")),
        ("contractregistr 2026.xlsx", ("contractregister 2026.xlsx", "contractregister 2026.ods")),
        ("contract", ("contractregister 2026.ods", "contractregister 2026.xlsx")),
        ("leidraad-fout.docx", ("leidraad fout.docx",)),
        ("zomaar.xlsx", ()),
        ("geheim.xlsx", ()),
        ("b", ()),
    ],
)
@pytest.mark.parametrize("command", ["check", "inspect", "monitor"])
def test_the_nearest_names_are_proposed(command: str, folder: str, typed: str, near: tuple[str, ...]) -> None:
    told = run(command, folder + typed)
    assert (told.code, told.stdout) == (2, "")
    assert ("Bedoelt u" in told.stderr) is bool(near)
    proposed = told.stderr.rpartition("Bedoelt u ")[2].rstrip("?\n").split(", ") if near else []
    assert sorted(proposed) == sorted(f'"{folder}{name}"' for name in near)


def test_the_nearest_folder_is_proposed() -> None:
    assert "de map register is er niet. Bedoelt u registers?" in run("check", "register/x.xlsx").stderr
    assert "de map elders is er niet." in run("check", "elders/nog/x.xlsx").stderr


def test_a_name_cut_at_its_space_may_lack_its_ending() -> None:
    told = run("check", "contractregister", "2026")
    assert (told.code, told.stderr.endswith('"contractregister 2026.xlsx"\n')) == (2, True)


@pytest.mark.parametrize("command", ["inspect", "monitor", "bundle"])
def test_a_draft_is_for_check(command: str, tmp_path: Path) -> None:
    (tmp_path / "tekst.md").write_text("# Leidraad\n", encoding="utf-8")
    for name in ("tekst.md", "leidraad fout.docx"):
        told = run(command, name)
        assert (told.code, "srtool check" in told.stderr) == (2, True)


@pytest.mark.parametrize("command", ["check", "inspect", "monitor"])
def test_settings_are_no_register(command: str, tmp_path: Path) -> None:
    (tmp_path / "srtool.toml").write_text('[columns]\nA = "id"\n[assume]\nbasis = "loonsom"\n', encoding="utf-8")
    told = run(command, "srtool.toml")
    assert (told.code, told.stderr.count("\n")) == (3, 2)
    assert "instellingen" in told.stderr
