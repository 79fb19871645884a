"""Answers kept beside a register hold in that folder; who starts elsewhere is told, and is not left in doubt."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.program import printed

REGISTER = '[[contracts]]\nid = "A"\ntitle = "Schoonmaak"\nkind = "services"\ncontract_value = 500000\n'


@pytest.mark.parametrize("command", ["check", "monitor", "bundle", "simulate"])
def test_settings_beside_a_register_elsewhere_are_pointed_out(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "lijst"
    folder.mkdir()
    (folder / "a.toml").write_text(REGISTER, encoding="utf-8")
    (folder / "srtool.toml").write_text('[assume]\npolicy = "rijk-classic"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for typed in ("lijst/a.toml", "lijst"):
        run = printed([command, typed, "--lang", "nl", "--on", "2026-11-22"])
        assert run.code in {0, 1}, run.stderr
        assert run.stderr.count("lijst/srtool.toml: deze instellingen en antwoorden gelden hier niet") == 1
        assert "overgeslagen" not in run.stderr
    monkeypatch.chdir(folder)
    assert "gelden hier niet" not in printed([command, "a.toml", "--lang", "nl", "--on", "2026-11-22"]).stderr
