"""srtool ideas: by code, by word, for a register; an example and no rule, with its source."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from srtool.texts import LANGUAGES
from tests.support.paths import EXAMPLES
from tests.support.program import Printed, printed

PORTFOLIO = str(EXAMPLES / "portfolio.xlsx")


def _ideas(*arguments: str) -> Printed:
    return printed(["ideas", *arguments, "--on", "2026-11-22"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_topic_every_category_stands_on_one_screen(lang: str) -> None:
    run = _ideas("--lang", lang)
    assert (run.code, run.stderr) == (0, "")
    assert len(run.stdout.splitlines()) <= 40
    assert ("schoonmaak" if lang == "nl" else "cleaning") in run.stdout


def test_a_code_and_a_word_tell_the_same_idea_and_say_how_it_was_found() -> None:
    by_code, by_word = _ideas("90910000-9", "--lang", "nl"), _ideas("schoonmaak", "--lang", "nl")
    for run in (by_code, by_word):
        assert "voorbeeld, geen voorschrift" in run.stdout
        assert "5 tot 10% van de banen" in run.stdout
        assert "Drie vragen voor een marktconsultatie" in run.stdout
    assert "Gevonden op CPV 9091; die code koos srtool" in by_code.stdout
    assert "Gevonden op het woord" in by_word.stdout


def test_a_caution_stands_out() -> None:
    assert "Let op: Een regio stopte met detacheringen" in _ideas("post", "--lang", "nl").stdout.replace("\n  ", " ")
    assert "Let op: Eén persoon een jaar voltijds" in _ideas("riool", "--lang", "nl").stdout


def test_what_fits_nothing_says_so_and_is_no_failure() -> None:
    run = _ideas("dropjes", "--lang", "nl")
    assert (run.code, run.stdout) == (
        0,
        "Geen voorbeeld gevonden voor dropjes. Zonder woord toont srtool ideas waarvoor ze er zijn.\n",
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_register_shows_each_idea_once_with_its_contracts(lang: str) -> None:
    run = _ideas(PORTFOLIO, "--lang", lang, "--quiet")
    assert run.code == 0
    assert "OND-2501, OND-2601, OND-2602" in run.stdout
    assert run.stdout.count("OND-2501") == 1
    assert "GRN-2501" in run.stdout
    assert ("groenonderhoud" if lang == "nl" else "green maintenance") in run.stdout


def test_one_contract_of_a_register_tells_the_whole_story() -> None:
    run = _ideas(PORTFOLIO, "--contract", "ond-2501", "--lang", "nl", "--quiet")
    assert "https://" in run.stdout
    assert "Drie vragen" in run.stdout


def test_json_and_csv_hold_the_same_ideas() -> None:
    told = json.loads(_ideas(PORTFOLIO, "--format", "json", "--quiet").stdout)
    assert (told["schema_version"], told["command"]) == (2, "ideas")
    assert [given["name"] for given in told["receipt"]["inputs"]] == ["portfolio.xlsx"]
    assert len(told["questions"]) == 3
    rows = list(csv.DictReader(_ideas(PORTFOLIO, "--format", "csv", "--quiet").stdout.lstrip("\ufeff").splitlines()))
    assert [row["Contract"] for row in rows] == [record["contract"] for record in told["ideas"]]
    assert [row["Example"] for row in rows] == [(record["idea"] or {}).get("example", "") for record in told["ideas"]]


def test_a_contract_without_a_register_is_wrong_use() -> None:
    run = _ideas("schoonmaak", "--contract", "A", "--lang", "nl")
    assert run.code == 2
    assert "Noem ook het register" in run.stderr


def test_a_register_that_is_not_there_is_named(tmp_path: Path) -> None:
    run = _ideas(str(tmp_path / "register.xlsx"))
    assert run.code == 2
    assert "register.xlsx" in run.stderr
