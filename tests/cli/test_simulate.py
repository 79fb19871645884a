"""srtool simulate: the grid beside the rules of today, in every format."""

from __future__ import annotations

import csv
import json

import pytest

from srtool.texts import LANGUAGES
from tests.support.paths import EXAMPLES
from tests.support.program import Printed, printed

PORTFOLIO = str(EXAMPLES / "portfolio.xlsx")


def _simulated(*options: str, columns: int = 100) -> Printed:
    return printed(["simulate", PORTFOLIO, "--on", "2026-11-22", "--quiet", *options], columns)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_answer_fits_a_screen_and_says_what_is_not_weighed(lang: str) -> None:
    run = _simulated("--lang", lang)
    lines = run.stdout.splitlines()
    assert (run.code, run.stderr) == (0, "")
    assert len(lines) <= 40
    assert max(map(len, lines)) <= 100
    assert ("Niet gewogen" if lang == "nl" else "Not weighed") in run.stdout
    assert sum("█" in line for line in lines) == 10


def test_what_is_not_asked_stays_as_today() -> None:
    schemes = json.loads(_simulated("--format", "json", "--threshold", "150.000").stdout)["schemes"]
    assert [scheme["today"] for scheme in schemes] == [True, False, False, False]
    assert {scheme["threshold"] for scheme in schemes[1:]} == {"150000.00"}
    assert [scheme["norm_percent"] for scheme in schemes[1:]] == ["5", "7.5", "10"]
    assert {(scheme["min_months"], scheme["basis"], tuple(scheme["kinds"])) for scheme in schemes[1:]} == {
        (6, "wage_sum", ("works", "services"))
    }
    assert schemes[0]["in_scope"] == 38
    assert set(schemes[1]["enters"]) <= set(schemes[1]["in_scope_contracts"])


@pytest.mark.parametrize(
    ("typed", "norms"), [("5,7.5", ["5", "7.5"]), ("5;7,5", ["5", "7.5"]), ("7,5", ["7", "5"]), ("10%", ["10"])]
)
def test_percentages_between_commas_or_semicolons(typed: str, norms: list[str]) -> None:
    schemes = json.loads(_simulated("--format", "json", "--threshold", "150000", "--norm", typed).stdout)["schemes"]
    assert [scheme["norm_percent"] for scheme in schemes[1:]] == norms


def test_words_of_either_language_for_basis_and_kinds() -> None:
    run = _simulated("--format", "json", "--threshold", "250000", "--norm", "5", "--basis", "Loonsom,contract_value")
    assert [scheme["basis"] for scheme in json.loads(run.stdout)["schemes"][1:]] == ["wage_sum", "contract_value"]
    run = _simulated("--format", "json", "--threshold", "250000", "--norm", "5", "--kinds", "diensten,leveringen")
    assert json.loads(run.stdout)["schemes"][1]["kinds"] == ["services", "supplies"]


def test_jobs_stand_beside_it_only_for_a_price_that_was_given() -> None:
    assert "Banen" not in _simulated("--lang", "nl").stdout
    run = _simulated("--lang", "nl", "--job-price", "30.000")
    assert "Banen: het laagste bedrag gedeeld door € 30.000 per baan, zoals u opgaf." in run.stdout
    rows = list(
        csv.DictReader(_simulated("--format", "csv", "--job-price", "30000").stdout.lstrip("\ufeff").splitlines())
    )
    assert rows[0]["Jobs"] == "117.81"  # 3,534,250 by 30,000
    assert {row["Norm, highest"] == "" for row in rows if row["Without highest"] != "0"} == {True}


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (("--threshold", "150"), "1.000"),
        (("--threshold", "100,000"), "1.000"),
        (("--threshold", "veel"), "veel"),
        (("--norm", "0"), "'0'"),
        (("--norm", "101"), "'101'"),
        (("--min-months", "half"), "'half'"),
        (("--basis", "omzet"), "wage_sum"),
        (("--kinds", "alles"), "works"),
        (("--job-price", "1"), "1.000"),
        (("--threshold", ",".join(str(1000 * n) for n in range(1, 40))), "117"),
    ],
)
def test_a_mistake_is_one_sentence(options: tuple[str, ...], word: str) -> None:
    run = _simulated("--lang", "nl", *options)
    assert (run.code, run.stdout) == (2, "")
    assert word in run.stderr


def test_a_narrow_terminal_gets_lines() -> None:
    run = _simulated("--lang", "nl", "--threshold", "150000", "--norm", "5", columns=60)
    assert max(map(len, run.stdout.splitlines())) <= 60
    assert "boven € 150.000, 5%: 42 – 43 contracten" in run.stdout  # noqa: RUF001 - as it is printed
