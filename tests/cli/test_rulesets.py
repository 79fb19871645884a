from __future__ import annotations

from pathlib import Path

import pytest

from srtool.cli.program import run


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run([*arguments, "--lang", "nl"]) == 0
    return " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("on", [(), ("--on", "2026-11-22")])
def test_each_obligation_has_its_own_first_day(capsys: pytest.CaptureFixture[str], on: tuple[str, ...]) -> None:
    text = shown(capsys, "rulesets", "list", *on)
    assert "sinds 1 juli 2011: 5% van de loonsom (streven); 10% van de loonsom (ambitie), sinds 16 juni 2020" in text
    assert "sinds 1 januari 2018: geen verplichting in deze regeling" in text


@pytest.mark.parametrize("command", [("show", "rijk-classic"), ("list",)])
def test_a_policy_that_does_not_hold_on_the_day_says_when_it_does(
    capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    text = shown(capsys, "rulesets", *command, "--on", "2010-01-01")
    assert "Op 1 januari 2010 geldt deze regeling niet; zij geldt sinds 1 juli 2011." in text
    assert "Bouwblokken" not in text
    assert "Toetsen" not in text


def test_the_good_rule_sets_are_listed_and_every_broken_one_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("srtool.toml").write_text('rule_sets = "regels"\n', encoding="utf-8")
    Path("regels").mkdir()
    for name in ("stuk", "kapot"):
        Path(f"regels/{name}.toml").write_text("[[", encoding="utf-8")
    assert run(["rulesets", "list", "--lang", "nl"]) == 3
    said = capsys.readouterr()
    assert "rijk-classic" in said.out
    assert "stuk.toml" in said.err
    assert "kapot.toml" in said.err


@pytest.mark.parametrize("name", ["Gemeente Zoetermeer", "zoetermeer"])
def test_the_rule_sets_that_list_an_authority_go_first(capsys: pytest.CaptureFixture[str], name: str) -> None:
    text = shown(capsys, "rulesets", "for", name)
    assert f"Deze regelingen noemen {name}: haaglanden" in text
    assert "Verder zijn er: alphen, harlingen, leiden, rijk-classic, rijk-tailored, utrecht." in text


def test_an_authority_that_none_lists_is_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, "rulesets", "for", "Gemeente Voorbeeld")
    assert "Geen van de regelingen noemt Gemeente Voorbeeld" in text
    assert "Verder zijn er: alphen, haaglanden" in text
    assert "rijk-classic Rijk" in shown(capsys, "rulesets", "for", "Ministerie van Financiën")


def test_rule_sets_of_ones_own_list_authorities_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("srtool.toml").write_text('rule_sets = "regels"\n', encoding="utf-8")
    Path("regels").mkdir()
    own = 'id = "zwolle"\nmembers = ["Gemeente Zwolle"]\n[title]\nnl = "Zwolle"\nen = "Zwolle"\n'
    Path("regels/zwolle.toml").write_text(own, encoding="utf-8")
    assert "Deze regelingen noemen Gemeente Zwolle: zwolle Zwolle" in shown(
        capsys, "rulesets", "for", "Gemeente Zwolle"
    )


def test_a_day_that_is_none_is_said_before_anything_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rulesets", "list", "--on", "morgen"]) == 2
    assert capsys.readouterr().out == ""


def test_european_thresholds_say_for_whom_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, "rulesets", "show", "eu-thresholds", "--on", "2026-11-22")
    assert "diensten, leveringen (centrale overheid): raming ten minste € 140.000,00" in text
    assert "diensten, leveringen (decentrale overheid): raming ten minste € 216.000,00" in text
    assert "diensten (sociale en andere specifieke diensten): raming ten minste € 750.000,00" in text
    assert "werken: raming ten minste" in text
