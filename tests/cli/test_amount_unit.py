"""Amounts that may be in thousands: one question for the register, and no firm answer that rests on them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.program import printed

HEAD = "Contractnummer;Omschrijving;Soort;Contractwaarde;Ingangsdatum;Einddatum;Ministerie\n"
LINE = "{};Schoonmaak;{};{};1-1-2026;{};Ministerie van Financiën\n"


def checked(folder: Path, monkeypatch: pytest.MonkeyPatch, *values: int, settings: str = "") -> dict[str, Any]:
    """The document of a check on a contract for each value, a supply, and one of five months."""
    monkeypatch.chdir(folder)
    lines = [LINE.format(f"C-{n}", "diensten", value, "31-12-2029") for n, value in enumerate(values, start=1)]
    lines += [LINE.format("S", "leveringen", 900, "31-12-2029"), LINE.format("T", "diensten", 900, "31-5-2026")]
    Path("Contracten.csv").write_text(HEAD + "".join(lines), encoding="utf-8")
    Path("srtool.toml").write_text(settings, encoding="utf-8")
    options = ("--format", "json", "--select", "SR101,SR104", "--on", "2026-11-22", "--why")
    document: dict[str, Any] = json.loads(printed(("check", "Contracten.csv", *options)).stdout)
    return document


def answers(document: dict[str, Any]) -> dict[str, str]:
    return {contract["id"]: contract["applies"] for contract in document["contracts"]}


def test_a_doubtful_unit_is_one_question_and_no_firm_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = checked(tmp_path, monkeypatch, 1250, 800)
    assert answers(document) == {"C-1": "undecided", "C-2": "undecided", "S": "no", "T": "no"}
    (question,) = [finding for finding in document["findings"] if finding["contract"] is None]
    assert (question["code"], question["outcome"]) == ("SR104", "undecided")
    assert "amounts of 4 contracts in euro or in thousands" in question["message"]
    of_first = [finding for finding in document["findings"] if finding["contract"] == "C-1"]
    assert {finding["code"]: finding["outcome"] for finding in of_first} == {"SR101": "undecided", "SR104": "undecided"}
    assert all("not known whether the amounts are in euro or in thousands" in one["message"] for one in of_first)


@pytest.mark.parametrize(("unit", "answer"), [("euro", "no"), ("duizenden", "undecided"), ("thousands", "undecided")])
def test_the_settings_answer_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unit: str, answer: str) -> None:
    document = checked(tmp_path, monkeypatch, 1250, 800, settings=f'[assume]\nunit = "{unit}"\n')
    assert not [finding for finding in document["findings"] if finding["contract"] is None]
    assert answers(document)["C-1"] == answer
    (scope,) = [one for one in document["findings"] if (one["code"], one["contract"]) == ("SR104", "C-1")]
    assert "in thousands" not in scope["message"]
    (step,) = [step for step in scope["steps"] if step["name"] == "amount_unit"]
    assert step["origin"] == {"kind": "assumed", "place": "srtool.toml: assume.unit"}


def test_a_value_that_is_large_leaves_no_doubt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert answers(checked(tmp_path, monkeypatch, 1250, 200_000))["C-1"] == "no"
