"""Which srtool.toml holds: the nearest one above the folder where the program runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from srtool.cli.settings_file import NAME, find, settings
from srtool.errors import UsageError


def test_the_nearest_file_above_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    (tmp_path / NAME).touch()
    assert find() == tmp_path / NAME
    (tmp_path / "a" / NAME).touch()
    assert find() == tmp_path / "a" / NAME


def test_a_file_with_a_hidden_second_ending_is_pointed_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("srtool.toml.txt").touch()
    with pytest.raises(UsageError) as caught:
        settings()
    assert caught.value.problems[0].code == "settings_as_text"
    Path(NAME).touch()
    settings()
