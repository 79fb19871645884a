"""Whether an estimate holds the options is not asked where its heading, or the officer, says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from srtool.readers.vocabulary import says_with_options
from tests.support.program import printed

COMMON = ["--on", "2026-11-22", "--fail-on", "never", "--format", "json", "--select", "SR401"]
ROW = "{};Schoonmaak;diensten;600000;1-1-2027;31-12-2030;31-12-2032;concept\n"


@pytest.fixture(autouse=True)
def _in_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def register(path: Path, heading: str, *numbers: str) -> Path:
    head = f"Contractnummer;Omschrijving;Soort;{heading};Ingangsdatum;Einddatum;Uiterste einddatum;Status\n"
    path.write_text(head + "".join(map(ROW.format, numbers)), encoding="utf-8")
    return path


def outcomes(*arguments: object) -> list[tuple[str, str]]:
    found = json.loads(printed(["check", *map(str, arguments), *COMMON]).stdout)["findings"]
    return [(one["contract"], one["outcome"]) for one in found]


@pytest.mark.parametrize(
    ("heading", "outcome"),
    [
        ("Raming", "undecided"),
        ("Raming incl. opties", "met"),
        ("Raming inclusief opties", "met"),
        ("Raming (incl. verlengingen)", "met"),
        ("Raming excl. opties", "undecided"),
    ],
)
def test_the_heading_of_an_estimate_says_whether_it_holds_the_options(
    tmp_path: Path, heading: str, outcome: str
) -> None:
    (tmp_path / "srtool.toml").write_text(f'[columns]\n"{heading}" = "Raming"\n', encoding="utf-8")
    path = register(tmp_path / "a.csv", heading, "C-1")
    assert outcomes(path) == [("C-1", outcome)]


def test_each_of_two_registers_by_its_own_heading(tmp_path: Path) -> None:
    one = register(tmp_path / "a.csv", "Raming incl. opties", "C-1", "C-2")
    other = register(tmp_path / "b.csv", "Raming", "C-1", "C-3")
    expected = [("a.csv: C-1", "met"), ("C-2", "met"), ("b.csv: C-1", "undecided"), ("C-3", "undecided")]
    assert outcomes(one, other) == expected


@pytest.mark.parametrize("heading", ["Raming", "Opdrachtwaarde"])
def test_the_answer_of_the_officer_says_it_too(tmp_path: Path, heading: str) -> None:
    path = register(tmp_path / "a.csv", heading, "C-1")
    (tmp_path / "srtool.toml").write_text('[assume]\nextensions = "with_options"\n', encoding="utf-8")
    assert outcomes(path) == [("C-1", "met")]


@pytest.mark.parametrize("heading", ["Estimate including options", "Raming met alle verlengopties", "incl. renewals"])
def test_other_words_for_it(heading: str) -> None:
    assert says_with_options(heading)
    assert not says_with_options(heading.replace("incl", "excl").replace("met", "zonder"))
