"""A whole register on one screen, and the part of it that was asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.support.paths import EXAMPLES
from tests.support.program import printed

from srtool.texts import LANGUAGES

PORTFOLIO = str(EXAMPLES / "portfolio.xlsx")
ON = ("--on", "2026-11-22", "--fail-on", "never")


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")


def shown(*arguments: str) -> list[str]:
    result = printed(["check", *arguments, *ON])
    assert result.code == 0, result.stderr
    return result.stdout.splitlines()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_portfolio_fits_on_a_screen(lang: str) -> None:
    lines = shown(PORTFOLIO, "--lang", lang)
    assert len(lines) <= 40
    assert max(map(len, lines)) <= 100


def test_it_says_with_what_to_begin_and_what_occurs_most() -> None:
    lines = shown(PORTFOLIO, "--lang", "en")
    begin, decide, most = (lines.index(title) for title in _titles(lines))
    assert lines[begin + 1].startswith("  HW-2602  ")  # an error, published first
    assert len([line for line in lines[begin + 1 : decide] if line[2:3].strip()]) == 5
    assert [line.split()[0] for line in lines[decide + 1 : most - 1]] == ["WRK-2202", "CAT-2201"]
    kinds = [line.split()[0] for line in lines[most + 1 :] if line.startswith("  SR")]
    assert len(kinds) == len(set(kinds)) == 10


def _titles(lines: list[str]) -> list[str]:
    return [line for line in lines if line.startswith(("Begin here", "Ended, for", "What occurs"))]


def test_all_of_it_is_there_when_asked_for() -> None:
    assert len(shown(PORTFOLIO, "--lang", "en", "--full")) > 500


def test_a_question_that_repeats_another_is_not_shown_apart(tmp_path: Path) -> None:
    register = tmp_path / "register.toml"
    register.write_text(
        "".join(
            f'[[contracts]]\nid = "{name}"\ntitle = "Advies {name}"\nkind = "services"\ncontract_value = 900000\n'
            "start = 2027-01-01\nend = 2028-12-31\n"
            for name in "AB"
        ),
        encoding="utf-8",
    )
    lines = "\n".join(shown(str(register), "--lang", "en"))
    assert "SR104" in lines
    assert "SR105" not in lines


@pytest.mark.parametrize("typed", ["CAT-2201", "cat-2201", "Catering hoofdgebouw", "catering HOOFD"])
def test_a_contract_is_found_by_number_or_title(typed: str) -> None:
    assert "CAT-2201  Catering hoofdgebouw" in shown(PORTFOLIO, "--lang", "en", "--contract", typed)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--contract", "schoonmaak"], "SCH-2201"),
        (["--contract", "CAT-2210"], "CAT-2201"),
        (["--unit", "Atlantis"], "Atlantis"),
        (["--owner", "koning"], "Client, Buyer"),
        (["--level", "ramp"], "warning, notice"),
    ],
)
def test_what_is_not_there_is_said_with_what_is(options: list[str], said: str) -> None:
    result = printed(["check", PORTFOLIO, "--lang", "en", *options])
    assert result.code == 2
    assert said in result.stderr


@pytest.mark.parametrize("owner", ["client", "opdrachtgever", "Opdrachtgever", "Client"])
@pytest.mark.parametrize("level", ["error", "fout"])
def test_only_what_a_role_must_do_from_a_level_on(owner: str, level: str) -> None:
    result = printed(["check", PORTFOLIO, "--lang", "en", "--owner", owner, "--level", level, "--format", "json"])
    findings = [one for one in json.loads(result.stdout)["findings"] if one["contract"]]
    assert findings
    assert {(one["owner"], one["level"], one["outcome"]) for one in findings} == {("client", "error", "not_met")}


def test_a_csv_holds_what_is_open_and_all_when_asked_for() -> None:
    few, many = (shown(PORTFOLIO, "--lang", "en", "--format", "csv", *full) for full in ((), ("--full",)))
    assert 50 < len(few) < len(many) / 5
    assert not any(",met," in line for line in few)
    assert any(",met," in line for line in many)


def test_of_checks_that_were_not_chosen_nothing_is_said() -> None:
    lines = shown(PORTFOLIO, "--lang", "en", "--select", "SR512", "--full")
    assert "Only looked at: SR512. Nothing is said of the other checks." in lines
    draft = next(line for line in lines if line.startswith("SCH-2701"))
    assert draft.endswith("not looked at")
    assert not any("no findings" in line for line in lines if line.startswith("SCH-27"))
