"""What the monitor says about one contract, in words and in the forms for machines."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from srtool.cli.program import run

ON = "2026-06-01"
REGISTER = """
[[suppliers]]
id = "23456789"
name = "Glans"
[[contracts]]
id = "A"
title = "Groen"
kind = "services"
supplier = "23456789"
start = 2025-01-01
end = {end}
client = "Cleo"
social_return_adviser = "Ada"
[contracts.social_return]
asked = true
amount = 20000
[[efforts]]
id = "E1"
contract = "A"
kind = "purchase"
amount = 500
status = "confirmed"
[[contacts]]
contract = "A"
on = 2026-05-20
kind = "visit"
by = "Team"
cause = "no_checks"
next_step = "bellen"
next_by = "Ada"
[[contacts]]
contract = "A"
on = 2026-07-01
kind = "call"
[[adjustments]]
contract = "A"
kind = "leniency"
from = 2025-06-01
until = 2025-09-30
reason = "Verbouwing."
decided_by = "Cleo"
[[adjustments]]
contract = "A"
kind = "waiver"
from = 2025-06-01
percent = 5
"""


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")


def shown(capsys: pytest.CaptureFixture[str], *options: str, lang: str = "en", end: str = "2027-12-31") -> str:
    Path("a.toml").write_text(REGISTER.format(end=end), encoding="utf-8")
    assert run(["monitor", "a.toml", "--on", ON, "--lang", lang, *options]) == 0
    return capsys.readouterr().out


def test_the_story_names_everybody_and_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    told = shown(capsys, "--contract", "A")
    for line in ("client: Cleo", "contract manager: nobody named", "adviser: Ada", "supplier: Glans"):
        assert f"  {line}\n" in told


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "en",
            (
                "Last contact 20 May 2026, last effort none. Last sign 12 days ago.",
                "Next step: bellen, Ada.",
                "  without date  E1  purchase",
                "  20 May 2026  visit by Team  cause: nobody checks in the contract phase",
                "  1 July 2026  call (planned)",
                "  1 June 2025  leniency  up to and including 30 September 2025  Verbouwing, decided by Cleo",
                "  1 June 2025  waiver  5%  no reason given, nobody named who decided",
            ),
        ),
        (
            "nl",
            (
                "Laatste contact 20 mei 2026, laatste inspanning geen. Laatste teken 12 dagen geleden.",
                "Volgende stap: bellen, Ada.",
                "  zonder datum  E1  inkoop",
                "  20 mei 2026  bezoek door Team  oorzaak: niemand controleert in de contractfase",
                "  1 juli 2026  telefoongesprek (gepland)",
                "  1 juni 2025  coulance  tot en met 30 september 2025  Verbouwing, besloten door Cleo",
                "  1 juni 2025  kwijtschelding  5%  zonder reden, niemand genoemd die besloot",
            ),
        ),
    ],
)
def test_the_words_of_the_story(capsys: pytest.CaptureFixture[str], lang: str, lines: tuple[str, ...]) -> None:
    told = shown(capsys, "--contract", "A", lang=lang)
    for line in lines:
        assert line in told


def test_the_end_is_past_today_or_to_come(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Ended on 31 May 2026.\n" in shown(capsys, "--contract", "A", end="2026-05-31")
    assert "Ends on 1 June 2026, last day.\n" in shown(capsys, "--contract", "A", end=ON)
    assert "Ends on 2 June 2026, 1 day left.\n" in shown(capsys, "--contract", "A", end="2026-06-02")
    assert " · laatste dag\n" in shown(capsys, lang="nl", end=ON)


def test_the_story_shows_its_findings(capsys: pytest.CaptureFixture[str]) -> None:
    told = shown(capsys, "--contract", "A")
    assert "SR510" in told  # a waiver without reason or decider
    assert "  Do: " in told


def test_the_portfolio_counts_errors_and_warnings(capsys: pytest.CaptureFixture[str]) -> None:
    assert "; --contract and srtool check show them." in shown(capsys)


def test_help_says_that_findings_do_not_fail_by_themselves(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["monitor", "--help", "--lang", "en"]) == 0
    assert "For monitor never" in " ".join(capsys.readouterr().out.split())
    assert run(["check", "--help", "--lang", "en"]) == 0
    assert "For monitor never" not in " ".join(capsys.readouterr().out.split())


def test_csv_names_who_and_what_is_next(capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = csv.DictReader(shown(capsys, "--format", "csv").removeprefix("\ufeff").splitlines())
    columns = ("Supplier", "Client", "Contract manager", "Adviser", "Last contact", "Last effort", "Next step")
    assert [row[name] for name in columns] == ["Glans", "Cleo", "", "Ada", "2026-05-20", "", "bellen"]
    assert (row["Next step on"], row["Next step by"], row["To act"]) == ("", "Ada", "adviser Ada")


def test_json_holds_who_contacts_and_adjustments(capsys: pytest.CaptureFixture[str]) -> None:
    found: Any = json.loads(shown(capsys, "--format", "json"))
    (one,) = found["progress"]
    assert one["who"] == {
        "client": "Cleo",
        "contract_manager": None,
        "adviser": "Ada",
        "supplier": {"name": "Glans", "number": "23456789"},
    }
    assert one["contacts"][0] == {
        "on": "2026-05-20",
        "kind": "visit",
        "by": "Team",
        "note": None,
        "cause": "no_checks",
        "next_step": "bellen",
        "next_on": None,
        "next_by": "Ada",
    }
    assert one["adjustments"][1] == {
        "kind": "waiver",
        "from": "2025-06-01",
        "until": None,
        "new_end": None,
        "amount": None,
        "percent": "5",
        "reason": None,
        "decided_by": None,
    }
    assert one["acts"]["name"] == "Ada"
