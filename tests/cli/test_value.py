"""srtool value and srtool rulesets compare, as an officer meets them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from srtool.cli.program import run
from srtool.texts import LANGUAGES

ON = ("--on", "2026-11-22")
PW = ("value", "participatiewet", "--hours", "24", "--months", "12", "--rule-set", "utrecht", "--bonus", "permanent")


def shown(capsys: pytest.CaptureFixture[str], *arguments: str, lang: str = "en") -> str:
    assert run([*arguments, *ON, "--lang", lang]) == 0
    return capsys.readouterr().out


def refused(capsys: pytest.CaptureFixture[str], *arguments: str, lang: str = "en") -> str:
    assert run([*arguments, *ON, "--lang", lang]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    return said.err


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_value(capsys: pytest.CaptureFixture[str], golden: Callable[[str, str], None], lang: str) -> None:
    golden(f"value-one-{lang}.txt", shown(capsys, *PW, lang=lang))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_value_with_every_step(
    capsys: pytest.CaptureFixture[str], golden: Callable[[str, str], None], lang: str
) -> None:
    long = ("value", "ww", "--hours", "60", "--start", "2025-01-15", "--end", "2026-12-31", "--rule-set", "haaglanden")
    golden(f"value-why-{lang}.txt", shown(capsys, *long, "--bonus", "age-55-plus", "--why", lang=lang))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_rule_sets(capsys: pytest.CaptureFixture[str], golden: Callable[[str, str], None], lang: str) -> None:
    golden(f"value-all-{lang}.txt", shown(capsys, "value", "ww", "--hours", "24", "--months", "18", "--all", lang=lang))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_rule_sets(capsys: pytest.CaptureFixture[str], golden: Callable[[str, str], None], lang: str) -> None:
    golden(f"compare-{lang}.txt", shown(capsys, "rulesets", "compare", "leiden", "alphen", lang=lang))


def test_without_a_rule_set_the_costs_count_and_never_a_municipal_table(capsys: pytest.CaptureFixture[str]) -> None:
    said = shown(capsys, "value", "participatiewet", "--amount", "18.250,50")
    assert "rijk-classic (taken because nothing names a rule set)" in said
    assert "€ 18,250.50" in said
    assert "never for a municipal value" in " ".join(said.split())
    assert "cannot be said" in shown(capsys, "value", "participatiewet", "--full-time", "--months", "6")


def test_json_gives_the_steps(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(shown(capsys, *PW, "--format", "json"))
    (one,) = found["values"]
    assert (found["command"], found["receipt"]["rule_sets"][0]["id"]) == ("value", "utrecht-d")
    assert {key: one[key] for key in ("rule_set", "block", "value", "why", "certainty", "since", "limited")} == {
        "rule_set": "utrecht-d",
        "block": "participatiewet",
        "value": "36666.67",
        "why": None,
        "certainty": "inferred",
        "since": None,
        "limited": False,
    }
    assert [step["name"] for step in one["steps"]][-2:] == ["effort_value_exact", "effort_value"]


def test_the_json_in_full(capsys: pytest.CaptureFixture[str], golden: Callable[[str, str], None]) -> None:
    golden("value-one.json", shown(capsys, *PW, "--format", "json"))
    golden("compare.json", shown(capsys, "rulesets", "compare", "utrecht-c", "utrecht-d", "--format", "json"))


def test_csv_is_what_a_dutch_excel_reads(capsys: pytest.CaptureFixture[str]) -> None:
    said = shown(capsys, "value", "ww", "--full-time", "--months", "12", "--all", "--format", "csv", lang="nl")
    assert said.startswith("\ufeffRegeling;Bouwblok;Groep;Waarde;")
    assert "leiden;ww;WW, duur niet van belang;15000,00;" in said


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("piloot", "--rule-set", "utrecht"), "participatiewet"),
        (("piloot", "--all"), "participatiewet-long"),
        (("ww", "--rule-set", "eu-thresholds"), "eu-thresholds"),
        (("bbl", "--rule-set", "haaglanden"), "bbl-from-3 ("),
        (("ww", "--rule-set", "utrecht", "--bonus", "piloot"), "permanent, age-over-50, status-holder"),
        (("ww-long", "--rule-set", "utrecht-a", "--bonus", "permanent"), "utrecht-a"),
        (("ww", "--all", "--bonus", "piloot"), "age-50-plus"),
        (("ww", "--rule-set", "utrecht", "--full-time"), "--months"),
        (("ww", "--months", "5", "--start", "2026-01-01"), "--start"),
        (("ww", "--start", "2026-01-01"), "--months"),
        (("ww", "--start", "2026-02-01", "--end", "2026-01-01"), "2026"),
        (("ww", "--start", "februari", "--end", "2026-01-01"), "februari"),
        (("ww", "--hours", "24", "--full-time"), "--full-time"),
        (("ww", "--hours", "veel"), "veel"),
        (("ww", "--hours", "5%"), "5"),
        (("ww", "--months", "-3"), "-3"),
        (("ww", "--months", "9999"), "1200"),
        (("ww", "--amount", "1.234"), "1.234"),
        (("ww", "--all", "--rule-set", "leiden"), "--rule-set"),
        (("ww", "--rule-set", "amsterdam"), "haaglanden"),
        ((), "srtool value"),
    ],
)
def test_wrong_use_is_said_in_the_language_of_the_reader(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str, lang: str
) -> None:
    assert words in refused(capsys, "value", *arguments, lang=lang)


def test_a_table_that_is_not_in_force_says_when_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["value", "ww", "--rule-set", "leiden", "--on", "2023-08-31", "--lang", "nl"]) == 2
    assert "sinds 1 september 2023" in capsys.readouterr().err
    assert run(["value", "ww", "--all", "--months", "1", "--full-time", "--on", "2023-08-31", "--lang", "nl"]) == 0
    assert "Niet van kracht op 31 augustus 2023: holland-rijnland, leiden." in capsys.readouterr().out


def test_one_rule_set_on_two_days(capsys: pytest.CaptureFixture[str]) -> None:
    days = ("--on", "2020-06-15", "--on-b", "2020-06-16", "--lang", "en")
    assert run(["rulesets", "compare", "rijk-classic", *days]) == 0
    said = capsys.readouterr().out
    assert "only in B: 10% of the wage sum (ambition)" in said
    assert "1 difference." in said


def test_differences_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(shown(capsys, "rulesets", "compare", "utrecht-a", "utrecht-b", "--format", "json"))
    hours = next(each for each in found["differences"] if each["id"] == "full-time")
    assert (hours["fields"], hours["a"]["hours_per_week"], hours["b"]["hours_per_week"]) == (
        ["hours_per_week"],
        "40",
        "36",
    )
    assert all(each["a"] or each["b"] for each in found["differences"])


def test_a_rule_set_is_compared_with_another_or_on_another_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert "No differences." in shown(capsys, "rulesets", "compare", "leiden", "--on-b", "2026-11-23")
    assert run(["rulesets", "compare", "leiden", "--on", "2026-11-22", "--lang", "en"]) == 2
    assert "compared with itself" in capsys.readouterr().err


def test_a_broken_file_of_ones_own_is_named_after_the_others(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("srtool.toml").write_text('rule_sets = "regels"\n', encoding="utf-8")
    Path("regels").mkdir()
    Path("regels/stuk.toml").write_text("[[", encoding="utf-8")
    assert run(["value", "ww", "--all", "--full-time", "--months", "1", *ON, "--lang", "nl"]) == 3
    said = capsys.readouterr()
    assert "leiden" in said.out
    assert "stuk.toml" in said.err


def test_a_result_goes_into_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "value.txt"
    assert shown(capsys, *PW, "--out", str(path)) == ""
    assert "36,666.67" in path.read_text("utf-8")
    assert "exists" in refused(capsys, *PW, "--out", str(path))
