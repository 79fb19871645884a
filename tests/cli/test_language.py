"""In which language srtool answers, and what it says of a setting that is of no use."""

from __future__ import annotations

from pathlib import Path

import pytest

from srtool.cli.program import run


@pytest.mark.parametrize("value", ["nl", "NL", "nl_NL.UTF-8", "nl-BE", "Nl@euro"])
def test_the_variable_is_understood_as_a_system_writes_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], value: str
) -> None:
    monkeypatch.setenv("SRTOOL_LANG", value)
    assert run(["explain", "SR104"]) == 0
    said = capsys.readouterr()
    assert "Waarom?" in said.out
    assert said.err == ""


@pytest.mark.parametrize("value", ["fr", "nlx", "dutch"])
def test_a_variable_of_no_use_is_a_remark(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], value: str
) -> None:
    monkeypatch.setenv("SRTOOL_LANG", value)
    assert run(["explain", "SR104"]) == 0
    said = capsys.readouterr().err
    assert said == f"1 remark:\nSRTOOL_LANG: The value '{value}' is not possible. Choose from: nl, en.\n"
    assert run(["explain", "SR104", "--lang", "nl"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("arguments", [["init", "a.toml"], ["explain"], ["--help"], ["schema"]])
def test_a_setting_of_no_use_is_a_remark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("srtool.toml").write_text('lang = "fr"\n', encoding="utf-8")
    assert run(arguments) == 0
    assert "srtool.toml: lang" in capsys.readouterr().err


def test_a_setting_that_stops_the_command_is_said_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("srtool.toml").write_text('lang = "fr"\n', encoding="utf-8")
    assert run(["rulesets", "list"]) == 3
    assert capsys.readouterr().err.count("srtool.toml: lang") == 1
