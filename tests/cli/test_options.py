"""What is typed behind an option: days as people write them, whole numbers within bounds, choices."""

from __future__ import annotations

from datetime import date

import pytest

from srtool.cli.options import Options
from srtool.cli.program import run
from srtool.errors import UsageError
from srtool.texts import LANGUAGES
from tests.support.paths import EXAMPLES

REGISTER = str(EXAMPLES / "running.toml")
# Every command that reads a day, without that day.
WITH_A_DAY = {
    "check": ("check", REGISTER, "--on"),
    "bundle": ("bundle", REGISTER, "--on"),
    "monitor": ("monitor", REGISTER, "--on"),
    "report": ("report", REGISTER, "--out", "overview.xlsx", "--on"),
    "value": ("value", "ww", "--on"),
    "value --start": ("value", "ww", "--end", "2026-12-31", "--start"),
    "value --end": ("value", "ww", "--start", "2026-01-01", "--end"),
    "import": ("import", "claims.xlsx", "--into", "register.toml", "--on"),
    "rulesets list": ("rulesets", "list", "--on"),
    "rulesets show": ("rulesets", "show", "leiden", "--on"),
    "rulesets compare": ("rulesets", "compare", "leiden", "--on"),
    "rulesets compare --on-b": ("rulesets", "compare", "leiden", "--on-b"),
}


def _options(**values: str | None) -> Options:
    return Options("srtool check", "en", values)


@pytest.mark.parametrize(
    "typed",
    ["2026-11-22", "22-11-2026", "22/11/2026", "22.11.2026", "22 november 2026", "22 November 2026", " 2026-11-22 "],
)
def test_a_day_is_read_as_people_write_it(typed: str) -> None:
    assert _options(on=typed).on() == date(2026, 11, 22)


@pytest.mark.parametrize("typed", ["1900-01-01", "2999-12-31"])
def test_the_first_and_the_last_day_there_are(typed: str) -> None:
    assert _options(on=typed).on() == date.fromisoformat(typed)


@pytest.mark.parametrize("typed", ["0030-06-01", "0001-01-01", "9999-12-31", "1899-12-31", "3000-01-01", "01-01-3000"])
@pytest.mark.parametrize("command", WITH_A_DAY)
def test_a_day_in_no_sensible_year_is_refused_with_a_sentence(
    command: str, typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for lang, words in (("nl", "1900 tot en met 2999"), ("en", "1900 to 2999")):
        assert run([*WITH_A_DAY[command], typed, "--lang", lang]) == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        assert f"{WITH_A_DAY[command][-1]}: {typed}" in printed.err
        assert words in printed.err


@pytest.mark.parametrize(
    "typed", ["", " ", "gisteren", "2026-02-30", "2026", "november 2026", "22-11-26", "11/22/2026", "onbepaald"]
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_no_day_or_not_exactly_one_is_refused(
    typed: str, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["monitor", REGISTER, "--on", typed, "--lang", lang]) == 2
    assert "2026-07-01" in capsys.readouterr().err


def test_the_same_day_gives_the_same_answer_however_it_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    printed = []
    for typed in ("2026-11-22", "22-11-2026", "22 november 2026"):
        run(["check", REGISTER, "--on", typed, "--format", "json"])
        printed.append(capsys.readouterr().out)
    assert printed[0].startswith("{")
    assert len(set(printed)) == 1


@pytest.mark.parametrize(
    ("arguments", "good"),
    [
        (("bundle", REGISTER, "--window"), ("0", "120", " 12 ")),
        (("monitor", REGISTER, "--top"), ("1", "1000")),
        (("monitor", REGISTER, "--silent-after"), ("1", "3650")),
    ],
)
def test_whole_numbers_have_bounds(arguments: tuple[str, ...], good: tuple[str, ...]) -> None:
    for typed in good:
        assert run([*arguments, typed, "--fail-on", "never", "--quiet"]) == 0
    below = str(int(good[0]) - 1)
    for typed in (below, str(int(good[1]) + 1), "1.5", "x", "", "\u0663", "9" * 5000):
        assert run([*arguments, typed, "--fail-on", "never"]) == 2, typed


@pytest.mark.parametrize("typed", [None, "", " "])
def test_an_argument_is_not_left_empty(typed: str | None) -> None:
    with pytest.raises(UsageError) as refused:
        Options("srtool value", "nl", {"block": typed}).argument("block")
    (problem,) = refused.value.problems
    assert problem.code == ("missing_argument" if typed is None else "empty_value")
