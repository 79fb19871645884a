"""What could not be read of social return, or does not stand there, is never told as that nothing is asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.program import printed

ON = ("--on", "2026-11-22", "--quiet")
_NOTHING = {"nl": ("er wordt niets gevraagd", "niets vermeld"), "en": ("nothing is asked", "not mentioned")}
_HEAD = "Nummer;Titel;Opdrachtnemer;Soort;Opdrachtwaarde;Begin;Einde;SROI;Status\n"
_FIRST = "A-1;Schoonmaak;Firma X;diensten;800000;1-1-2025;31-12-2028;5%;lopend\n"


def _register(folder: Path, demand: str, value: str = "800000", status: str = "lopend") -> str:
    path = folder / "register.csv"
    supplier = "" if status == "concept" else "Firma Y"
    row = f"A-2;Afval;{supplier};diensten;{value};1-1-2025;31-12-2028;{demand};{status}\n"
    path.write_text(_HEAD + _FIRST + row, encoding="utf-8")
    return str(path)


def _told(command: str, register: str, *options: str, lang: str = "nl") -> str:
    run = printed([command, register, "--lang", lang, *options, *ON])
    assert run.code in {0, 1}, run.stderr
    return " ".join(run.stdout.split())


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("value", ["800000", "64500"])
@pytest.mark.parametrize("status", ["lopend", "concept"])
@pytest.mark.parametrize("demand", ["nog bepalen", "0,05", "?", ""])
def test_check_does_not_say_that_nothing_is_asked(
    demand: str, status: str, value: str, lang: str, tmp_path: Path
) -> None:
    register = _register(tmp_path, demand, value, status)
    for options in (("--contract", "A-2"), ("--full", "--why"), ("--format", "json")):
        text = _told("check", register, *options, lang=lang).lower()
        assert _NOTHING[lang][0] not in text
        if demand in {"nog bepalen", "0,05"}:
            assert _NOTHING[lang][1] not in text


def test_a_no_is_a_no(tmp_path: Path) -> None:
    assert "en er wordt niets gevraagd" in _told("check", _register(tmp_path, "nee", "64500"), "--format", "json")


@pytest.mark.parametrize("demand", ["nog bepalen", "?", ""])
def test_monitor_counts_them_with_their_numbers(demand: str, tmp_path: Path) -> None:
    register = _register(tmp_path, demand)
    assert "Van 1 gegund contract is niet bekend of het social return vraagt: A-2." in _told("monitor", register)
    assert json.loads(_told("monitor", register, "--format", "json"))["portfolio"]["demand_unknown"] == ["A-2"]


@pytest.mark.parametrize(("demand", "status"), [("nee", "lopend"), ("?", "concept"), ("nog bepalen", "afgelopen")])
def test_monitor_counts_no_others(demand: str, status: str, tmp_path: Path) -> None:
    assert "niet bekend of" not in _told("monitor", _register(tmp_path, demand, status=status))


@pytest.mark.parametrize(
    ("demand", "status", "why"),
    [
        ("nog bepalen", "lopend", "kon niet worden gelezen"),
        ("?", "lopend", "er staat niet of social return wordt gevraagd"),
        ("nee", "lopend", "vraagt volgens het register geen social return"),
        ("5%", "concept", "nog niet gegund"),
    ],
)
@pytest.mark.parametrize("named", ["A-2", "a-2", "Afval"])
def test_a_contract_that_is_not_followed_is_not_called_absent(
    named: str, demand: str, status: str, why: str, tmp_path: Path
) -> None:
    register, out = _register(tmp_path, demand, status=status), str(tmp_path / "b.docx")
    for command in (["meeting", register, "--out", out], ["monitor", register]):
        run = printed([*command, "--contract", named, "--lang", "nl", *ON])
        assert run.code == 2
        assert "Contract A-2 (Afval)" in run.stderr
        assert why in run.stderr
        assert "Er is geen" not in run.stderr
    assert (
        "Er is geen contract A-9"
        in printed(["meeting", register, "--contract", "A-9", "--out", out, *ON], lang="nl").stderr
    )
