"""A register of somebody else may not have files opened outside its own folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from srtool.cli.program import run
from srtool.readers.settings import leaves_folder
from tests.support.paths import SOURCE


@pytest.mark.parametrize(
    "path",
    [
        "../rules.toml",
        "a/../../rules.toml",
        "/etc/rules.toml",
        r"\\host\share\rules.toml",
        "//host/x.toml",
        r"C:\x.toml",
    ],
)
def test_a_path_that_leads_elsewhere(path: str) -> None:
    assert leaves_folder(path)


@pytest.mark.parametrize("path", ["rules.toml", "rules/own.toml", "a/../rules.toml", "./rules.toml", "rijk-classic"])
def test_a_path_within_the_folder_or_a_name(path: str) -> None:
    assert not leaves_folder(path)


@pytest.fixture
def register(tmp_path: Path) -> Path:
    (tmp_path / "own.toml").write_bytes(
        (SOURCE / "rulesets" / "rijk-classic.toml").read_bytes().replace(b'id = "rijk-classic"', b'id = "own"', 1)
    )
    folder = tmp_path / "in"
    folder.mkdir()
    path = folder / "register.toml"
    path.write_text('[[contracts]]\nid = "A"\ntitle = "Schoonmaak"\nrule_set = "../own.toml"\n', encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["check", "bundle", "monitor", "inspect"])
def test_it_is_opened_only_when_paths_are_allowed(
    command: str, register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([command, str(register), "--lang", "en"]) == 3
    assert "rule set ../own.toml is not in the folder of this register" in capsys.readouterr().err
    assert run([command, str(register), "--lang", "en", "--allow-paths"]) in {0, 1}
