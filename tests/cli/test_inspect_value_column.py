"""A register of which no column is known to hold the value: which one it is comes before every other question."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from openpyxl import Workbook, load_workbook

from tests.support.program import Printed, printed

HEAD = ["Zaaknummer", "Omschrijving", "Leverancier", "Volgnr", "SROI", "Procedure", "Ingangsdatum", "Einddatum"]
ROW = [1, "5%", "openbaar", "2026-01-01", "2029-12-31"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def register(
    folder: Path, heading: str, *cells: object, title: str | None = None, beside: tuple[str, object] | None = None
) -> None:
    book: Any = Workbook()
    book.active.title = "Lopend"
    if title:
        book.active.append([title])
    others = [] if beside is None else [beside]
    book.active.append([*HEAD, heading, *(name for name, _ in others)])
    for number, cell in enumerate(cells, start=1):
        book.active.append([f"C-{number}", "Schoonmaak", "Alfa B.V.", *ROW, cell, *(value for _, value in others)])
    book.save(folder / "r.xlsx")


def inspected(*options: str, lang: str = "nl") -> Printed:
    return printed(["inspect", "r.xlsx", "--on", "2026-11-22", "--lang", lang, *options])


def questions() -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = json.loads(inspected("--format", "json").stdout)["questions"]
    return listed


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Totaalbedrag (ex BTW)", ("€ 1.240.000,-", "890.000,00", "€ 3,2 mln", "pm")),
        ("totaal", (1_000_000, 100_000, None)),
        ("Financiële omvang", (1_000_000, "€ 100.000")),
    ],
)
def test_which_column_is_the_value_is_asked_first(folder: Path, heading: str, cells: tuple[object, ...]) -> None:
    register(folder, heading, *cells)
    asked = questions()
    assert (asked[0]["name"], asked[0]["contracts"]) == ("columns", len(cells))
    assert asked[0]["question"].startswith(f"Is *{heading}* de opdrachtwaarde")
    assert asked[0]["keys"][0]["key"] == ["columns", heading]
    assert inspected(lang="en").stdout.count(f"(a) Is *{heading}* the contract value") == 1


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Bijlagen totaal", (1, 2)),
        ("Inkoopordernummer", (4_500_012, 4_500_013)),
        ("Toelichting bedrag", ("zie bijlage", "volgt")),
        ("Totaal incl. btw", (121_000, 242_000)),
        ("Totaal SROI", (12_000, 5_000)),
    ],
)
def test_another_column_is_not_asked_about(folder: Path, heading: str, cells: tuple[object, ...]) -> None:
    register(folder, heading, *cells)
    assert "columns" not in {question["name"] for question in questions()}


def test_nor_one_beside_a_column_that_is_read_as_the_value(folder: Path) -> None:
    register(folder, "Totaalbedrag", 100_000, beside=("Contractwaarde", 90_000))
    assert "columns" not in {question["name"] for question in questions()}


def test_the_answer_is_prepared_in_the_settings_and_settles_it(folder: Path) -> None:
    register(folder, "Totaalbedrag (ex BTW)", 900_000, 400_000)
    assert inspected("--write").code == 0
    text = (folder / "srtool.toml").read_text(encoding="utf-8")
    line = '# "Totaalbedrag (ex BTW)" =  # Opdrachtwaarde, Raming, Waarde per jaar'
    assert text.index("[columns]") < text.index(line)
    answered = text.replace(line, '"Totaalbedrag (ex BTW)" = "Opdrachtwaarde" # ')
    (folder / "srtool.toml").write_text(answered, encoding="utf-8")
    assert "columns" not in {question["name"] for question in questions()}
    checked = json.loads(printed(["check", "r.xlsx", "--format", "json", "--fail-on", "never"]).stdout)
    assert len(checked["contracts"]) == 2


def test_of_each_heading_is_asked_what_it_does_not_say(folder: Path) -> None:
    register(folder, "Opdrachtwaarde excl. btw", 900_000, beside=("Raming incl. opties", 950_000))
    (amounts,) = [one for one in questions() if one["name"] == "amounts"]
    told = "Is *Opdrachtwaarde excl. btw* over de hele looptijd of per jaar, met of zonder verlengingen"
    assert amounts["question"].startswith(told)
    assert amounts["question"].endswith("en *Raming incl. opties* zonder btw?")


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Contractenlijst gemeente Waterdorp", "Welk beleid geldt voor gemeente Waterdorp"),
        (None, "Van welke organisatie is dit, en welk beleid geldt"),
    ],
)
def test_an_organisation_that_was_read_is_not_asked_for(folder: Path, title: str | None, told: str) -> None:
    register(folder, "Opdrachtwaarde", 900_000, title=title)
    assert [one["question"].startswith(told) for one in questions() if one["name"] == "organisation"] == [True]


def asked(folder: Path, about: str, answer: str, **others: str) -> tuple[Printed, dict[str, Any]]:
    """A run on a terminal on which only the keys of which the prompt begins so are answered, and the settings kept."""
    given = {about: answer, **others, "Deze antwoorden bewaren": "j"}
    left = dict(given)

    def typed(prompt: str) -> str:
        key = next((key for key in left if prompt.strip().startswith(key)), "")
        return left.pop(key, "")

    with (
        mock.patch("srtool.cli.asking.is_watched", return_value=True),
        mock.patch("builtins.input", side_effect=typed),
    ):
        run = inspected()
    assert not left, run.stdout
    target = folder / "srtool.toml"
    return run, tomllib.loads(target.read_text(encoding="utf-8")) if target.exists() else {}


@pytest.mark.parametrize("answer", ["1", "Opdrachtwaarde", "contract value", "contractwaarde"])
def test_on_a_terminal_the_answer_brings_the_questions_that_follow(folder: Path, answer: str) -> None:
    register(folder, "Totaalbedrag", 900_000)
    run, settings = asked(folder, "*Totaalbedrag*", answer, **{"bedragen en btw": "exclusief btw"})
    assert settings["columns"] == {"Totaalbedrag": "contract_value"}
    assert settings["assume"]["vat"] == "excluding_vat", run.stdout


@pytest.mark.parametrize("policy", ["Rijk klassiek", "rijk-classic", "Maatwerk voor Mensen", "niet bekend"])
def test_the_words_of_the_question_are_an_answer(folder: Path, policy: str) -> None:
    register(folder, "Opdrachtwaarde", 900_000)
    run, settings = asked(folder, "beleid", policy)
    assert "geen antwoord" not in run.stdout
    assert settings["assume"]["policy"] in {policy, "not_known"}
    assert printed(["check", "r.xlsx", "--fail-on", "never"]).code == 0


@pytest.mark.parametrize(
    ("column", "word", "answer"),
    [
        (4, "v", "5%"),
        (4, "v", "ja"),
        (4, "v", "ja, 5% van de loonsom"),
        (4, "v", "€ 15.000"),
        (5, "MOH", "meervoudig onderhands"),
        (5, "MOH", "niet-openbaar"),
    ],
)
def test_a_word_may_mean_whatever_the_settings_allow(folder: Path, column: int, word: str, answer: str) -> None:
    register(folder, "Opdrachtwaarde", 900_000)
    book: Any = load_workbook("r.xlsx")
    book.active.cell(2, column + 1).value = word
    book.save("r.xlsx")
    run, settings = asked(folder, f"‘{word}’", answer)  # noqa: RUF001 - as it is printed
    assert "geen antwoord" not in run.stdout
    assert settings["values"][HEAD[column]][word]
    assert "words" not in {one["name"] for one in questions()}


def test_above_the_words_of_a_column_stands_the_question_about_those(folder: Path) -> None:
    register(folder, "Opdrachtwaarde", 900_000)
    book: Any = load_workbook("r.xlsx")
    book.active["E2"], book.active["F2"] = "v", "MOH"
    book.save("r.xlsx")
    assert inspected("--write").code == 0
    text = (folder / "srtool.toml").read_text(encoding="utf-8")
    of_column = text.partition("[values.SROI]")[2].partition("\n[")[0]
    assert "# Wat betekent ‘v’?" in of_column  # noqa: RUF001 - as it is printed
    assert "MOH" not in of_column
    assert "MOH" in text.partition("[values.Procedure]")[2].partition("\n[")[0]
