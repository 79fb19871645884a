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
    assert "sinds 1 januari 2018: zegt niet vanaf welke drempel en hoeveel er wordt gevraagd" in text


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
    others = text.partition("Verder zijn er: ")[2]
    names = others.removesuffix(".").split(", ")
    assert names == sorted(names)
    assert {"alphen", "holland-rijnland", "krimpen", "leiden", "rijk-classic", "utrecht"} <= set(names)
    assert not {"haaglanden", "utrecht-d", "eu-thresholds"} & set(names)


def test_an_authority_that_none_lists_is_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, "rulesets", "for", "Gemeente Voorbeeld")
    assert "Geen van de regelingen noemt Gemeente Voorbeeld" in text
    assert "Verder zijn er: alphen, amersfoort, haaglanden" in text
    assert "rijk-classic Rijk" in shown(capsys, "rulesets", "for", "Ministerie van Financiën")


def test_rule_sets_of_ones_own_list_authorities_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("srtool.toml").write_text('rule_sets = "regels"\n', encoding="utf-8")
    Path("regels").mkdir()
    own = 'id = "texel"\nmembers = ["Gemeente Texel"]\n[title]\nnl = "Texel"\nen = "Texel"\n'
    Path("regels/texel.toml").write_text(own, encoding="utf-8")
    assert "Deze regelingen noemen Gemeente Texel: texel Texel" in shown(capsys, "rulesets", "for", "Gemeente Texel")


@pytest.mark.parametrize(
    ("name", "regions"),
    [
        ("Gemeente Voorschoten", ["haaglanden", "holland-rijnland"]),
        ("lansingerland", ["haaglanden", "rijnmond-2024"]),
        ("Schiedam", ["mvs-2024", "rijnmond-2024"]),
        ("Gemeente Krimpen aan den IJssel", ["krimpen", "rijnmond-2024"]),
        ("Alphen aan den Rijn", ["alphen", "holland-rijnland"]),
    ],
)
def test_a_member_of_two_regions_is_shown_both_and_none_is_chosen(
    capsys: pytest.CaptureFixture[str], name: str, regions: list[str]
) -> None:
    text = shown(capsys, "rulesets", "for", name, "--on", "2025-06-01")
    places = [text.find(f" {region} ") for region in regions]
    assert places == sorted(places)
    assert -1 not in places
    assert "Meer dan één: srtool kiest er geen." in text
    assert "Meer dan één" not in shown(capsys, "rulesets", "for", "Gemeente Zoetermeer")


def test_a_day_that_is_none_is_said_before_anything_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rulesets", "list", "--on", "morgen"]) == 2
    assert capsys.readouterr().out == ""


def test_european_thresholds_say_for_whom_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, "rulesets", "show", "eu-thresholds", "--on", "2026-11-22")
    assert "diensten, leveringen (centrale overheid): raming ten minste € 140.000,00" in text
    assert "diensten, leveringen (decentrale overheid): raming ten minste € 216.000,00" in text
    assert "diensten (sociale en andere specifieke diensten): raming ten minste € 750.000,00" in text
    assert "werken: raming ten minste" in text
