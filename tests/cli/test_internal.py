"""What is written, or given as JSON or CSV, tells of no single person unless that is asked for, and then says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from srtool.texts import LANGUAGES, sentence
from tests.support.program import printed

ON = ("--on", "2026-11-22")
REGISTER = """
[[contracts]]
id = "A"
title = "Onderhoud"
kind = "services"
supplier = "Bedrijf"
wage_sum = 1000000
contract_value = 2000000
start = 2025-01-01
end = 2028-12-31
rule_set = "haaglanden"
client = "D"
social_return = { percent = 5, basis = "contract_value" }

[[efforts]]
id = "E-SECRET"
contract = "A"
kind = "placement"
person = "P1"
block = "wajong"
hours_per_week = 24
start = 2026-01-07
status = "STATUS"
jobs_register = true
claimed_value = 12345.67

[[efforts]]
id = "BOUGHT"
contract = "A"
kind = "purchase"
amount = 400
start = 2026-02-01
status = "confirmed"
"""
SECRETS = (
    "E-SECRET",
    "12345.67",
    "12,345.67",
    "12.345,67",
    "wajong",
    "Wajong",
    "2026-01-07",
    "7 January 2026",
    "7 januari 2026",
    "efforts[0]",
)
STATUSES = ("confirmed", "claimed", "disputed")


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def told(status: str, *arguments: str) -> str:
    """All that a command gives of the register: on stdout and in the file that it was asked to write."""
    Path("a.toml").write_text(REGISTER.replace("STATUS", status), encoding="utf-8")
    ran = printed([arguments[0], "a.toml", *arguments[1:], *ON])
    assert ran.code in {0, 1}, ran.stderr
    written = Path("out.txt")
    return ran.stdout + (written.read_text(encoding="utf-8") if written.exists() else "")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--format", "json"),
        ("check", "--format", "csv"),
        ("check", "--why", "--out", "out.txt"),
        ("monitor", "--format", "json"),
        ("monitor", "--format", "csv"),
        ("monitor", "--out", "out.txt"),
        ("monitor", "--contract", "A", "--format", "json"),
        ("monitor", "--contract", "A", "--why", "--out", "out.txt"),
        ("monitor", "--agenda", "--format", "ics"),
    ],
)
def test_no_single_person_is_told_of(arguments: tuple[str, ...], status: str, lang: str) -> None:
    shown = told(status, *arguments, "--lang", lang)
    assert [secret for secret in SECRETS if secret in shown] == []
    assert sentence("nl" if lang == "nl" else "en", "shared.discreet.internal") not in shown


def test_what_is_no_person_is_told_one_by_one() -> None:
    (progress,) = json.loads(told("confirmed", "monitor", "--format", "json"))["progress"]
    assert [effort["id"] for effort in progress["efforts"]] == ["BOUGHT"]
    assert "BOUGHT" in told("confirmed", "monitor", "--contract", "A", "--out", "out.txt")


def test_the_ledger_says_that_something_is_left_out() -> None:
    shown = " ".join(told("confirmed", "monitor", "--contract", "A", "--out", "out.txt").split())
    assert "Efforts of people are left out here" in shown
    assert "No efforts." not in shown


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("status", "arguments"),
    [
        ("disputed", ("check", "--format", "csv")),
        ("disputed", ("check", "--out", "out.txt")),
        ("confirmed", ("monitor", "--contract", "A", "--out", "out.txt")),
    ],
)
def test_what_is_asked_for_is_told_and_said_to_be_internal(status: str, arguments: tuple[str, ...], lang: str) -> None:
    shown = told(status, *arguments, "--lang", lang, "--internal")
    assert "E-SECRET" in shown
    assert sentence("nl" if lang == "nl" else "en", "shared.discreet.internal") in " ".join(shown.split())


@pytest.mark.parametrize("command", ["check", "monitor"])
def test_json_says_whether_it_is_internal(command: str) -> None:
    internal = told("disputed", command, "--format", "json", "--internal")
    assert json.loads(internal)["internal"] is True
    assert "E-SECRET" in internal
    assert json.loads(told("disputed", command, "--format", "json"))["internal"] is False


def test_the_terminal_of_the_officer_tells_all() -> None:
    assert "E-SECRET" in told("disputed", "check")
    assert "E-SECRET" in told("confirmed", "monitor", "--contract", "A")


def test_efforts_of_two_files_with_one_number_are_told_apart() -> None:
    """Six people of one file, and one person under the same number in another."""
    one = REGISTER.replace("STATUS", "disputed")
    Path("b.toml").write_text(
        one.replace('"placement"', '"purchase"')
        .replace('id = "A"', 'id = "B"')
        .replace('contract = "A"', 'contract = "B"'),
        encoding="utf-8",
    )
    for files in (("a.toml", "b.toml"), ("b.toml", "a.toml")):
        Path("a.toml").write_text(one, encoding="utf-8")
        shown = printed(["check", *files, "--format", "json", *ON]).stdout
        messages = {
            f["contract"]: f["message"]
            for f in json.loads(shown)["findings"]
            if f["code"] == "SR504" and f["outcome"] == "not_met"
        }
        assert "fewer than 5 people" in messages["A"]
        assert "1 effort" in messages["B"]


def test_how_many_efforts_have_no_value_is_told_of_many_people_only() -> None:
    person, _, _ = REGISTER.partition('[[efforts]]\nid = "BOUGHT"')
    without = person.replace("hours_per_week = 24\n", "").replace('block = "wajong"\n', "")
    Path("a.toml").write_text(without.replace("STATUS", "confirmed"), encoding="utf-8")
    assert "Of 1 effort the value cannot be said" in printed(["monitor", "a.toml", *ON]).stdout
    assert printed(["monitor", "a.toml", "--out", "out.txt", *ON]).code == 0
    written = Path("out.txt").read_text(encoding="utf-8")
    assert "Of some efforts the value cannot be said." in written
    assert "1 effort" not in written


def test_that_somebody_works_sheltered_is_not_passed_on() -> None:
    """The check itself would tell of a group that says something about health."""
    register = REGISTER.replace("STATUS", "confirmed").replace('block = "wajong"', 'block = "sheltered-work"')
    Path("a.toml").write_text(register.replace("haaglanden", "leiden"), encoding="utf-8")
    for arguments, told in (((), False), (("--internal",), True)):
        shown = printed(["check", "a.toml", "--format", "json", *arguments, *ON])
        assert ("SR515" in shown.stdout) is told, shown.stderr
